"""Which engine this is, as its proposals say it."""

from functools import cache
from importlib.metadata import version

from models.proposals import Engine

ALGORITHM = 2
"""To be raised by one with every change after which the same season, settings, seed and effort
may give other members, another objective or another bound, and told in CHANGELOG.md under
"Changes that change matches". 1 made the proposals that do not say which engine made them."""


@cache
def this_engine() -> Engine:
    """Give the installed version, whose sentences its proposals hold, and the algorithm's."""
    return Engine(version=version("koalition"), algorithm=ALGORITHM)
