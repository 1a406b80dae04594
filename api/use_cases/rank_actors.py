"""Rank the actors by relevance."""

from typing import TYPE_CHECKING

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.names import find_challenge
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.suggestions import Ranked, RankedWhy
from models.text import Text
from models.viewers import list_seen, sees_all

if TYPE_CHECKING:
    from matcher.embedding.reading import Reading


class Asked(Frozen):
    """For which challenge, or for all; how many (0 gives all), and whether with the words."""

    challenge: str | None = None
    k: int = Field(default=20, ge=0)
    with_evidence: bool = False


class Ranking(Frozen):
    """The actors of one challenge, the most relevant first."""

    challenge_id: str
    ranked: tuple[Ranked | RankedWhy, ...]


def rank(call: Call, given: Asked) -> tuple[Ranking, ...]:
    """Rank the actors that the viewer may see, for a challenge or for every challenge.

    Raises
    ------
    NotFound
        `challenge_not_found`.
    ModelMissing, Cancelled
        As their names say.
    """
    wanted = tuple(call.season.challenge_index)
    if given.challenge is not None:
        wanted = (find_challenge(call.season, given.challenge),)
    reading = call.read_words(with_offers=False)
    return tuple(
        Ranking(challenge_id=key, ranked=_rank_seen(call, reading, key, given)) for key in wanted
    )


def _rank_seen(call: Call, reading: "Reading", challenge: str, given: Asked) -> tuple[Ranked, ...]:
    """Rank the actors of one challenge that the viewer may see, and count these alone."""
    from matcher import rank as by_relevance

    season, is_whole = call.season, sees_all(call.viewer)
    most = given.k if is_whole else 0
    ranked = by_relevance(season, reading, challenge, most, with_evidence=given.with_evidence)
    if is_whole:
        return ranked
    seen = {actor.id for actor in list_seen(call.viewer, season.actors)}
    shown = [entry for entry in ranked if entry.actor_id in seen][: given.k or None]
    return tuple(entry.evolve(rank=place) for place, entry in enumerate(shown, start=1))


RANK_ACTORS = UseCase(
    action="actors.rank",
    input=Asked,
    run=rank,
    title=Text(sv="Rangordna aktörer", en="Rank actors"),
    description=Text(
        sv="Rangordnar aktörerna efter relevans för en utmaning, eller för alla.",
        en="Ranks the actors by relevance to a challenge, or to every challenge.",
    ),
    position=21,
)
