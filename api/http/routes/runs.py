"""Runs of the main job: start, follow, take the proposal, cancel."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response

from api.http.asking import ask
from api.http.examples import (
    CANCELLING,
    PROPOSAL,
    RUN_DONE,
    RUN_QUEUED,
    RUN_REQUEST,
    RUN_RUNNING,
)
from api.http.preview import Preview, answer_language, preview_of
from api.http.problems import to_problem
from api.http.responses import LINKS, LOCATION, answers, document_of
from api.http.runs import ENDED, Run, State
from api.http.schemas import LanguageQuery, RunRequest, RunView
from api.use_cases.prepare_run import PREPARE_RUN, RunOrder
from models.errors import NotDone
from models.proposals import Proposal
from models.viewers import ORGANISER

RUNS = "/api/v1/runs"
EMPTY = RunRequest()
NO_PROPOSAL = {State.FAILED: "run_failed", State.CANCELLED: "run_cancelled"}

router = APIRouter(prefix="/runs", tags=["runs"])
Ours = Annotated[Preview, Depends(preview_of)]
RunId = Annotated[str, Path(alias="id", description="The run's id.", examples=["9f2c4b1a6d3e5f70"])]
Plain = Annotated[LanguageQuery, Query()]


@router.post(
    "",
    operation_id="startRun",
    status_code=202,
    response_description="Queued; follow it at its address.",
    responses=answers(
        {202: RUN_QUEUED},
        "cross_site",
        "invalid_request",
        "queue_full",
        extra={202: {"headers": LOCATION, "links": LINKS}},
    ),
)
async def start_run(
    query: Plain,
    preview: Ours,
    http: Request,
    response: Response,
    request: Annotated[RunRequest, Body(openapi_examples=RUN_REQUEST)] = EMPTY,
) -> RunView:
    """Start a run of the main job; the body may be left out.

    Runs are worked off one at a time, in order. They live in memory: the newest ones are
    kept until the server stops.
    """
    order = RunOrder(challenge=request.challenge, seed=request.seed, effort=request.effort)
    ask(PREPARE_RUN, preview.call(ORGANISER), order)
    run = preview.runs.add(order)
    response.headers["Location"] = f"{RUNS}/{run.id}"
    return _show(run, http)


@router.get(
    "/{id}",
    operation_id="readRun",
    responses=answers({200: RUN_RUNNING}, "invalid_request", "run_not_found"),
)
async def read_run(id_: RunId, query: Plain, preview: Ours, http: Request) -> RunView:
    """Read how far a run has come."""
    return _show(preview.runs.find(id_), http)


@router.get(
    "/{id}/proposal",
    operation_id="readProposal",
    response_model=None,
    responses=answers(
        {},
        "invalid_request",
        "run_not_found",
        "run_not_done",
        "run_failed",
        "run_cancelled",
        extra={200: document_of(Proposal, PROPOSAL)},
    ),
)
async def read_proposal(id_: RunId, query: Plain, preview: Ours) -> Response:
    """Read the proposal of a run that is done, also a relaxed one.

    It is the document that `koalition propose` writes, to the byte but for dates and
    seconds, and `koalition verify` takes it. Since the preview is the organiser's own, on
    the organiser's own computer, members that chose not to be visible stay in it.
    """
    run = preview.runs.find(id_)
    if run.proposal is None:
        raise NotDone(NO_PROPOSAL.get(run.state, "run_not_done"), address=f"{RUNS}/{id_}")
    return Response(run.proposal, media_type="application/json")


@router.delete(
    "/{id}",
    operation_id="cancelRun",
    response_description="It has ended, now or before.",
    responses=answers(
        {200: RUN_DONE, 202: CANCELLING},
        "cross_site",
        "invalid_request",
        "run_not_found",
        extra={202: {"model": RunView, "description": "Asked to stop; it ends cancelled."}},
    ),
)
async def cancel_run(
    id_: RunId, query: Plain, preview: Ours, http: Request, response: Response
) -> RunView:
    """Cancel a run; asking again changes nothing.

    A queued run ends at once (200). A running one is asked to stop (202) and ends
    cancelled at the next good place, without a proposal. One that has ended stays as it
    is (200).
    """
    run = preview.runs.cancel(id_)
    response.status_code = 200 if run.state in ENDED else 202
    return _show(run, http)


def _show(run: Run, http: Request) -> RunView:
    """Give a run in the language asked for."""
    error = run.error and to_problem(run.error, answer_language(http), f"{RUNS}/{run.id}")
    return RunView(id=run.id, state=run.state, progress=run.progress, gap=run.gap, error=error)
