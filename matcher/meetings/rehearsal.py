"""A plan so small that it takes no time, which calls every loop: see `core.loops`."""

import numpy as np

from matcher.core import loops
from matcher.meetings.annealing import ChangingSeating, SeatingCosts, deal
from matcher.meetings.exhaust import prove_or_improve
from matcher.meetings.seat_swaps import take_places
from matcher.meetings.seating import Gathering
from models.ports.progress import Progress

PART = "meetings"
PEOPLE, ROUNDS = 6, 4


def ready_meetings(progress: Progress, *, again: bool = False) -> None:
    """Compile the loops of plans, where that was not done before in this installation."""
    loops.make_ready(PART, _rehearse, progress, again=again)


def _rehearse() -> None:
    nobody = np.zeros((PEOPLE, PEOPLE))
    gathering = Gathering(
        present=np.ones((ROUNDS, PEOPLE), dtype=np.bool_),
        sizes=((3, 3),) * ROUNDS,
        kept=np.empty((0, PEOPLE), dtype=np.int64),
        sector=np.arange(PEOPLE) % 2,
        alike=nobody,
        ties=nobody.astype(np.bool_),
    )
    random = np.random.default_rng(0)
    company = np.zeros((ROUNDS, PEOPLE, PEOPLE))
    costs = SeatingCosts(np.ones(ROUNDS + 2), company, 0.0)
    rooms = ChangingSeating(gathering, deal(gathering, random)).anneal(costs, random, 0.5, 0.1, 1)
    prove_or_improve(gathering, take_places(gathering, rooms, company, random))
