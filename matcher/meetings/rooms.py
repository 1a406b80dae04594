"""How many seats each room has."""

from matcher.meetings.seating import divide
from models.errors import Fault, InputError


def size_rooms(there: int, members: int, asked: tuple[int, ...]) -> tuple[int, ...]:
    """Give the seats of each room in a round.

    Parameters
    ----------
    there : int
        How many are there in the round.
    members : int
        How many there would be if nobody were away.
    asked : tuple of int
        One number: how many rooms. Several: their sizes with every member there.

    Returns
    -------
    tuple of int
        Sizes that add up to those who are there, none of them empty. A number of rooms that
        would leave somebody alone becomes smaller; of given sizes, the largest room gives
        away the seats of who is absent.

    Raises
    ------
    InputError
        `rooms_do_not_fit`: given sizes do not add up to the members.

    Examples
    --------
    >>> size_rooms(18, 18, (4,)), size_rooms(5, 5, (3,)), size_rooms(16, 18, (6, 6, 6))
    ((5, 5, 4, 4), (3, 2), (5, 5, 6))
    """
    if len(asked) == 1:
        return divide(there, max(1, min(asked[0], there // 2)))
    if sum(asked) != members:
        value = ",".join(str(size) for size in asked)
        words = {"seats": sum(asked), "members": members}
        raise InputError((Fault.given("rooms", value, "rooms_do_not_fit", **words),))
    sizes = list(asked)
    for _ in range(members - there):
        sizes[sizes.index(max(sizes))] -= 1
    return tuple(size for size in sizes if size)
