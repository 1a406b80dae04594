"""Among equals the ids decide: in the search, with several seats, where all are gone through."""

import random

import numpy as np
import pytest

from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.optimise import equals
from matcher.optimise.group import group
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.actors import make_actor
from tests.kit.places import LUND, MALMO, STOCKHOLM
from tests.kit.rule_formulas import OFF
from tests.kit.seasons import make_challenge, make_season

KINDS = (("public", MALMO, 0.9), ("private", STOCKHOLM, 0.7), ("academia", LUND, 0.5))


def clones_of(seed: int, *, coalitions: int, size: int, capacity: int = 1) -> Problem:
    """Make 24 actors of three kinds in an order that is drawn; nothing tells a kind's apart."""
    draw = random.Random(seed)
    kinds = [KINDS[i % len(KINDS)] for i in range(24)]
    draw.shuffle(kinds)
    actors = [
        make_actor(i, sector=sector, place=place, capacity=capacity)
        for i, (sector, place, _) in enumerate(kinds)
    ]
    challenge = make_challenge(min_size=size, max_size=size, coalitions=coalitions)
    season = make_season(actors, [challenge], rules=OFF, balance=draw.choice([0.0, 0.5, 1.0]))
    return build_problem(season, Fits(np.array([[relevance] for *_, relevance in kinds])))


def kinds_of(problem: Problem, members: tuple[np.ndarray, ...]) -> list[list[int]]:
    return [problem.pool.sectors[chosen].tolist() for chosen in members]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("effort", [Effort.QUICK, Effort.NORMAL])
def test_of_clones_the_first_are_members(seed: int, effort: Effort) -> None:
    problem = clones_of(seed, coalitions=3, size=4)
    answer = group(problem, effort, 60, Silence())
    seated = sorted(a for chosen in answer.members for a in chosen.tolist())
    for kind in set(problem.pool.sectors.tolist()):
        alike = np.flatnonzero(problem.pool.sectors == kind).tolist()
        own = [a for a in seated if a in alike]
        assert own == alike[: len(own)]
    # Each coalition in turn has the first of those who are left, of the kinds that it has.
    left = {kind: [a for a in seated if problem.pool.sectors[a] == kind] for kind in range(4)}
    for chosen, kinds in zip(answer.members, kinds_of(problem, answer.members), strict=True):
        assert sorted(left[kind].pop(0) for kind in kinds) == chosen.tolist()


@pytest.mark.parametrize("seed", range(6))
def test_clones_with_several_seats_come_first_in_each_challenge(seed: int) -> None:
    problem = clones_of(seed, coalitions=1, size=4, capacity=2)
    (chosen,) = group(problem, Effort.QUICK, 60, Silence()).members
    for kind in set(problem.pool.sectors[chosen].tolist()):
        alike = np.flatnonzero(problem.pool.sectors == kind).tolist()
        own = [a for a in chosen.tolist() if a in alike]
        assert own == alike[: len(own)]


@pytest.mark.parametrize("seed", range(6))
def test_exchanges_and_going_through_all_give_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = clones_of(seed, coalitions=1, size=2)
    all_of_them = group(problem, Effort.QUICK, 60, Silence())
    monkeypatch.setattr(equals, "FEW_SETS", 0)
    exchanged = group(problem, Effort.QUICK, 60, Silence())
    assert [m.tolist() for m in exchanged.members] == [m.tolist() for m in all_of_them.members]
