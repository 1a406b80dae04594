"""Give clearly different coalitions."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.proposals import Alternative, Proposal
from models.text import Text


class Variation(Frozen):
    """How many others, and by how many members any two are to differ; one coalition or all."""

    proposal: Proposal
    coalition: str | None = None
    count: int = Field(default=3, ge=1)
    apart: int = Field(default=3, ge=3)


def vary_proposal(call: Call, given: Variation) -> tuple[Alternative, ...]:
    """Give clearly different proposals, the best first; fewer where the rules allow no more.

    Raises
    ------
    NotFound
        `coalition_not_found`.
    SolverFailure, Cancelled, ModelMissing
        As their names say.
    """
    from matcher.steer.variants import vary

    return tuple(
        vary(
            call.season,
            call.read_words(),
            given.proposal,
            call.progress,
            coalition=given.coalition,
            count=given.count,
            apart=given.apart,
        )
    )


VARY_PROPOSAL = UseCase(
    action="proposal.vary",
    input=Variation,
    run=vary_proposal,
    title=Text(sv="Ge andra förslag", en="Give other proposals"),
    description=Text(
        sv="Ger tydligt olika koalitioner, den bästa först.",
        en="Gives clearly different coalitions, the best first.",
    ),
    position=13,
)
