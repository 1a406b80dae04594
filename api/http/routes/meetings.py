"""Meetings of published coalitions: planned, read, as a calendar and as sheets."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from api.documents.meetings.folder import to_planned
from api.documents.meetings.sheets import render_sheets
from api.documents.meetings.shown import draw_calendar
from api.http.asking import Asker, Asking, Key, Shown
from api.http.examples.meetings import ORDERED, PLAN
from api.http.examples.runs import QUEUED
from api.http.languages import answer_language
from api.http.responses import answers, located
from api.http.routes.coalitions import CoalitionId
from api.http.routes.proposals import PAGE_POLICY
from api.http.schemas.common import LanguageQuery
from api.http.schemas.meetings import MeetingPlanView, MeetingsRequest
from api.http.schemas.runs import RunView
from api.use_cases.order_meetings import ORDER_MEETINGS
from api.use_cases.read_plans import READ_PLANS, CoalitionPlans, PlansAsked
from models.runs import Run
from models.season_places import Target

router = APIRouter(prefix="/coalitions/{coalition}", tags=["meetings"])
Plain = Annotated[LanguageQuery, Query()]
AS_EVER = MeetingsRequest()


def _at(coalition: str) -> Target:
    return Target(kind="coalition", id=coalition)


def _read(asking: Asker, coalition: str) -> CoalitionPlans:
    return asking.ask(READ_PLANS, PlansAsked(), _at(coalition))


@router.post(
    "/meeting-plan",
    operation_id="planMeetings",
    status_code=202,
    response_model=RunView,
    response_description="Queued; follow it at its address.",
    responses=answers(
        {202: {**QUEUED, "kind": "meeting_plan"}},
        "not_allowed",
        "not_found",
        "not_planned",
        "coalition_outdated",
        "key_reused",
        extra={202: located("readRun", "run", has_version=False)},
    ),
)
def plan_meetings(
    query: Plain,
    coalition: CoalitionId,
    asking: Asking,
    key: Key,
    body: Annotated[MeetingsRequest, Body(openapi_examples=ORDERED)] = AS_EVER,
) -> Response:
    """Plan who sits with whom in which room, who hosts, when, and the agendas.

    Members who declined are left out. What cannot be planned is told as the run's error.
    """

    def show(run: Run) -> Shown:
        return Shown(RunView.of(run), 202, {"Location": f"/api/v1/runs/{run.id}"})

    return asking.order(ORDER_MEETINGS, body.stated(), show, _at(coalition), key)


@router.get(
    "/meeting-plan",
    operation_id="readMeetingPlan",
    responses=answers({200: PLAN}, "not_found", "not_planned"),
)
def read_meeting_plan(query: Plain, coalition: CoalitionId, asking: Asking) -> MeetingPlanView:
    """Read the plan that holds."""
    return MeetingPlanView.of(_read(asking, coalition).plans[-1])


@router.get(
    "/calendar.ics",
    operation_id="giveCalendar",
    response_class=Response,
    responses=answers(
        {},
        "not_found",
        "not_planned",
        "plan_without_dates",
        extra={
            200: {
                "content": {
                    "text/calendar": {"schema": {"type": "string"}, "example": "BEGIN:VCALENDAR…"}
                }
            }
        },
    ),
)
def give_calendar(
    query: Plain, coalition: CoalitionId, asking: Asking, request: Request
) -> Response:
    """Give the meetings as a calendar, which updates the one of an earlier plan."""
    found = _read(asking, coalition)
    content = found.content
    language = answer_language(request)
    calendar = draw_calendar(content.season, found.plans, language, content.host)
    headers = {"Content-Disposition": 'attachment; filename="meetings.ics"'}
    return Response(calendar, media_type="text/calendar", headers=headers)


@router.get(
    "/sheets",
    operation_id="showSheets",
    response_class=Response,
    responses=answers(
        {},
        "not_found",
        "not_planned",
        extra={
            200: {
                "content": {
                    "text/html": {"schema": {"type": "string"}, "example": "<!doctype html>…"}
                }
            }
        },
    ),
)
def show_sheets(query: Plain, coalition: CoalitionId, asking: Asking, request: Request) -> Response:
    """Show every participant's sheet on one page, to print and hand out."""
    found = _read(asking, coalition)
    content = found.content
    planned = to_planned(content.season, found.plans[-1].plan, content.host)
    page = render_sheets(planned, answer_language(request))
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": PAGE_POLICY})
