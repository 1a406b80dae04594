"""Gap and status by the contract: from the two published numbers alone."""

import pytest

from matcher.core.certifying import gap_of
from matcher.core.problem import build_problem
from matcher.core.settings import Options, settings_of
from matcher.explain.compose import compose
from matcher.optimise.group import first_grouping
from models.proposals import Certificate, EmbeddingInfo, EndedBy, Status
from tests.kit.seasons import middle_season

LEFT = {
    0.0: Status.OPTIMAL,
    4e-7: Status.OPTIMAL,
    1e-6: Status.OPTIMAL,
    2e-6: Status.OPTIMAL,
    2.1e-6: Status.FEASIBLE,
    3e-6: Status.FEASIBLE,
    0.01: Status.FEASIBLE,
}


def certificate_of(left: float) -> Certificate:
    """Compose a proposal whose bound lies so far above what it publishes as F."""
    season, fits = middle_season()
    problem = build_problem(season, fits)
    members = first_grouping(problem)[1].members
    settings = settings_of(season, Options())
    embedding = EmbeddingInfo(model="given", fingerprint="0", dim=4)
    worth = [problem.total(slot, m) for slot, m in zip(problem.slots, members, strict=True)]
    bound = round(problem.objective(worth), 6) + left
    found = compose(
        problem,
        settings,
        embedding,
        members,
        bound=bound,
        ended_by=EndedBy.WORK,
        solver="HiGHS 1.16",
    )
    assert found.certificate.bound >= bound - 1e-12
    return found.certificate


@pytest.mark.parametrize("left", LEFT)
def test_optimal_is_what_leaves_two_millionths_at_most(left: float) -> None:
    found = certificate_of(left)
    assert found.status is LEFT[left]
    assert found.is_proven == (found.status is Status.OPTIMAL)
    assert (found.ended_by is EndedBy.OPTIMAL) == found.is_proven
    assert found.gap == pytest.approx(
        (found.bound - found.objective) / max(abs(found.bound), 1e-3), abs=5e-7
    )


@pytest.mark.parametrize(
    ("objective", "bound", "gap"),
    [(0.5, 1.0, 0.5), (0.0, 0.0, 0.0), (0.0, 5e-4, 0.5), (-0.5, -0.25, 1.0), (-1e-4, 0.0, 0.1)],
)
def test_small_and_negative_bounds_have_a_gap_too(
    objective: float, bound: float, gap: float
) -> None:
    assert gap_of(objective, bound) == pytest.approx(gap)
