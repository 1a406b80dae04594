"""List who organises a season."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.accounts import Organiser
from models.frozen import Frozen
from models.text import Text


class OrganisersAsked(Frozen):
    """Nothing is given."""


class Organisers(Frozen):
    """Who they are, by address."""

    items: tuple[Organiser, ...]


def list_organisers(call: Call, given: OrganisersAsked) -> Organisers:
    """List them."""
    return Organisers(items=call.store.people.list_organisers(call.at.id))


LIST_ORGANISERS = UseCase(
    action="organiser.list",
    input=OrganisersAsked,
    run=list_organisers,
    title=Text(sv="Lista arrangörer", en="List organisers"),
    description=Text(
        sv="Listar vilka som arrangerar säsongen, och som vad.",
        en="Lists who organises the season, and as what.",
    ),
    reach=Reach.STORE,
    right="people.read",
)
