"""Confirm a registration by the link that its mail carries."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.errors import NotFound
from models.frozen import Frozen
from models.links import LinkPurpose
from models.text import Language, Text


class Confirmation(Frozen):
    """Nothing is given: the link says all."""


class Confirmed(Frozen):
    """The actor that now takes part, and whether an account was made for its address."""

    actor_id: str
    name: str


def confirm_actor(call: Call, given: Confirmation) -> Confirmed:
    """Let the actor take part, and let whoever has its address speak for it.

    Raises
    ------
    NotFound
        `not_found`: the link was used, or is over.
    """
    store = call.store
    actor_id = store.links.use_hashed(LinkPurpose.CONFIRM, call.thing)
    if actor_id is None:
        raise NotFound("not_found")
    values = store.parts.read("actor", actor_id)
    store.members.confirm(actor_id, store.seasons.bump(call.at.id))
    email, name = str(values["email"]), str(values["name"])
    account = store.people.find_account(email)
    languages = [each for each in values["languages"] if each in list(Language)]
    lang = Language(languages[0]) if languages else Language.SV
    account_id = account.id if account else store.people.add_account(email, name, lang)
    store.members.add(actor_id, account_id)
    store.ring(f"season:{call.at.id}")
    return Confirmed(actor_id=actor_id, name=name)


CONFIRM_ACTOR = UseCase(
    action="actor.confirm",
    input=Confirmation,
    run=confirm_actor,
    title=Text(sv="Bekräfta en anmälan", en="Confirm a registration"),
    description=Text(
        sv="Låter den anmälda organisationen delta, när adressen är bekräftad.",
        en="Lets the registered organisation take part, once its address is confirmed.",
    ),
    reach=Reach.CHANGE,
    right="actor.register",
    event="actor_confirmed",
)
