"""New partners for an actor, first version: kinship of words, another sector, no tie."""

import numpy as np

from matcher.embedding.reading import Reading
from matcher.pool import build_pool
from matcher.wording import decimal
from models.errors import NotFound
from models.places import great_circle_km
from models.seasons import Season
from models.sectors import Sector
from models.suggestions import Suggestion, SuggestionReason
from models.text import Text

KINSHIP_SHARE, SECTOR_SHARE, NEW_SHARE = 0.6, 0.25, 0.15
"""Shares of the score, which add up to 1."""


def suggest_partners(
    season: Season,
    reading: Reading,
    actor_id: str,
    *,
    k: int = 10,
    include_known: bool = False,
    sector: Sector | None = None,
    within_km: float | None = None,
    language: str | None = None,
) -> tuple[Suggestion, ...]:
    """Suggest partners, the best first and equals in order of id.

    Actors who chose not to be visible are never suggested.

    Parameters
    ----------
    k : int
        How many at most; 0 gives all.
    include_known : bool
        Suggest actors with a tie, too.
    sector, within_km, language
        Only partners of this sector, so near, or meeting in this language.

    Raises
    ------
    NotFound
        If there is no such actor.
    """
    if actor_id not in season.actor_index:
        known_ids = ", ".join(list(season.actor_index)[:5])
        raise NotFound("actor_not_found", name=actor_id, known=known_ids)
    own = season.actor_index[actor_id]
    asker = season.actors[own]
    cosines = reading.actor_vectors @ reading.actor_vectors[own]
    kinship = np.clip((1 + cosines.astype(np.float64)) / 2, 0, 1)
    tied = build_pool(season).is_tied(np.array([own]))[0]
    found = []
    for a, actor in enumerate(season.actors):
        is_known = bool(tied[a])
        km = great_circle_km(asker.place.lat, asker.place.lon, actor.place.lat, actor.place.lon)
        if (
            a == own
            or not actor.visible
            or (is_known and not include_known)
            or (sector is not None and actor.sector is not sector)
            or (within_km is not None and km > within_km)
            or (language is not None and language not in actor.languages)
        ):
            continue
        is_other = actor.sector is not asker.sector
        score = KINSHIP_SHARE * kinship[a] + SECTOR_SHARE * is_other + NEW_SHARE * (not is_known)
        found.append(
            Suggestion(
                actor_id=actor.id,
                name=actor.name,
                score=round(float(score), 6),
                sector=actor.sector,
                place=actor.place.name,
                distance_km=round(km, 1),
                known=is_known,
                reasons=(
                    SuggestionReason(
                        criterion="kinship",
                        value=round(float(kinship[a]), 6),
                        text=_KINSHIP.format(value=decimal(float(kinship[a]))),
                    ),
                    SuggestionReason(
                        criterion="sector",
                        value=float(is_other),
                        text=(_OTHER if is_other else _SAME).format(sector=actor.sector.text),
                    ),
                    SuggestionReason(
                        criterion="novelty",
                        value=float(not is_known),
                        text=_KNOWN if is_known else _NEW,
                    ),
                ),
            )
        )
    found.sort(key=lambda item: (-item.score, item.actor_id))
    return tuple(found[: k or None])


_KINSHIP = Text(
    sv="Era ord handlar om närliggande saker ({value} av 1).",
    en="Your words are about kindred things ({value} of 1).",
)
_OTHER = Text(sv="Från en annan sektor: {sector}.", en="From another sector: {sector}.")
_SAME = Text(sv="Från samma sektor: {sector}.", en="From the same sector: {sector}.")
_NEW = Text(sv="Ni känner inte varandra än.", en="You do not know each other yet.")
_KNOWN = Text(sv="Ni känner redan varandra.", en="You know each other already.")
