"""Problem documents (RFC 9457): the one shape of everything that goes wrong."""

import errno
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.errors import InvalidRequest, WrongMethod, outcome_of
from api.http.faults import place, to_faults
from api.http.headers import SAFE_HEADERS
from api.http.languages import answer_language
from models.errors import (
    BadRequest,
    Busy,
    Fault,
    InputError,
    KoalitionError,
    NotFound,
    StorageFull,
    TooMany,
)
from models.messages import say
from models.text import Language, Text

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:koalition:problem:"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says where a file can't grow."""
RETRY_AFTER_S = 5
"""Seconds after which asking again makes sense where the server is busy."""


class Problem(BaseModel):
    """What went wrong; `code` is stable, `title` and `detail` follow the language asked for."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="`urn:koalition:problem:` and the code.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.", ge=400, le=599)
    detail: str = Field(description="What went wrong this time, and what mends it.")
    instance: str = Field(description="The address that it happened at.")
    code: str = Field(description="Which error it is; never changes.")
    text: Text = Field(description="`detail` in both languages.")
    faults: tuple[Fault, ...] = Field(
        description=(
            "Every fault of the input, of files and requests alike: `file` is the file, or "
            "the part of the request (`body`, `query`, `path`), `column` the way to the value. "
            "Empty for other errors."
        )
    )


def to_problem(error: KoalitionError, language: Language, instance: str) -> Problem:
    """Give an error as a problem document."""
    status = outcome_of(error).status
    return Problem(
        type=f"{TYPE}{error.code}",
        title=say(f"status_{status}").in_language(language),
        status=status,
        detail=error.text.in_language(language),
        instance=instance,
        code=error.code,
        text=error.text,
        faults=tuple(place("body", fault) for fault in error.faults)
        if isinstance(error, InputError)
        else (),
    )


def respond(
    error: KoalitionError,
    language: Language,
    instance: str,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Answer with a problem document."""
    problem = to_problem(error, language, instance)
    stated = {**SAFE_HEADERS, "Content-Language": str(language), "Vary": "Accept-Language"}
    if isinstance(error, Busy):
        stated["Retry-After"] = str(RETRY_AFTER_S)
    elif isinstance(error, TooMany):
        stated["Retry-After"] = str(error.params["seconds"])
    return JSONResponse(
        problem.model_dump(mode="json"),
        status_code=problem.status,
        headers={**stated, **(headers or {})},
        media_type=MEDIA_TYPE,
    )


def handle_problems(app: FastAPI) -> None:
    """Let every error of an app be answered with a problem document."""

    @app.exception_handler(KoalitionError)
    async def answer_error(request: Request, error: KoalitionError) -> JSONResponse:
        """Answer with Koalition's own error."""
        return respond(error, answer_language(request), request.url.path)

    @app.exception_handler(RequestValidationError)
    async def answer_faults(request: Request, error: RequestValidationError) -> JSONResponse:
        """Answer with the faults of a request."""
        found = InvalidRequest(to_faults(error.errors()))
        return respond(found, answer_language(request), request.url.path)

    @app.exception_handler(HTTPException)
    async def answer_status(request: Request, error: HTTPException) -> JSONResponse:
        """Answer with what routing found wrong."""
        found = _of_status(error.status_code, request)
        headers = {"Allow": _allowed(request)} if error.status_code == 405 else None
        return respond(found, answer_language(request), request.url.path, headers)

    @app.exception_handler(OSError)
    async def answer_full_disk(request: Request, error: OSError) -> JSONResponse:
        """Answer that there is no room, where that is what went wrong."""
        if error.errno not in NO_ROOM:
            raise error
        found = StorageFull("storage_full")
        return respond(found, answer_language(request), request.url.path)

    @app.exception_handler(Exception)
    async def answer_breakdown(request: Request, error: Exception) -> JSONResponse:
        """Answer with nothing of what happened inside; the server logs it."""
        found = KoalitionError("internal_error")
        return respond(found, answer_language(request), request.url.path)


def _allowed(request: Request) -> str:
    """Name the methods that an address does answer, of all its routes together."""
    routes, scope = request.app.routes, request.scope
    return ", ".join(
        method
        for method in METHODS
        if any(route.matches({**scope, "method": method})[0] is Match.FULL for route in routes)
    )


def _of_status(status: int, request: Request) -> KoalitionError:
    """Give the error of a status that routing answers with."""
    if status == 404:
        return NotFound("no_such_address")
    if status == 405:
        return WrongMethod("method_not_allowed", method=request.method)
    return BadRequest("bad_request") if status < 500 else KoalitionError("internal_error")
