"""Stands before every route: this computer's names only, and no orders from other sites.

A server of one organiser has no accounts, so whoever reaches it may do everything. A page
of another site reaches it through the visitor's own browser in two ways, both refused: by a name
of its own that it points at this computer (DNS rebinding), which the `Host` header gives
away, and by a request across sites, which `Sec-Fetch-Site` and `Origin` give away.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.headers import add_safe_headers
from api.http.languages import answer_language
from api.http.loopback import is_loopback
from api.http.problems import respond
from models.errors import BadRequest, KoalitionError, NotAllowed, TooLarge

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_BYTES, MOST_FILE_BYTES = 4_000_000, 60_000_000
OWN_SITES = frozenset({"same-origin", "none"})


class Guard:
    """Refuses foreign hosts and cross-site orders, and puts the safe headers on answers.

    Parameters
    ----------
    app : ASGIApp
    is_local : bool
        Whether only this computer may ask.
    base_url : str
        The address at which people reach it, if that is another than the server knows.
    """

    def __init__(self, app: ASGIApp, *, is_local: bool, base_url: str = "") -> None:
        self._app, self._is_local = app, is_local
        self._origin = None if is_local else origin_behind_proxy(base_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            """Add the headers to the first message of the answer."""
            if message["type"] == "http.response.start":
                add_safe_headers(MutableHeaders(scope=message))
            await send(message)

        headers = Headers(scope=scope)
        refusal = find_refusal(
            *(scope["method"], scope["scheme"], headers),
            is_local=self._is_local,
            origin=self._origin,
        )
        if refusal is None:
            await self._app(scope, within_limit(receive, headers), send_safely)
            return
        request = Request(scope)
        answer = respond(refusal, answer_language(request), scope["path"])
        await answer(scope, receive, send_safely)


def find_refusal(
    method: str, scheme: str, headers: Headers, *, is_local: bool, origin: str | None = None
) -> KoalitionError | None:
    """Say why a request is refused, if it is.

    Parameters
    ----------
    is_local : bool
        Whether only this computer may ask.
    origin : str, optional
        The server's own origin beside the one that the request came to.

    Returns
    -------
    KoalitionError, optional
        `foreign_host` or `cross_site`.
    """
    host = headers.get("host", "")
    if is_local and not is_loopback(_without_port(host)):
        return BadRequest("foreign_host")
    length = headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit_of(headers):
        return TooLarge("body_too_large", most=limit_of(headers) // 1_000_000)
    if method in SAFE_METHODS:
        return None
    site, told = headers.get("sec-fetch-site"), headers.get("origin")
    own = {f"{scheme}://{host}".lower(), origin}
    is_foreign = told is not None and told.lower() not in own
    if (site is not None and site not in OWN_SITES) or is_foreign:
        return NotAllowed("cross_site")
    return None


def origin_behind_proxy(base_url: str) -> str | None:
    """Give the origin that browsers tell where a proxy speaks TLS for the server, which does not.

    Examples
    --------
    >>> origin_behind_proxy("https://Koalition.example.org:443/ko")
    'https://koalition.example.org'
    >>> origin_behind_proxy("http://127.0.0.1:8000")
    """
    parts = urlsplit(base_url)
    if parts.scheme != "https" or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"https://{host}" + (f":{parts.port}" if parts.port not in (None, 443) else "")


def limit_of(headers: Headers) -> int:
    """Give how many bytes a body may have: files may have more than orders."""
    kind = headers.get("content-type", "")
    return MOST_FILE_BYTES if kind.startswith("multipart/") else MOST_BYTES


def within_limit(receive: Receive, headers: Headers) -> Receive:
    """Refuse a body that grows larger than it may, whatever it said of its size."""
    most, got = limit_of(headers), 0

    async def receive_counted() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            raise TooLarge("body_too_large", most=most // 1_000_000)
        return message

    return receive_counted


def _without_port(host: str) -> str:
    """Give the name or address of a `Host` header; an address of IPv6 stands in brackets."""
    name, colon, port = host.rpartition(":")
    return name if colon and (port.isdecimal() or not port) else host
