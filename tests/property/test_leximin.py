"""Balance 1 against complete enumeration: every level of the worst coalitions."""

import pytest

from matcher.optimise.group import group
from matcher.problem import build_problem
from models.ports import Silence
from models.seasons import Effort
from tests.kit.tiny import crowded_season, enumerate_best

EPS = 1e-6


@pytest.mark.parametrize("block", range(10))
def test_every_level_is_as_high_as_enumeration_finds(block: int) -> None:
    for seed in range(10 * block, 10 * block + 10):
        problem = build_problem(*crowded_season(seed))
        _, groupings = enumerate_best(problem, beyond=0)

        def levels(members, problem=problem):  # type: ignore[no-untyped-def]
            scored = zip(problem.slots, members, strict=True)
            return sorted(problem.total(slot, chosen) for slot, chosen in scored if len(chosen))

        best = max(levels(found.members) for found in groupings)
        answer = group(problem, Effort.NORMAL, 60, Silence())
        found = levels(answer.members)
        for mine, theirs in zip(found, best, strict=True):
            assert abs(mine - theirs) <= EPS, (seed, found, best)
            if abs(mine - theirs) > 1e-9:
                break
