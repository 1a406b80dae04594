"""Events as a store keeps them."""

from typing import Any

from models.frozen import Frozen

SERVICE = "service"
"""The chain of what is about no season."""


class KeptEvent(Frozen):
    """One change.

    Attributes
    ----------
    sequence : int
        Its place in its season's chain, from 1.
    by : str
        Who did it, as others read it; empty where it was erased.
    body : dict or None
        What was said; None where it was erased.
    """

    sequence: int
    name: str
    at: str
    caller: str
    by: str
    thing: str | None
    body: dict[str, Any] | None


class BrokenChain(Frozen):
    """What is wrong with a chain: numbers that were changed or moved, or follow a gap.

    Attributes
    ----------
    missing_from : int or None
        The first number that is missing at the end.
    """

    chain: str
    numbers: tuple[int, ...]
    missing_from: int | None
