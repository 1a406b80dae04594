"""A shape from outside with a kernel, against scores from scratch; run where it is installed."""

import sys

import numpy as np
import pytest

from matcher.core.problem import build_problem
from matcher.criteria.registry import CRITERIA
from matcher.optimise import moves
from matcher.optimise.group import first_grouping
from matcher.optimise.registry import SHAPES, shape_of
from matcher.optimise.tables import tabulate
from models.errors import NoSolution
from tests.kit.tiny import sibling_season, tiny_season
from tests.property.test_brute_force import check

SEASONS = 12


def main() -> None:
    """Price every replacement in tiny seasons, and solve them."""
    assert "kinship" in CRITERIA and "matches" in SHAPES
    priced = 0
    for seed in range(SEASONS):
        season, fits = (tiny_season, sibling_season)[seed % 2](seed)
        season = season.model_copy(update={"rules": ()})
        problem = build_problem(season, fits)
        (term,) = problem.slots[0].terms["kinship"]
        assert shape_of(term).kernel is not None
        check(season, fits, seed)
        try:
            seats, found = first_grouping(problem, 5)
        except NoSolution:
            continue
        tables, parts = tabulate(problem, seats)
        state = moves.open_state(tables, parts, found.members)
        for s, chosen in enumerate(found.members):
            for leaver in chosen.tolist():
                for comer in np.flatnonzero(tables.allowed[s]).tolist():
                    worth = moves.after(tables, state, s, leaver, comer)
                    if comer in chosen or worth < -1:  # what misses a rule is priced
                        continue
                    after = np.sort(np.where(chosen == leaver, comer, chosen))
                    total = problem.total(problem.slots[s], after)
                    assert worth == pytest.approx(total, abs=1e-9), (seed, s, leaver, comer)
                    priced += 1
    sys.stdout.write(str(priced))


if __name__ == "__main__":
    main()
