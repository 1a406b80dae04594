"""Say who is asking."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.accounts import Account
from models.callers import Caller
from models.frozen import Frozen
from models.text import Text


class SessionAsked(Frozen):
    """Nothing is given."""


class WhoAsks(Frozen):
    """Who asks, and their account, if they have one."""

    caller: Caller
    account: Account | None


def read_session(call: Call, given: SessionAsked) -> WhoAsks:
    """Say who is asking."""
    own = call.caller.account
    return WhoAsks(
        caller=call.caller, account=None if own is None else call.store.people.read_account(own)
    )


READ_SESSION = UseCase(
    action="session.read",
    input=SessionAsked,
    run=read_session,
    title=Text(sv="Vem är jag?", en="Who am I?"),
    description=Text(
        sv="Säger vem som frågar, och vad kontot får.",
        en="Says who is asking, and what the account may do.",
    ),
    reach=Reach.STORE,
    right="session.read",
)
