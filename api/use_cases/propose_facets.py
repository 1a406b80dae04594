"""Propose sub-needs of challenges."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.facets import ProposedFacets
from models.frozen import Frozen
from models.text import Text


class Wanted(Frozen):
    """For which challenge, or for all, and how many; else as many as the words fall into."""

    challenge: str | None = None
    count: int | None = Field(default=None, ge=1)


def propose_facets(call: Call, given: Wanted) -> tuple[ProposedFacets, ...]:
    """Propose facets from the words of the challenge and of the pool.

    Raises
    ------
    NotFound
        `challenge_not_found`.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.facets.proposing import propose_facets as propose

    season, people, embedder = call.season, call.work.people, call.words.open_embedder()
    return tuple(propose(season, people, embedder, call.progress, given.challenge, given.count))


PROPOSE_FACETS = UseCase(
    action="facets.propose",
    input=Wanted,
    run=propose_facets,
    title=Text(sv="Föreslå delfrågor", en="Propose facets"),
    description=Text(
        sv="Föreslår delfrågor för en utmaning ur dess egna och aktörernas ord.",
        en="Proposes facets of a challenge from its own words and the actors'.",
    ),
    position=22,
)
