"""A slow machine finds what a quick one finds: work is counted, and time is a safety stop."""

import itertools
import sys
import time
from collections.abc import Callable

import pulp
import pytest

from data.files.reading import read_season
from matcher.check import check_season
from matcher.constraints.registry import check_rule
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.explain.conflicts import find_conflicts
from matcher.explain.core import find_core
from matcher.explain.other_relaxations import find_other_relaxations
from matcher.optimise.budgets import Budget
from matcher.optimise.group import first_grouping
from matcher.propose import propose
from models.errors import NoSolution
from models.ports.progress import Silence
from models.seasons import Season
from tests.kit.scarce import lay_scarce
from tests.kit.seasons import give_reading, middle_season

LIMIT_S = 1e6
"""The safety stop, which none of these clocks comes near."""


def slow() -> Callable[[], float]:
    """Everything seems to take a thousand times as long."""
    began = time.monotonic()
    return lambda: began + 1000 * (time.monotonic() - began)


def jumping() -> Callable[[], float]:
    """An hour passes between any two looks."""
    hours = itertools.count()
    return lambda: 3600.0 * next(hours)


CLOCKS = {"slow": slow, "jumping": jumping}


def set_clocks(patch: pytest.MonkeyPatch, clock: Callable[[], float]) -> int:
    """Give every module of the engine that looks at a clock another one."""
    looking = [
        module
        for name, module in sys.modules.items()
        if name.startswith("matcher.") and getattr(module, "monotonic", None) is time.monotonic
    ]
    for module in looking:
        patch.setattr(module, "monotonic", clock)
    return len(looking)


@pytest.fixture(scope="module")
def scarce(tmp_path_factory: pytest.TempPathFactory) -> Season:
    """A season of which rules stand against each other."""
    folder = lay_scarce(tmp_path_factory.mktemp("scarce") / "season")
    season = read_season(folder, check_rule=check_rule, criteria=CRITERIA).season
    return season.model_copy(update={"time_limit_s": LIMIT_S})


def test_check_explains_the_same(scarce: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = check_season(scarce)
    assert honest.core and honest.alternatives
    for make in CLOCKS.values():
        with monkeypatch.context() as patch:
            assert set_clocks(patch, make()) > 3
            assert check_season(scarce) == honest


@pytest.mark.parametrize("name", CLOCKS)
def test_propose_finds_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    season, fits = middle_season()
    options = Options(is_reproducible=True, time_limit_s=LIMIT_S, alternatives=1)
    honest = propose(season, give_reading(fits), options, Silence())
    set_clocks(monkeypatch, CLOCKS[name]())
    assert propose(season, give_reading(fits), options, Silence()) == honest


def test_work_that_is_spent_ends_explaining_the_same_way(scarce: Season) -> None:
    problem = build_problem(scarce)
    found = find_conflicts(problem, first_grouping(problem)[1].members)
    assert find_core(problem, Budget()) and find_other_relaxations(problem, found, Budget())
    for little in ({"entries": 500}, {"nodes": 0}):
        assert find_core(problem, Budget(**little)) == ()
    assert find_other_relaxations(problem, found, Budget(entries=500)) == ()


def test_a_budget_is_never_overdrawn() -> None:
    model = pulp.LpProblem("three")
    x = [model.add_variable(f"x{i}") for i in range(3)]
    model += pulp.lpSum(x) >= 1
    budget = Budget(entries=7)
    budget.spend(model)
    budget.spend(model)
    assert budget.entries == 1 and not budget.is_spent
    with pytest.raises(NoSolution):
        budget.spend(model)
    assert budget.is_spent
