"""Send a link to sign in by to an address, if somebody has an account with it."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.mails import MailTemplate
from models.text import Language, Text


class LinkAsked(Frozen):
    """Whose link; the address stands in no record."""

    email: str = Field(exclude=True, repr=False)


class LinkPromised(Frozen):
    """Nothing is told: whether there is such an account is nobody's to know."""


def ask_for_link(call: Call, given: LinkAsked) -> LinkPromised:
    """Keep a mail to be sent; for an address that nobody has, one that is sent to nobody.

    The same is done for both, so that neither the answer nor its time tells them apart.
    """
    store = call.store
    account = store.people.find_account(given.email)
    store.mails.add(
        MailTemplate.SIGN_IN,
        account.email if account else "",
        account.lang if account else Language.EN,
        {},
        account_id=account.id if account else None,
        state="queued" if account else "dropped",
    )
    store.ring("mails")
    return LinkPromised()


ASK_FOR_LINK = UseCase(
    action="session.ask",
    input=LinkAsked,
    run=ask_for_link,
    title=Text(sv="Be om en länk att logga in med", en="Ask for a link to sign in by"),
    description=Text(
        sv="Skickar en länk till adressen, om någon har ett konto med den.",
        en="Sends a link to the address, if somebody has an account with it.",
    ),
    reach=Reach.CHANGE,
    right="session.open",
    event="sign_in_asked",
)
