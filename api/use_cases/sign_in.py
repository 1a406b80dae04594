"""Sign somebody in who has the secret of a link."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.accounts import Account
from models.errors import BadRequest
from models.frozen import Frozen
from models.links import LinkPurpose
from models.text import Text


class LinkGiven(Frozen):
    """The secret of a link; it stands in no record."""

    token: str = Field(exclude=True, repr=False)


class SignedIn(Frozen):
    """Who is signed in, and the secret of the session."""

    account: Account
    secret: str = Field(exclude=True, repr=False)


def sign_in(call: Call, given: LinkGiven) -> SignedIn:
    """Use the link up and begin a session.

    Raises
    ------
    BadRequest
        `link_unknown`: it was used, is too old, or never was.
    """
    store = call.store
    account_id = store.links.use(LinkPurpose.SIGN_IN, given.token)
    if account_id is None:
        raise BadRequest("link_unknown")
    account = store.people.read_account(account_id)
    return SignedIn(account=account, secret=store.sessions.add(account.id))


SIGN_IN = UseCase(
    action="session.open",
    input=LinkGiven,
    run=sign_in,
    title=Text(sv="Logga in", en="Sign in"),
    description=Text(
        sv="Loggar in den som har länken, som därmed är förbrukad.",
        en="Signs in whoever has the link, which is then used up.",
    ),
    reach=Reach.CHANGE,
    right="session.open",
    event="signed_in",
)
