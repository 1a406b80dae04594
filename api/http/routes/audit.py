"""What happened to a season."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.http.asking import Asking
from api.http.examples.audit import EVENTS
from api.http.responses import answers
from api.http.routes.seasons import SeasonId, season_at
from api.http.schemas.audit import EventView
from api.http.schemas.common import ListPart, PageQuery
from api.use_cases.list_events import LIST_EVENTS, EventsAsked

router = APIRouter(tags=["audit"])


@router.get(
    "/seasons/{season}/audit",
    operation_id="listEvents",
    responses=answers({200: EVENTS}, "cursor_unknown", "not_allowed", "not_found"),
)
def list_events(
    query: Annotated[PageQuery, Query()], season: SeasonId, asking: Asking
) -> ListPart[EventView]:
    """List who did what to a season and when, the first first.

    Each event is chained to the one before by a hash, so that none can be changed or left out
    unseen; `koalition doctor` looks every chain through.
    """
    asked = EventsAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_EVENTS, asked, season_at(season), part="query")
    return ListPart(items=tuple(map(EventView.of, page.items)), next=page.next)
