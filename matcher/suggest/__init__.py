"""New partners for an actor, with reasons."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.suggest.matchmaker import Matchmaker as Matchmaker


def __getattr__(name: str) -> object:
    """Give the matchmaker when it is first asked for, so that opening this room costs nothing."""
    if name != "Matchmaker":
        raise AttributeError(name)
    from matcher.suggest.matchmaker import Matchmaker

    return Matchmaker
