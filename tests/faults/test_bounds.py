"""A bound below what is reached is told as a failure wherever a bound is used."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import matcher.meetings.bound
import matcher.meetings.seats
from api.documents.season_folder import write_season_folder
from api.use_cases.prepare_run import RunOrder
from matcher.core.certifying import ROUNDING, certify, certify_count
from matcher.core.problem import build_problem
from matcher.core.settings import Options, problem_under, settings_of
from matcher.edit import compose_edit
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose
from matcher.explain.why import explain_actor
from matcher.meetings.bound import bound_pairs
from matcher.meetings.seats import find_seats
from matcher.optimise.group import group
from matcher.propose import propose
from matcher.steer.pareto import find_front
from matcher.steer.price import price_rules
from matcher.steer.repair import repair_options
from matcher.steer.variants import vary
from models.errors import SolverFailure
from models.meetings import Aim
from models.ports.progress import Silence
from models.proposals import EndedBy, Proposal
from models.seasons import Effort, Season
from models.text import Language
from tests.kit.faulty import (
    LOW,
    is_integer,
    lower_bounds,
    refused,
    twist_answers,
    without_answer,
)
from tests.kit.gatherings import make_gathering
from tests.kit.listing import list_nothing
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading, middle_season
from tests.kit.tiny import crowded_season, thirteen_season
from tests.kit.words import call_with

HONEST = Options(is_reproducible=True)
Case = tuple[Season, Reading, Proposal]


def lay_case(**fields: Any) -> Case:
    season, fits = middle_season()
    season = season.model_copy(update={"effort": Effort.QUICK, **fields})
    reading = give_reading(fits)
    return season, reading, propose(season, reading, HONEST, Silence())


@pytest.fixture(scope="module")
def case() -> Case:
    """Sixty actors and an honest proposal of theirs."""
    return lay_case(rules=(make_rule("sector_floor", sector="public", min=2),))


@pytest.fixture
def lowered(case: Case, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The same, and from now on the relaxation's bounds are false."""
    assert case[2].certificate.objective > LOW
    lower_bounds(monkeypatch)
    return case


def test_propose(lowered: Case) -> None:
    season, reading, _ = lowered
    with refused("bound_below_objective"):
        propose(season, reading, HONEST, Silence())


