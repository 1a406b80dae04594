"""The addresses, one file for each kind of thing."""

from api.http.routes import health, parts, runs, seasons

ROUTERS = (seasons.router, *parts.ROUTERS, runs.router, health.router)
"""Every router under the base address, in the order of the document."""
