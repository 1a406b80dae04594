"""No soft rule buys a move of the search out of a hard one, at any balance and strength."""

from random import Random

import numpy as np
import pytest

from matcher.core.arrays import Ints
from matcher.core.problem import Problem, build_problem
from matcher.optimise import moves
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.tables import tabulate
from tests.kit.rules import make_rule
from tests.kit.tiny import crowded_season


@pytest.mark.parametrize("strength", [0.5, 30.0, 1000.0])
@pytest.mark.parametrize("balance", [0.0, 0.5, 1.0])
def test_moves_are_worth_hard_units_first_and_then_f(balance: float, strength: float) -> None:
    bought = 0
    for seed in range(12):
        season, fits = crowded_season(seed)
        rules = (
            make_rule("one_per_group", strength=0.0),
            make_rule("shared_language", strength=0.0),
            make_rule("new_contacts_floor", min=1),
            make_rule("together", actors=("a00", "a01", "a02"), strength=strength),
            make_rule("county_ceiling", max=1, strength=strength),
        )
        problem = build_problem(season.evolve(rules=rules, balance=balance), fits)
        draw = Random(seed)
        order = draw.sample(range(problem.pool.size), 6)
        members = tuple(np.sort(order[2 * s : 2 * s + 2]) for s in range(3))
        seats = Seats((2, 2, 2), tuple((0,) * len(slot.rules) for slot in problem.slots), members)
        tables, parts = tabulate(problem, seats)
        state = moves.open_state(tables, parts, members)
        start = evaluate(problem, seats, members)
        mean = _mean(problem, members)
        for s, u in ((0, 1), (1, 2), (2, 0)):
            for i, x in ((i, x) for i in members[s].tolist() for x in members[u].tolist()):
                one, other = (
                    moves.after(tables, state, s, i, x),
                    moves.after(tables, state, u, x, i),
                )
                gain = moves.gain_of(tables, state, s, one, u, other)
                swapped = list(members)
                swapped[s] = np.sort(np.where(members[s] == i, x, members[s]))
                swapped[u] = np.sort(np.where(members[u] == x, i, members[u]))
                found = evaluate(problem, seats, tuple(swapped))
                fewer = start.missing - found.missing
                tilt = moves.TILT * (_mean(problem, tuple(swapped)) - mean)
                rise = found.objective - start.objective + tilt
                assert gain == pytest.approx(tables.missed_unit * fewer + rise, abs=1e-7)
                if fewer:
                    assert np.sign(gain) == np.sign(fewer)
                    bought += rise * fewer < 0
    assert bought > 5


def _mean(problem: Problem, members: tuple[Ints, ...]) -> float:
    pairs = zip(problem.slots, members, strict=True)
    return sum(problem.total(slot, chosen) for slot, chosen in pairs) / len(members)
