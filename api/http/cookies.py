"""The cookie of somebody who is signed in: scripts can't read it, other sites can't send it."""

from starlette.requests import Request
from starlette.responses import Response

from api.http.loopback import is_loopback
from models.accounts import SESSION_LIFE

SAFE, PLAIN = "__Host-koalition", "koalition"
"""Its name where connections are safe, and on this computer alone, where they need not be."""


def read_cookie(request: Request) -> str | None:
    """Give the secret that a request brings along."""
    return request.cookies.get(_name(request))


def set_cookie(request: Request, answer: Response, secret: str) -> None:
    """Let the browser keep a session's secret."""
    answer.set_cookie(
        _name(request),
        secret,
        max_age=int(SESSION_LIFE.total_seconds()),
        path="/",
        secure=not _is_at_home(request),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(request: Request, answer: Response) -> None:
    """Let the browser forget it."""
    answer.delete_cookie(
        _name(request),
        path="/",
        secure=not _is_at_home(request),
        httponly=True,
        samesite="lax",
    )


def _name(request: Request) -> str:
    return PLAIN if _is_at_home(request) else SAFE


def _is_at_home(request: Request) -> bool:
    return is_loopback(request.url.hostname or "") and request.url.scheme == "http"
