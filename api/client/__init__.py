"""A client of the service over HTTP: keys of orders, versions, pages and events taken care of.

It knows the interface alone and imports nothing of the server.
"""

from api.client.client import Client, ProblemAnswer

__all__ = ["Client", "ProblemAnswer"]
