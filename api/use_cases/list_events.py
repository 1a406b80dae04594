"""Read what happened to a season: who did what, and when."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_events import KeptEvent
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class EventsAsked(Frozen):
    """Which part of the list."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None


def list_events(call: Call, given: EventsAsked) -> Page[KeptEvent]:
    """List it, the first first."""
    return call.store.events.list_page(call.at.id, given.limit, given.cursor)


LIST_EVENTS = UseCase(
    action="audit.list",
    input=EventsAsked,
    run=list_events,
    title=Text(sv="Läs säsongens historik", en="Read a season's history"),
    description=Text(
        sv="Visar vem som har gjort vad, och när.",
        en="Shows who did what, and when.",
    ),
    reach=Reach.STORE,
    right="audit.read",
)