@pytest.mark.parametrize("balance", [0.0, 1.0])
def test_propose_where_coalitions_are_solved_apart_and_where_levels_are_raised(
    balance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = build_problem(*middle_season(balance))
    lower_bounds(monkeypatch)
    with refused("bound_below_objective"):
        group(problem, Effort.QUICK, 60, Silence())


def test_integer_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    list_nothing(monkeypatch)
    problem = build_problem(*middle_season(0.5))
    assert group(problem, Effort.NORMAL, 600, Silence()).objective > LOW
    asked = []

    def lower(model: Any, solution: Any) -> Any:
        if model.name == "members" and is_integer(model) and not solution.duals:
            asked.append(model)
            return without_answer(solution, bound=-LOW)
        return solution

    twist_answers(monkeypatch, lower)
    with refused("bound_below_objective"):
        group(problem, Effort.NORMAL, 600, Silence())
    assert asked


def test_choice_among_listed_coalitions(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = build_problem(*thirteen_season(2, 0.5))
    assert group(problem, Effort.NORMAL, 60, Silence()).objective > LOW
    asked = []

    def lower(model: Any, solution: Any) -> Any:
        if model.name == "partition" and is_integer(model) and not solution.duals:
            asked.append(model)
            return without_answer(solution, bound=-LOW)
        return solution

    twist_answers(monkeypatch, lower)
    with refused("bound_below_objective"):
        group(problem, Effort.NORMAL, 60, Silence())
    assert asked


def test_levels_of_the_worst_coalitions(monkeypatch: pytest.MonkeyPatch) -> None:
    list_nothing(monkeypatch)
    season, fits = crowded_season(3)
    problem = build_problem(season.model_copy(update={"balance": 1.0}), fits)
    group(problem, Effort.NORMAL, 60, Silence())
    asked = []

    def lower(model: Any, solution: Any) -> Any:
        if "level_1" in {v.name for v in model.variables()}:
            asked.append(model)
            return without_answer(solution, bound=0.0)
        return solution

    twist_answers(monkeypatch, lower)
    with refused("bound_below_objective"):
        group(problem, Effort.NORMAL, 60, Silence())
    assert asked


def test_score_of_members_set_by_hand(lowered: Case) -> None:
    season, reading, proposal = lowered
    settings = settings_of(season, HONEST)
    with refused("bound_below_objective"):
        compose_edit(season, reading, proposal.memberships, settings, Silence())


def test_alternatives(lowered: Case) -> None:
    season, reading, proposal = lowered
    with refused("bound_below_objective"):
        vary(season, reading, proposal, Silence())


def test_alternatives_worth_more_than_the_bound_of_the_proposal(case: Case) -> None:
    season, reading, proposal = case
    low = proposal.certificate.model_copy(update={"bound": LOW})
    with refused("bound_below_objective"):
        vary(season, reading, proposal.model_copy(update={"certificate": low}), Silence())


def test_repair(lowered: Case) -> None:
    season, reading, proposal = lowered
    options = repair_options(proposal, [proposal.memberships[0].members[0]])
    with refused("bound_below_objective"):
        propose(season, reading, options, Silence())


def test_pareto(lowered: Case) -> None:
    season, reading, proposal = lowered
    with refused("bound_below_objective"):
        find_front(season, reading, proposal, ("relevance", "novelty"), Silence())


def test_price(lowered: Case) -> None:
    with refused("bound_below_objective"):
        price_rules(*lowered, Silence())


def test_explain(lowered: Case) -> None:
    season, reading, proposal = lowered
    with refused("bound_below_objective"):
        explain_actor(season, reading, proposal, outsider(proposal), None, Silence())


@pytest.mark.parametrize("short", [0.01, 2 * ROUNDING])
def test_explain_where_the_bound_of_the_proposal_is_false(case: Case, short: float) -> None:
    season, reading, proposal = case
    bound = proposal.certificate.objective - short
    low = proposal.certificate.model_copy(update={"bound": bound})
    forged = proposal.model_copy(update={"certificate": low})
    with refused("bound_below_objective"):
        explain_actor(season, reading, forged, outsider(proposal), None, Silence())


def test_openings(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    season, reading, proposal = case

    class Turning(Silence):
        """Lets bounds be false once single changes are tried."""

        turned = False

        def report(self, stage: str, done: float, *more: Any, **known: Any) -> None:
            if stage == "stage_openings" and not self.turned:
                self.turned = True
                lower_bounds(monkeypatch)

    progress = Turning()
    with refused("bound_below_objective"):
        explain_actor(season, reading, proposal, outsider(proposal), None, progress)
    assert progress.turned


def outsider(proposal: Proposal) -> str:
    return proposal.unplaced[0].actor_id


def test_season_run_leaves_nothing_to_be_taken_for_a_proposal(
    lowered: Case, tmp_path: Path
) -> None:
    season, reading, _ = lowered
    with refused("bound_below_objective"):
        write_season_folder(call_with(season, reading), RunOrder(), tmp_path, Language.SV)
    assert {path.name for path in tmp_path.iterdir()} <= {".lock"}


def test_compose_with_a_bound_from_anywhere(case: Case) -> None:
    season, reading, proposal = case
    problem = problem_under(season, reading.fits, proposal.settings)
    members = tuple(
        np.array([season.actor_index[a] for a in each.members]) for each in proposal.memberships
    )
    for bound in (LOW, proposal.certificate.objective - 3 * ROUNDING):
        with refused("bound_below_objective"):
            compose(
                problem,
                proposal.settings,
                reading.info,
                members,
                bound=bound,
                ended_by=EndedBy.WORK,
                solver="HiGHS 1.16",
            )


@pytest.mark.parametrize("name", ["bound_pairs", "bound_coincidences"])
def test_bounds_of_meetings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gathering = make_gathering(9, 3, 3)
    honest = getattr(matcher.meetings.seats, name)
    more = -1 if name == "bound_pairs" else 100
    monkeypatch.setattr(matcher.meetings.seats, name, lambda *given: honest(*given) + more)
    with refused("bound_below_objective"):
        find_seats(gathering, Aim.PAIRS, 1, Effort.QUICK, Silence())


@pytest.mark.parametrize("share", [0.5, 2.0, float("nan")])
def test_the_linear_program_of_meetings_is_not_believed(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathering = make_gathering(18, 4, 4)
    honest, optimise = bound_pairs(gathering), matcher.meetings.bound
    import scipy.optimize

    linprog = scipy.optimize.linprog

    def lie(*given: Any, **named: Any) -> Any:
        found = linprog(*given, **named)
        found.fun *= share
        found.ineqlin.marginals = found.ineqlin.marginals * share
        return found

    monkeypatch.setattr(scipy.optimize, "linprog", lie)
    assert optimise.bound_pairs(gathering) >= honest


@pytest.mark.parametrize("reached", [0.0, 0.847, -3.0])
def test_only_rounding_is_clamped(reached: float) -> None:
    assert certify(reached, reached - ROUNDING / 2) == reached
    assert certify(reached, reached + 0.25) == reached + 0.25
    with refused("bound_below_objective"):
        certify(reached, reached - 1.01 * ROUNDING)
    for bound in (float("nan"), float("inf")):
        with pytest.raises(SolverFailure) as caught:
            certify(reached, bound)
        assert caught.value.code == "solver_not_a_number"


def test_counts_are_not_clamped_at_all() -> None:
    assert certify_count(5, 7) == 7
    with refused("bound_below_objective"):
        certify_count(5, 4)


def test_the_failure_is_told_in_both_languages() -> None:
    failure = SolverFailure("bound_below_objective", objective=0.847, bound=0.1)
    assert "0.847" in failure.text.sv and "0.1" in failure.text.en
    assert json.dumps(failure.text.sv)


def test_bounds_that_hold_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself: an honest solver, twice, and the answer of before."""
    season, fits = crowded_season(1)
    one = group(build_problem(season, fits), Effort.NORMAL, 60, Silence())
    twist_answers(monkeypatch, lambda _, solution: solution)
    other = group(build_problem(season, fits), Effort.NORMAL, 60, Silence())
    assert one.objective == other.objective <= one.bound == other.bound
