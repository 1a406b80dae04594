"""Seats in all breakout rounds: known from a design or searched, then with people on them.

First as many different pairs as possible meet, then repeats are few, then rooms are mixed,
then strangers come before old acquaintances; each of these decides only what those before
it leave open.
"""

from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.certifying import certify_count
from matcher.meetings.annealing import ChangingSeating, SeatingCosts
from matcher.meetings.bound import bound_coincidences, bound_pairs
from matcher.meetings.designs import build_from_plane
from matcher.meetings.exhaust import prove_or_improve
from matcher.meetings.rehearsal import ready_meetings
from matcher.meetings.search import REPEATS, price_lack, price_meetings, search
from matcher.meetings.seat_swaps import order_rounds, take_places
from matcher.meetings.seating import Gathering, count_pairs, meet
from models.meetings import Aim
from models.ports.progress import Progress
from models.seasons import Effort

ACQUAINTED = 0.01
"""What it costs that old acquaintances meet at once, beside two of a sector in a room."""
STRICT = 1e6
"""In the last annealing: what a pair that does not meet costs beside a room's mixture."""
POLISH = (0.5, 0.002, 4_000)
"""First and last temperature of the last annealing, in pairs of one sector, and steps each."""


@dataclass(frozen=True, eq=False)
class SeatingPlan:
    """Rooms of every round with what they are worth.

    Attributes
    ----------
    rooms : (R, n) int array
        Rooms in the rounds that were planned.
    met : (n, n) int array
        How often each pair meets, kept rounds included.
    bound : int
        The most pairs that could meet: for the aim `even`, without a pair that meets oftener
        than in these rooms.
    """

    rooms: Ints
    met: Ints
    bound: int

    @property
    def pairs(self) -> int:
        """How many different pairs meet."""
        return count_pairs(self.met)


def find_seats(
    gathering: Gathering, aim: Aim, seed: int, effort: Effort, progress: Progress
) -> SeatingPlan:
    """Plan the rounds: the same gathering, aim, seed and effort give the same seats.

    Notes
    -----
    Work is counted in neighbours looked at. Annealings get longer by and by; they end when
    the bound of pairs and that of repeats are both reached.

    Raises
    ------
    SolverFailure
        When more pairs meet, or fewer meet again, than is said to be possible.
    """
    ready_meetings(progress)
    random = np.random.default_rng(seed)
    company = _price_company(gathering)
    bound = bound_pairs(gathering)
    planned = build_from_plane(gathering)
    if planned is not None and aim is Aim.PAIRS:
        rooms = planned
    else:
        rooms = search(gathering, aim, bound, planned, random, effort, progress)
        if aim is Aim.PAIRS and count_pairs(meet(gathering, rooms)) < bound:
            rooms, is_proven = prove_or_improve(gathering, rooms)
            reached = count_pairs(meet(gathering, rooms))
            certify_count(reached, bound)
            bound = reached if is_proven else bound
    if gathering.is_open and aim is not Aim.SECTORS:
        rooms = order_rounds(gathering, take_places(gathering, rooms, company, random))
    rooms = _polish(gathering, aim, rooms, company, random)
    met = meet(gathering, rooms)
    if aim is Aim.EVEN:
        bound = bound_pairs(gathering, int(met.max()))
    again = int((met * (met - 1)).sum()) // 4
    certify_count(-again, -bound_coincidences(gathering))
    return SeatingPlan(rooms, met, certify_count(count_pairs(met), bound))


def _price_company(gathering: Gathering) -> Floats:
    """Price pairs in one room: what they have in common, and how early old contacts meet."""
    late = 1 - np.arange(gathering.rounds) / gathering.rounds
    return gathering.alike + ACQUAINTED * late[:, None, None] * gathering.ties


def _polish(
    gathering: Gathering, aim: Aim, rooms: Ints, company: Floats, random: np.random.Generator
) -> Ints:
    """Mix the rooms further where that costs neither pairs nor repeats."""
    prices = price_meetings(gathering, aim, REPEATS[0])
    costs = SeatingCosts(STRICT * prices, company, STRICT * price_lack(aim))
    hot, cold, each = POLISH
    steps = each * gathering.count * gathering.rounds
    return ChangingSeating(gathering, rooms).anneal(costs, random, hot, cold, steps)
