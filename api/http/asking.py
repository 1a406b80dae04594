"""What every route asks with: who asks, in which language, under which key, of which version."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

from api.errors import InvalidRequest
from api.http.cookies import read_cookie
from api.http.faults import place
from api.limits import Limit
from api.service import Order, Service
from api.use_cases.use_case import UseCase
from data.files.reading import SeasonFile
from models.answers import GivenAnswer, OrderKey
from models.callers import ANONYMOUS, LOCAL, Caller, CallerKind
from models.errors import BadRequest, Fault, InputError, NotFound, NotSignedIn, VersionNeeded
from models.frozen import Frozen
from models.ports.progress import Progress, Silence
from models.season_places import Target

Given = TypeVar("Given", bound=Frozen)
Result = TypeVar("Result")
FOR_EVERYBODY = frozenset(
    {"lookAtSeason", "askForLink", "signIn", "giveAnswer", "registerActor", "confirmActor"}
)
"""Operations that nobody need sign in for."""
ETAG = re.compile(r'"(\d{1,18})"')
bearer = HTTPBearer(auto_error=False, scheme_name="key", description="A key of an account: `kk_…`.")


def service_of(request: Request) -> Service:
    """Give the service that a request's server works with."""
    service: Service = request.app.state.service
    return service


def find_caller(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> Caller:
    """Say who asks.

    Raises
    ------
    NotSignedIn
        `not_signed_in`: a key was sent that is none, or is over.
    """
    if request.app.state.is_local:
        return LOCAL
    if given is None:
        return _find_signed_in(request, service)
    with service.reading() as transaction:
        caller = transaction.people.find_caller(given.credentials)
    if caller is None:
        raise NotSignedIn("not_signed_in")
    return caller


def insist_on_caller(request: Request, caller: Annotated[Caller, Depends(find_caller)]) -> None:
    """Refuse those whom nobody knows before anything else of a request is looked at.

    Raises
    ------
    NotSignedIn
        `not_signed_in`.
    """
    name = getattr(request.scope.get("route"), "operation_id", None)
    if caller.kind is CallerKind.ANONYMOUS and name not in FOR_EVERYBODY:
        raise NotSignedIn("not_signed_in")


def _find_signed_in(request: Request, service: Service) -> Caller:
    """Say who is signed in; a cookie whose session is over is as none."""
    secret = read_cookie(request)
    if secret is None:
        return ANONYMOUS
    with service.reading() as transaction:
        found = transaction.sessions.find_caller(secret)
    if found is None:
        return ANONYMOUS
    caller, is_to_be_noted = found
    if is_to_be_noted and caller.session is not None:
        with service.changing() as transaction:
            transaction.sessions.note_seen(caller.session)
    return caller


KeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern="^[!-~]+$",
        description="The caller's own word for this order: the same again has no effect.",
    ),
]


async def read_key(request: Request, key: KeyHeader = None) -> OrderKey | None:
    """Read the key of an order, and what it is the key of."""
    if key is None:
        return None
    body = await request.body()
    ordered = f"{request.method} {request.url.path}?{request.url.query}\n".encode() + body
    return OrderKey(key=key, body_sha256=hashlib.sha256(ordered).hexdigest())


def read_version(
    if_match: Annotated[
        str | None,
        Header(description="The `ETag` of what is changed; `*` changes any version."),
    ] = None,
) -> int | None:
    """Read the version that a change was made for; None for any.

    Raises
    ------
    VersionNeeded
        `version_needed`.
    BadRequest
        `version_unreadable`.
    """
    if if_match is None:
        raise VersionNeeded("version_needed")
    if if_match.strip() == "*":
        return None
    found = ETAG.fullmatch(if_match.strip())
    if found is None:
        raise BadRequest("version_unreadable")
    return int(found[1])


@dataclass(frozen=True)
class Shown:
    """An answer before it is written."""

    body: BaseModel | None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asker:
    """Somebody who asks over HTTP."""

    service: Service
    caller: Caller
    request: Request

    def ask(
        self,
        use_case: UseCase[Given, Result],
        given: Given,
        at: Target | None = None,
        *,
        part: str = "body",
        progress: Progress | None = None,
    ) -> Result:
        """Ask for a use case.

        Parameters
        ----------
        part : str
            The part of the request that the values stand in.

        Raises
        ------
        InvalidRequest
            If a value can't be used, with its way.
        KoalitionError
            Any other of the use case's own.
        """
        order = Order(self.caller, at, progress=progress or Silence())
        return _as_request(part, lambda: self.service.perform(use_case, order, given))

    @property
    def client(self) -> str:
        """From which computer is asked."""
        return self.request.client.host if self.request.client else ""

    def count(self, limit: Limit, who: str) -> None:
        """Count what may be asked for so often only; raises `TooMany`."""
        self.service.limits.count(limit, who)

    def read_folder(self, folder: Path) -> SeasonFile:
        """Read a season's folder by the checks of this installation."""
        return self.service.read_folder(folder)

    def warm_words(self, at: Target) -> None:
        """Read a season's words before a transaction is open, where they are not warm yet."""
        self.service.warm_words(Order(self.caller, at))

    def order(
        self,
        use_case: UseCase[Given, Result],
        given: Given,
        show: Callable[[Result], Shown],
        at: Target | None = None,
        key: OrderKey | None = None,
    ) -> Response:
        """Order what changes something, and answer it; the same order again is answered alike."""

        def to_answer(result: Result) -> GivenAnswer:
            shown = show(result)
            body = shown.body
            text = "" if body is None else body.model_dump_json(by_alias=True)
            return GivenAnswer(status=shown.status, headers=shown.headers, body=text)

        if key is not None and self.caller.kind is CallerKind.ANONYMOUS:
            # Those without an account share a name, so that a word is one's own with its body.
            key = key.evolve(key=f"{key.body_sha256[:32]}:{key.key}"[:255])
        order = Order(self.caller, at, key)
        answer = _as_request("body", lambda: self.service.answer(use_case, order, given, to_answer))
        media = "application/json" if answer.body else None
        return Response(answer.body, answer.status, answer.headers, media_type=media)


def _as_request(part: str, do: Callable[[], Result]) -> Result:
    """Make what is wrong with what was given the request's fault, by its way."""
    try:
        return do()
    except InvalidRequest:
        raise
    except InputError as error:
        raise InvalidRequest(tuple(place(part, fault) for fault in error.faults)) from error
    except NotFound as error:
        if error.params.get("field") is None:
            raise
        fault = Fault.of(error, error.params.get("name"))
        raise InvalidRequest((place(part, fault),)) from error


def open_asker(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    caller: Annotated[Caller, Depends(find_caller)],
) -> Asker:
    """Make ready to ask."""
    return Asker(service, caller, request)


def etag(version: int) -> dict[str, str]:
    """Give the header that tells a version."""
    return {"ETag": f'"{version}"'}


Asking = Annotated[Asker, Depends(open_asker)]
Key = Annotated[OrderKey | None, Depends(read_key)]
Version = Annotated[int | None, Depends(read_version)]
