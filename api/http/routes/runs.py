"""Runs: started, listed, followed, cancelled."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples.runs import DONE, NEW_RUN, QUEUED, RUN, RUN_ID, RUNS
from api.http.responses import answers, located
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.common import ListPart, PageQuery
from api.http.schemas.runs import RunRequest, RunView
from api.http.streams import SENT, Sent, first_number, stream
from api.use_cases.cancel_run import CANCEL_RUN
from api.use_cases.list_runs import LIST_RUNS, RunsAsked
from api.use_cases.read_run import READ_RUN, RunAsked
from api.use_cases.start_run import START_RUN, NewRun
from models.runs import Run
from models.season_places import Target

router = APIRouter(tags=["runs"])
RunId = Annotated[
    str,
    Path(alias="run", min_length=1, max_length=26, description="Its id.", examples=[RUN_ID]),
]
EMPTY = RunRequest()


def _at(run: str) -> Target:
    return Target(kind="run", id=run)


def _show(run: Run, status: int = 200) -> Shown:
    headers = {"Location": f"/api/v1/runs/{run.id}"} if status == 202 else {}
    return Shown(RunView.of(run), status, headers)


@router.get(
    "/seasons/{season}/runs",
    operation_id="listRuns",
    responses=answers({200: RUNS}, "cursor_unknown", "not_found"),
)
def list_runs(
    query: Annotated[PageQuery, Query()], season: SeasonId, asking: Asking
) -> ListPart[RunView]:
    """List a season's runs in the order in which they were asked for."""
    asked = RunsAsked(limit=query.limit, cursor=query.cursor)
    page = asking.ask(LIST_RUNS, asked, season_at(season), part="query")
    return ListPart(items=tuple(map(RunView.of, page.items)), next=page.next)


@router.post(
    "/seasons/{season}/runs",
    operation_id="startRun",
    status_code=202,
    response_model=RunView,
    response_description="Queued; follow it at its address.",
    responses=answers(
        {202: QUEUED},
        "run_needs",
        "not_allowed",
        "not_found",
        "season_empty",
        "key_reused",
        extra={202: located("readRun", "run", has_version=False)},
    ),
)
def start_run(
    query: Plain,
    season: SeasonId,
    asking: Asking,
    key: Key,
    body: Annotated[RunRequest, Body(openapi_examples=NEW_RUN)] = EMPTY,
) -> Response:
    """Start a run; the body may be left out, and then the season says all.

    Runs are done one after the other by each worker, and survive the end of the server.
    """
    given = NewRun(**body.model_dump())
    return asking.order(START_RUN, given, lambda run: _show(run, 202), season_at(season), key)


@router.get("/runs/{run}", operation_id="readRun", responses=answers({200: RUN}, "not_found"))
def read_run(query: Plain, run: RunId, asking: Asking) -> RunView:
    """Read how far a run has come."""
    return RunView.of(asking.ask(READ_RUN, RunAsked(), _at(run)))


@router.get(
    "/runs/{run}/events",
    operation_id="followRun",
    response_class=Response,
    responses=answers({}, "not_found", extra={200: SENT}),
)
def follow_run(query: Plain, run: RunId, asking: Asking, request: Request) -> Response:
    """Follow a run as server-sent events: `progress`, `gap` where it is another, and `ended`.

    Each carries an `id`; a client that sends the last one as `Last-Event-ID` hears what came
    after it.
    """
    known: dict[str, float | None] = {"gap": None}

    def read(after: int) -> tuple[Iterable[Sent], int, bool]:
        now = asking.ask(READ_RUN, RunAsked(), _at(run))
        if now.change <= after and not now.has_ended:
            return (), after, False
        told = [Sent(now.change, "progress", {"stage": now.stage, "progress": now.progress})]
        if now.gap is not None and now.gap != known["gap"]:
            known["gap"] = now.gap
            told.append(Sent(now.change, "gap", {"gap": now.gap}))
        if now.has_ended:
            told.append(Sent(now.change, "ended", RunView.of(now)))
        return told, now.change, now.has_ended

    return stream(asking, f"run:{run}", read, after=first_number(request))


@router.delete(
    "/runs/{run}",
    operation_id="cancelRun",
    response_model=RunView,
    response_description="It has ended, now or before.",
    responses=answers(
        {200: DONE, 202: RUN},
        "not_allowed",
        "not_found",
        extra={202: {"model": RunView, "description": "Asked to stop; it ends cancelled."}},
    ),
)
def cancel_run(query: Plain, run: RunId, asking: Asking) -> Response:
    """Cancel a run; asking again changes nothing.

    One that waits ends at once (200). One that is computed is asked to stop (202) and ends
    cancelled, without a proposal. One that has ended stays as it is (200).
    """
    return asking.order(CANCEL_RUN, RunAsked(), lambda now: _show_cancelled(now), _at(run))


def _show_cancelled(run: Run) -> Shown:
    return Shown(RunView.of(run), 200 if run.has_ended else 202)
