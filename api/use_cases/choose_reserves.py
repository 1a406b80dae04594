"""Choose who stands by, so that coalitions survive likely drop-outs."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.proposals import Proposal
from models.steering import ReserveList
from models.text import Text


class Standbys(Frozen):
    """How likely each actor of the season drops out, by id, and how long lists may be."""

    proposal: Proposal
    chances: dict[str, float]
    count: int = Field(default=4, ge=1)


def choose_reserves(call: Call, given: Standbys) -> tuple[ReserveList, ...]:
    """Choose for each coalition the reserves who let it survive.

    Raises
    ------
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.steer.reserve_lists import choose_reserves as choose

    season, reading = call.season, call.read_words()
    return tuple(choose(season, reading, given.proposal, given.chances, given.count, call.progress))


CHOOSE_RESERVES = UseCase(
    action="proposal.reserve",
    input=Standbys,
    run=choose_reserves,
    title=Text(sv="Välj reserver", en="Choose reserves"),
    description=Text(
        sv="Väljer för varje koalition de reserver som låter den överleva avhopp.",
        en="Chooses for each coalition the reserves who let it survive drop-outs.",
    ),
    position=12,
)
