"""Let somebody organise a season, or no longer."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.list_organisers import Organisers
from api.use_cases.use_case import Reach, UseCase
from models.errors import NotFound, WrongState
from models.frozen import Frozen
from models.mails import MailTemplate
from models.rights import SeasonRole
from models.text import Language, Text


class OrganiserRole(Frozen):
    """Who, and as what; as nothing where the role is None.

    Attributes
    ----------
    lang : Language
        Of the mail to somebody who had no account.
    """

    email: str = Field(repr=False)
    role: SeasonRole | None
    lang: Language = Language.SV


def set_organiser(call: Call, given: OrganiserRole) -> Organisers:
    """Give or take a role; whoever had no account gets one, and a link to sign in by.

    Raises
    ------
    NotFound
        `account_not_found`: somebody who is nobody is to be nothing.
    WrongState
        `last_owner`: a season without an owner could not be led any more.
    """
    store, people = call.store, call.store.people
    account = people.find_account(given.email)
    if given.role is None:
        if account is None:
            raise NotFound("account_not_found", email=given.email, field="email")
        people.take_role(call.at.id, account.id)
    else:
        if account is None:
            name = given.email.partition("@")[0]
            people.add_account(given.email, name, given.lang)
            account = people.find_account(given.email)
            assert account is not None
            store.mails.add(
                MailTemplate.SIGN_IN, account.email, account.lang, {}, account_id=account.id
            )
            store.ring("mails")
        people.give_role(call.at.id, account.id, given.role)
    now = people.list_organisers(call.at.id)
    if not any(each.role is SeasonRole.OWNER for each in now):
        raise WrongState("last_owner")
    return Organisers(items=now)


SET_ORGANISER = UseCase(
    action="organiser.set",
    input=OrganiserRole,
    run=set_organiser,
    title=Text(sv="Ge eller ta en roll", en="Give or take a role"),
    description=Text(
        sv="Låter någon arrangera säsongen, som ägare, redaktör eller läsare, eller inte längre.",
        en="Lets somebody organise the season, as owner, editor or viewer, or no longer.",
    ),
    reach=Reach.CHANGE,
    right="people.edit",
    event="organiser_set",
)
