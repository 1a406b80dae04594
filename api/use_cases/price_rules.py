"""Say what each rule costs."""

from api.use_cases.call import Call
from api.use_cases.open_proposal import Opened
from api.use_cases.use_case import UseCase
from models.steering import Price
from models.text import Text


def price(call: Call, given: Opened) -> tuple[Price, ...]:
    """Say what F would gain if each rule gave way by one, by solving again.

    Raises
    ------
    SolverFailure, Cancelled, ModelMissing
        As their names say.
    """
    from matcher.steer.price import price_rules

    return tuple(price_rules(call.season, call.read_words(), given.proposal, call.progress))


PRICE_RULES = UseCase(
    action="proposal.price",
    input=Opened,
    run=price,
    title=Text(sv="Prissätt reglerna", en="Price the rules"),
    description=Text(
        sv="Säger vad F skulle vinna om varje regel gav vika med ett.",
        en="Says what F would gain if each rule gave way by one.",
    ),
    position=9,
)
