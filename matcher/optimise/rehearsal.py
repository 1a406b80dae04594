"""A search so small that it takes no time, which calls every loop: see `core.loops`."""

import numpy as np

from matcher.core import loops
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.optimise.search import Search
from matcher.optimise.settle import settle_seats
from models.actors import Actor
from models.challenges import Challenge
from models.places import Place
from models.ports.progress import Progress
from models.seasons import Season
from models.sectors import Sector

PART = "optimise"
ACTORS, COALITIONS, SIZE = 8, 2, 3


def ready_search(progress: Progress, *, again: bool = False) -> None:
    """Compile the search's loops, where that was not done before in this installation."""
    loops.make_ready(PART, _rehearse, progress, again=again)


def _rehearse() -> None:
    place = Place(name="–", municipality="–", county="–", lat=60.0, lon=15.0)
    actors = tuple(
        Actor(id=f"a{i}", name="–", sector=sector, place=place, description="–")
        for i, sector in zip(range(ACTORS), [*Sector] * ACTORS, strict=False)
    )
    sizes = {"min_size": SIZE, "max_size": SIZE, "areas": 2, "reference_km": 1.0}
    challenges = tuple(
        Challenge.model_validate({"id": f"c{c}", "title": "–", **sizes}) for c in range(COALITIONS)
    )
    season = Season(name="–", actors=actors, challenges=challenges)
    problem = build_problem(season, Fits(np.full((ACTORS, COALITIONS), 0.5)))
    seats = settle_seats(problem)
    search = Search(problem, seats)
    search.anneal(search.descend(seats.start, 1).members, 1)
