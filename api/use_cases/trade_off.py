"""Trade two criteria off against each other."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.proposals import Proposal
from models.steering import TradePoint
from models.text import Text


class Trade(Frozen):
    """Two criteria in use, and how many points to look for."""

    proposal: Proposal
    criteria: tuple[str, str]
    points: int = Field(default=8, ge=2)


def trade_off(call: Call, given: Trade) -> tuple[TradePoint, ...]:
    """Find groupings of which none is better in both criteria.

    Raises
    ------
    NotFound
        `criterion_not_in_use`: one of the two has no weight, or they are the same.
    SolverFailure, Cancelled, ModelMissing
        As their names say.
    """
    from matcher.steer.pareto import find_front

    reading = call.read_words()
    return tuple(
        find_front(
            call.season, reading, given.proposal, given.criteria, call.progress, given.points
        )
    )


TRADE_OFF = UseCase(
    action="proposal.trade",
    input=Trade,
    run=trade_off,
    title=Text(sv="Väg två kriterier mot varandra", en="Trade two criteria off"),
    description=Text(
        sv="Hittar indelningar där ingen annan är bättre i båda kriterierna.",
        en="Finds groupings of which none is better in both criteria.",
    ),
    position=10,
)
