"""What the checker knows of rules that never give way: where an actor may or must be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matcher.verify.difference import Difference
from matcher.verify.seats import StatedSeats


@dataclass(frozen=True)
class PlacingFormula:
    """A kind of rule that never gives way.

    Attributes
    ----------
    key : str
    position : int
    find : callable
        Gives the actors who are where they may not be, or not where they must be.
    """

    key: str
    position: int
    find: Callable[[StatedSeats], Iterable[Difference]]
