"""Headers of every answer."""

from starlette.datastructures import MutableHeaders

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""Nothing is kept, guessed, framed or embedded; pages state their own policy."""


def add_safe_headers(headers: MutableHeaders) -> None:
    """Add the headers that an answer does not state itself."""
    for name, value in SAFE_HEADERS.items():
        headers.setdefault(name, value)
