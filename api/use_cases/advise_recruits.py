"""Say whom to recruit."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.proposals import Proposal
from models.steering import Recruit
from models.text import Text


class Advice(Frozen):
    """How many kinds of actors are wanted for each coalition of a proposal."""

    proposal: Proposal
    count: int = Field(default=3, ge=1)


def advise_recruits(call: Call, given: Advice) -> tuple[Recruit, ...]:
    """Say which kind of actor, and from where, would lift each coalition most.

    Raises
    ------
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.steer.recruit import advise

    return tuple(advise(call.season, call.read_words(), given.proposal, given.count))


ADVISE_RECRUITS = UseCase(
    action="proposal.recruit",
    input=Advice,
    run=advise_recruits,
    title=Text(sv="Råd om vem som saknas", en="Advise whom to recruit"),
    description=Text(
        sv="Säger vilket slags aktör som skulle lyfta varje koalition mest.",
        en="Says which kind of actor would lift each coalition most.",
    ),
    position=11,
)
