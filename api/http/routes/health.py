"""Whether the server lives, and whether it takes work; neither ever waits for a model."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.asking import service_of
from api.http.examples.health import LIVE, READY
from api.http.metrics import write_metrics
from api.http.responses import answers
from api.http.schemas.common import Health, LanguageQuery
from api.service import Service
from models.errors import Busy

router = APIRouter(prefix="/health", tags=["health"])
figures = APIRouter()


@figures.get("/metrics")
def read_metrics(service: Annotated[Service, Depends(service_of)]) -> Response:
    """Give what is counted, as Prometheus reads it; keep it from the public by the proxy."""
    return Response(write_metrics(service), media_type="text/plain; version=0.0.4")


@router.get("/live", operation_id="readLiveness", responses=answers({200: LIVE}, "invalid_request"))
async def read_liveness(query: Annotated[LanguageQuery, Query()]) -> Health:
    """Say that the process answers."""
    return Health(status="live")


@router.get(
    "/ready",
    operation_id="readReadiness",
    responses=answers({200: READY}, "invalid_request", "server_stopping"),
)
def read_readiness(
    query: Annotated[LanguageQuery, Query()],
    request: Request,
    service: Annotated[Service, Depends(service_of)],
) -> Health:
    """Say whether work is taken and the database answers; no model is waited for."""
    if not request.app.state.serving.is_open:
        raise Busy("server_stopping")
    with service.reading() as store:
        store.jobs.count_waiting()
    return Health(status="ready")
