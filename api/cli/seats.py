"""The options `--pin`, `--ban` and `--swap` as what a run is asked for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.errors import BadRequest

if TYPE_CHECKING:
    from api.use_cases.prepare_run import Seat, Swap


def read_seats(options: Iterable[str]) -> "tuple[Seat, ...]":
    """Read `ACTOR=COALITION`, or `ACTOR` alone."""
    from api.use_cases.prepare_run import Seat

    parts = [option.partition("=") for option in options]
    return tuple(Seat(actor=name, coalition=where) for name, _, where in parts)


def read_swaps(options: Iterable[str]) -> "tuple[Swap, ...]":
    """Read `A,B`.

    Raises
    ------
    BadRequest
        `swap_of_two`: anything else.
    """
    from api.use_cases.prepare_run import Swap

    swaps = []
    for option in options:
        names = [name.strip() for name in option.split(",")]
        if len(names) != 2 or not all(names):
            raise BadRequest("swap_of_two", value=option)
        swaps.append(Swap(one=names[0], other=names[1]))
    return tuple(swaps)
