"""Published coalitions, and the ways to mend them."""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Response

from api.http.asking import Asking, Key, Shown
from api.http.examples import invitations as examples
from api.http.examples.runs import QUEUED
from api.http.responses import answers, located
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.invitations import (
    CoalitionsView,
    CoalitionView,
    PublishRequest,
    RepairsView,
    RepairView,
)
from api.http.schemas.runs import RunView
from api.use_cases.accept_repair import ACCEPT_REPAIR, RepairAccepted
from api.use_cases.list_coalitions import LIST_COALITIONS, CoalitionsAsked
from api.use_cases.offer_repairs import OFFER_REPAIRS, RepairsAsked, RepairsOffered
from models.runs import Run
from models.season_places import Target

router = APIRouter(tags=["coalitions"])
CoalitionId = Annotated[
    str,
    Path(
        alias="coalition",
        min_length=1,
        max_length=26,
        description="Its own id, not what the proposal calls it.",
        examples=[examples.COALITION_ID],
    ),
]
RepairId = Annotated[
    str,
    Path(
        alias="repair",
        min_length=1,
        max_length=26,
        description="Its id.",
        examples=[examples.REPAIR_ID],
    ),
]
AS_EVER = PublishRequest()


@router.get(
    "/seasons/{season}/coalitions",
    operation_id="listCoalitions",
    responses=answers({200: examples.COALITIONS}, "not_found"),
)
def list_coalitions(query: Plain, season: SeasonId, asking: Asking) -> CoalitionsView:
    """List the coalitions that were published."""
    found = asking.ask(LIST_COALITIONS, CoalitionsAsked(), season_at(season))
    return CoalitionsView(items=tuple(map(CoalitionView.of, found.items)))


@router.post(
    "/coalitions/{coalition}/repairs",
    operation_id="offerRepairs",
    response_model=RepairsView,
    responses=answers(
        {200: examples.REPAIRS},
        "not_allowed",
        "not_found",
        "nobody_left",
        "coalition_outdated",
        "proposal_outdated",
        "key_reused",
        "model_not_found",
    ),
)
def offer_repairs(query: Plain, coalition: CoalitionId, asking: Asking, key: Key) -> Response:
    """Find the ways to mend a coalition whose members declined, fewest changes first."""
    at = Target(kind="coalition", id=coalition)
    asking.warm_words(at)

    def show(offered: RepairsOffered) -> Shown:
        return Shown(RepairsView(items=tuple(map(RepairView.of, offered.items))))

    return asking.order(OFFER_REPAIRS, RepairsAsked(), show, at, key)


@router.post(
    "/repairs/{repair}/accept",
    operation_id="acceptRepair",
    status_code=202,
    response_model=RunView,
    response_description="Queued; when it is done the mended proposal is published.",
    responses=answers(
        {202: QUEUED},
        "not_allowed",
        "not_found",
        "repair_outdated",
        "coalition_outdated",
        "key_reused",
        extra={202: located("readRun", "run", has_version=False)},
    ),
)
def accept_repair(
    query: Plain,
    repair: RepairId,
    asking: Asking,
    key: Key,
    body: Annotated[PublishRequest, Body(openapi_examples=examples.PUBLISHING)] = AS_EVER,
) -> Response:
    """Mend a coalition; the new invitations are held, and nobody else hears of it."""

    def show(run: Run) -> Shown:
        return Shown(RunView.of(run), 202, {"Location": f"/api/v1/runs/{run.id}"})

    given = RepairAccepted(deadline=body.deadline, message=body.message)
    return asking.order(ACCEPT_REPAIR, given, show, Target(kind="repair", id=repair), key)
