"""The addresses, one file for each kind of thing."""

from api.http.routes import health, parts, seasons

ROUTERS = (seasons.router, *parts.ROUTERS, health.router)
"""Every router under the base address, in the order of the document."""
