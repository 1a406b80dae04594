"""The addresses, one file for each kind of thing."""

from api.http.routes import boards, health, imports, parts, proposals, runs, seasons, words

ROUTERS = (
    seasons.router,
    imports.router,
    *parts.ROUTERS,
    runs.router,
    proposals.router,
    boards.router,
    words.router,
    health.router,
)
"""Every router under the base address, in the order of the document."""
