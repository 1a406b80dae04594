"""Limits: how often something may be asked for, by whom; counted in the store."""

import math
import time
from enum import StrEnum
from typing import TYPE_CHECKING

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from models.errors import TooMany

if TYPE_CHECKING:
    from data.store.engines import Database


class Limit(StrEnum):
    """What is counted."""

    LINKS_OF_ADDRESS = "links_of_address"
    """Sign-in links to one address."""
    LINKS_OF_CLIENT = "links_of_client"
    """Sign-in links asked for from one computer."""
    TOKENS_OF_CLIENT = "tokens_of_client"
    """Secrets of links tried from one computer."""
    REGISTRATIONS_OF_ADDRESS = "registrations_of_address"
    REGISTRATIONS_OF_CLIENT = "registrations_of_client"


ALLOWED: dict[Limit, RateLimitItem] = {
    Limit.LINKS_OF_ADDRESS: RateLimitItemPerHour(5),
    Limit.LINKS_OF_CLIENT: RateLimitItemPerHour(30),
    Limit.TOKENS_OF_CLIENT: RateLimitItemPerMinute(60, 15),
    Limit.REGISTRATIONS_OF_ADDRESS: RateLimitItemPerHour(5),
    Limit.REGISTRATIONS_OF_CLIENT: RateLimitItemPerHour(60),
}
"""How often each is allowed, in which time."""


class Limits:
    """Counts what is asked for, and refuses what is too often.

    Parameters
    ----------
    database : Database
        Where it is counted: no restart forgets it, and all servers share it.
    """

    def __init__(self, database: "Database") -> None:
        from data.store.counters import StoredCounters

        self._limiter = FixedWindowRateLimiter(StoredCounters(database))

    def count(self, limit: Limit, who: str) -> None:
        """Count one.

        Raises
        ------
        TooMany
            `too_many_asked`, with the seconds until it is allowed again.
        """
        allowed = ALLOWED[limit]
        if not self._limiter.hit(allowed, limit, who):
            ends = self._limiter.get_window_stats(allowed, limit, who).reset_time
            raise TooMany("too_many_asked", seconds=max(1, math.ceil(ends - time.time())))
