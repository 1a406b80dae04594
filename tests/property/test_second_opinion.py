"""HiGHS and CBC agree on small seasons: seats, give-ups, objective and bound."""

from dataclasses import replace
from random import Random

import pytest

from matcher.agreement import verify
from matcher.core.fits import Fits
from matcher.core.problem import Problem, build_problem
from matcher.core.settings import Options
from matcher.explain.conflicts import find_conflicts
from matcher.optimise.bound import bound_objective
from matcher.optimise.group import BoundedGrouping, first_grouping, group
from matcher.optimise.rows import build_model
from matcher.optimise.solver import solver_name
from matcher.propose import propose
from models.ports.progress import Silence
from models.proposals import EndedBy, Solver
from models.seasons import Effort, Season
from tests.kit.actors import draw_actor
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, draw_ties, give_reading, make_challenge, make_season
from tests.kit.tiny import ruled_season, sibling_season

AGREEMENT = 1e-6


def small_season(seed: int) -> tuple[Season, Fits]:
    """Give 20 actors for two challenges, one floor of which can't always hold."""
    draw = Random(seed)
    actors = [draw_actor(draw, i, capacity=draw.choice([1, 1, 2])) for i in range(20)]
    challenges = [make_challenge(c, min_size=4, max_size=6) for c in range(2)]
    rules = (
        make_rule("sector_floor", sector="public", min=draw.randint(1, 4)),
        make_rule("attribute_ceiling", attribute="storlek", value="stor", max=2, strength=0.5),
    )
    ties = draw_ties(draw, actors, 0.2)
    season = make_season(actors, challenges, ties=ties, rules=rules, balance=draw.random())
    return season, draw_fits(season, seed)


SEASONS = [
    *(ruled_season(seed) for seed in range(300, 310)),
    *(sibling_season(seed) for seed in range(300, 304)),
    *(small_season(seed) for seed in range(6)),
]


def answer_of(problem: Problem) -> BoundedGrouping:
    return group(problem, Effort.THOROUGH, 120, Silence())


@pytest.mark.parametrize("number", range(len(SEASONS)))
def test_both_give_the_same_answer(number: int) -> None:
    season, fits = SEASONS[number]
    ours = build_problem(season, fits)
    theirs = replace(ours, solver=Solver.CBC)
    one, other = answer_of(ours), answer_of(theirs)
    assert one.seats.sizes == other.seats.sizes
    assert one.seats.give_ups == other.seats.give_ups
    assert [c.cost for c in find_conflicts(ours, one.members)] == [
        c.cost for c in find_conflicts(theirs, other.members)
    ]
    assert one.ended_by is other.ended_by is EndedBy.OPTIMAL
    assert other.objective == pytest.approx(one.objective, rel=AGREEMENT)
    assert other.bound == pytest.approx(one.bound, rel=AGREEMENT)


@pytest.mark.parametrize("seed", range(6))
def test_duals_of_both_prove_the_same_bound(seed: int) -> None:
    problem = build_problem(*small_season(seed))
    seats, start = first_grouping(problem, 100)
    bounds = []
    for solver in Solver:
        model = build_model(replace(problem, solver=solver), seats)
        bounds.append(bound_objective(model, start.members, 50, Silence()).value)
    assert bounds[1] == pytest.approx(bounds[0], abs=AGREEMENT)
    assert bounds[0] >= start.objective


def test_a_stopped_run_of_cbc_is_no_proof() -> None:
    problem = build_problem(*small_season(1), solver=Solver.CBC)
    normal = group(problem, Effort.QUICK, 60, Silence())
    assert normal.bound >= normal.objective
    best = answer_of(problem)
    assert normal.bound >= best.objective - 1e-9


def test_a_proposal_of_cbc_says_so_agrees_and_comes_out_the_same_again() -> None:
    season, fits = small_season(2)
    options = Options(solver=Solver.CBC, is_reproducible=True)
    one, other = (propose(season, give_reading(fits), options, Silence()) for _ in range(2))
    assert one == other
    assert one.settings.solver is Solver.CBC
    assert one.certificate.solver == solver_name(Solver.CBC)
    document = one.model_dump(mode="json", by_alias=True)
    assert verify(season, document, give_reading(fits)) == ()
    document["settings"]["solver"] = "highs"
    assert verify(season, document, give_reading(fits)) != ()
