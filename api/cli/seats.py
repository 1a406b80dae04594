"""The options `--pin`, `--ban`, `--swap` and `--decline` as what a run is asked for.

Names may have commas and equals signs: what is a name of the season is not taken apart.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.errors import BadRequest

if TYPE_CHECKING:
    from api.use_cases.call import Call
    from api.use_cases.prepare_run import Seat, Swap


def read_seats(call: "Call", options: Iterable[str]) -> "tuple[Seat, ...]":
    """Read `ACTOR=COALITION`, or `ACTOR` alone."""
    from api.use_cases.names import split_seat
    from api.use_cases.prepare_run import Seat

    parts = [split_seat(call.season, option, call.viewer) for option in options]
    return tuple(Seat(actor=name, coalition=where) for name, where in parts)


def read_swaps(call: "Call", options: Iterable[str]) -> "tuple[Swap, ...]":
    """Read `A,B`.

    Raises
    ------
    BadRequest
        `swap_of_two`: anything else.
    """
    from api.use_cases.names import list_actors
    from api.use_cases.prepare_run import Swap

    swaps = []
    for option in options:
        names = list_actors(call.season, option, call.viewer)
        if len(names) != 2:
            raise BadRequest("swap_of_two", value=option)
        swaps.append(Swap(one=names[0], other=names[1]))
    return tuple(swaps)


def read_actors(call: "Call", options: Iterable[str]) -> tuple[str, ...]:
    """Read `A[,B]`, each actor once."""
    from api.use_cases.names import list_actors

    listed = [list_actors(call.season, option, call.viewer) for option in options]
    return tuple(dict.fromkeys(name for names in listed for name in names))
