"""Suggest new partners for an actor, or for every actor."""

from api.use_cases.call import Call
from api.use_cases.names import find_actor, find_language, find_sector
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.suggestions import Selection, Suggestion, Taste
from models.text import Text


class Wish(Frozen):
    """For whom, and who may be suggested; sectors and languages by their names or synonyms.

    Without an actor everybody gets suggestions.
    """

    actor: str | None = None
    k: int = 10
    include_known: bool = False
    sector: str | None = None
    within_km: float | None = None
    language: str | None = None
    prefer: Taste = Taste.ANY


class PartnerList(Frozen):
    """One actor's suggestions, the best first."""

    actor_id: str
    partners: tuple[Suggestion, ...]


def suggest_partners(call: Call, given: Wish) -> tuple[PartnerList, ...]:
    """Suggest partners, with reasons; for everybody in order of id.

    Raises
    ------
    NotFound
        If the actor, the sector or the language is not known.
    ModelMissing, Cancelled
        As their names say.
    """
    season = call.season
    wanted = None if given.sector is None else find_sector(given.sector)
    spoken = None if given.language is None else find_language(season, given.language)
    asked = None if given.actor is None else find_actor(season, given.actor, call.viewer)
    selection = Selection(
        k=given.k,
        include_known=given.include_known,
        sector=wanted,
        within_km=given.within_km,
        language=spoken,
        prefer=given.prefer,
    )
    matchmaker = call.open_matchmaker()
    if asked is not None:
        return (PartnerList(actor_id=asked, partners=matchmaker.suggest(asked, selection)),)
    found = matchmaker.suggest_all(selection, call.progress)
    return tuple(PartnerList(actor_id=id_, partners=partners) for id_, partners in found)


SUGGEST_PARTNERS = UseCase(
    action="partners.suggest",
    input=Wish,
    run=suggest_partners,
    title=Text(sv="Föreslå partner", en="Suggest partners"),
    description=Text(
        sv="Föreslår nya partner för en aktör eller för alla, med skäl.",
        en="Suggests new partners for an actor or for all, with reasons.",
    ),
    right="suggestion.read",
    position=20,
)
