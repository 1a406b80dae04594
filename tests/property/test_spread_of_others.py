"""A spread over anything that can be said of pairs: its bound holds, whatever the numbers."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest

from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem, build_problem
from matcher.criteria.shapes.spread import Spread
from matcher.criteria.term import Term
from matcher.optimise.bound import bound_objective
from matcher.optimise.group import first_grouping, group
from matcher.optimise.rows import build_model
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.tiny import enumerate_best, tiny_season


@dataclass(frozen=True)
class Likeness:
    """1 for two of a kind, 0 for others, as a criterion from outside may judge: no distance."""

    kinds: Ints

    def __call__(self, actors: Ints, others: Ints | None = None) -> Floats:
        them = np.arange(len(self.kinds)) if others is None else others
        alike = (self.kinds[actors][:, None] == self.kinds[them]) & (actors[:, None] != them)
        return alike.astype(float)


def likeness_problem(seed: int) -> Problem:
    """Give a tiny season in which nothing but the members' likeness counts."""
    season, fits = tiny_season(seed)
    problem = build_problem(season.evolve(rules=()), fits)
    kinds = np.random.default_rng(seed).integers(0, 3, problem.pool.size)
    terms: dict[str, tuple[Term, ...]] = dict.fromkeys(problem.weights, ())
    terms["geographic_spread"] = (Spread(Likeness(kinds), 1.0),)
    return replace(
        problem, slots=tuple(replace(slot, terms=terms, soft=()) for slot in problem.slots)
    )


@pytest.mark.parametrize("block", range(4))
def test_a_likeness_is_bounded_by_no_tangent(block: int) -> None:
    bounded = 0
    for seed in range(10 * block, 10 * block + 10):
        problem = likeness_problem(seed)
        _, found = enumerate_best(problem)
        best = max(found, key=lambda each: each.objective)
        worst = min(found, key=lambda each: each.objective)
        answer = group(problem, Effort.NORMAL, math.inf, Silence())
        assert answer.bound >= best.objective - 1e-6, seed
        seats, _ = first_grouping(problem)
        model = build_model(problem, seats)
        bound = bound_objective(model, worst.members, 50, Silence()).value
        assert bound >= best.objective - 1e-6, seed
        bounded += best.objective > worst.objective
    assert bounded >= 3


def test_distances_on_the_globe_are_of_negative_type() -> None:
    """Which is what their term says: no weights that sum up to 0 make Σ w w d positive."""
    problem = build_problem(*tiny_season(1))
    for slot in problem.slots:
        (term,) = (t for t in slot.terms["geographic_spread"] if isinstance(t, Spread))
        far = term.distances(np.arange(problem.pool.size))
        centred = np.eye(len(far)) - 1 / len(far)
        assert term.is_negative_type
        assert np.linalg.eigvalsh(centred @ far @ centred).max() < 1e-9 * far.max()
