"""Sign somebody out, here or everywhere."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.text import Text


class SignOut(Frozen):
    """Whether every session of the account ends, and not only this one."""

    everywhere: bool = False


class SignedOut(Frozen):
    """Nothing is told."""


def sign_out(call: Call, given: SignOut) -> SignedOut:
    """End the session, on the server."""
    caller, sessions = call.caller, call.store.sessions
    if caller.session is not None:
        sessions.end(caller.session)
    if given.everywhere and caller.account is not None:
        sessions.end_all(caller.account)
    return SignedOut()


SIGN_OUT = UseCase(
    action="session.end",
    input=SignOut,
    run=sign_out,
    title=Text(sv="Logga ut", en="Sign out"),
    description=Text(
        sv="Avslutar sessionen på servern, här eller överallt.",
        en="Ends the session on the server, here or everywhere.",
    ),
    reach=Reach.CHANGE,
    right="session.end",
    event="signed_out",
)
