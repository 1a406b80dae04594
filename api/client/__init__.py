"""A small client of the service's HTTP interface; it imports no code of the server.

Errors are one tree: `Problem`, what the service answered with, and httpx2's own for what
never reached it.
"""

from api.client.client import Client, JsonObject, Kept
from api.client.events import Event
from api.client.problems import Problem

__all__ = ["Client", "Event", "JsonObject", "Kept", "Problem"]
