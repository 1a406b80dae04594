"""The addresses, one file for each kind of thing."""

from api.http.routes import (
    audit,
    boards,
    coalitions,
    imports,
    invitations,
    meetings,
    parts,
    people,
    proposals,
    registrations,
    runs,
    seasons,
    sessions,
    words,
)

ROUTERS = (
    sessions.router,
    seasons.router,
    people.router,
    audit.router,
    registrations.router,
    imports.router,
    *parts.ROUTERS,
    runs.router,
    proposals.router,
    boards.router,
    invitations.router,
    coalitions.router,
    meetings.router,
    words.router,
)
"""Every router under the base address, in the order of the document."""
