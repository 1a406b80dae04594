"""List a season's published coalitions."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.invitations import PublishedCoalition
from models.text import Text


class CoalitionsAsked(Frozen):
    """Nothing is given."""


class PublishedCoalitions(Frozen):
    """The coalitions, by what proposals call them."""

    items: tuple[PublishedCoalition, ...]


def list_coalitions(call: Call, given: CoalitionsAsked) -> PublishedCoalitions:
    """List them."""
    return PublishedCoalitions(items=call.store.invitations.list_coalitions(call.at.id))


LIST_COALITIONS = UseCase(
    action="coalition.list",
    input=CoalitionsAsked,
    run=list_coalitions,
    title=Text(sv="Lista publicerade koalitioner", en="List published coalitions"),
    description=Text(
        sv="Listar de koalitioner som har publicerats.",
        en="Lists the coalitions that were published.",
    ),
    reach=Reach.STORE,
    right="season.read",
)
