"""A solver that breaks down, stops or lies costs a retry or a message, never a result."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pulp
import pytest

from data.files.reading import read_season
from matcher.check import check_season
from matcher.constraints.registry import check_rule
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from matcher.engine import verify
from matcher.explain.why import explain_actor
from matcher.optimise.solution import Solution
from matcher.propose import propose
from matcher.steer.pareto import find_front
from matcher.steer.price import price_rules
from matcher.steer.recruit import advise
from matcher.steer.repair import repair_options
from matcher.steer.reserve_lists import choose_reserves
from matcher.steer.variants import vary
from models.errors import NoSolution, SolverFailure
from models.ports.notes import listening
from models.ports.progress import Silence
from models.proposals import Keep, Proposal, Solver
from models.seasons import Effort, Season
from models.text import Text
from tests.kit.faulty import twist_answers, without_answer
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, give_reading
from tests.kit.tiny import crowded_season

CASES = Path(__file__).parent / "cases"
HONEST = Options(is_reproducible=True)
Break = Callable[[pulp.LpProblem, Solution], Solution]


def fail(_model: pulp.LpProblem, _answer: Solution) -> Solution:
    raise SolverFailure("solver_failed", status="Solve error")


def explode(_model: pulp.LpProblem, _answer: Solution) -> Solution:
    raise RuntimeError("index out of range")


def deny(_model: pulp.LpProblem, answer: Solution) -> Solution:
    return without_answer(answer, is_infeasible=True)


def stop_empty(_model: pulp.LpProblem, answer: Solution) -> Solution:
    return without_answer(answer, is_infeasible=False, bound=float("-inf"))


def stop_with_incumbent(_model: pulp.LpProblem, answer: Solution) -> Solution:
    return replace(answer, is_proven=False, bound=min(answer.bound, answer.objective - 1))


def miss(_model: pulp.LpProblem, answer: Solution) -> Solution:
    if not answer.is_feasible:
        return answer
    return replace(answer, values={name: value + 2 for name, value in answer.values.items()})


def halve(_model: pulp.LpProblem, answer: Solution) -> Solution:
    if not answer.is_feasible:
        return answer
    return replace(answer, values={name: value / 2 for name, value in answer.values.items()})


BREAKS: dict[str, Break] = {
    "breaks down": fail,
    "raises": explode,
    "denies": deny,
    "stops with nothing": stop_empty,
    "stops with something": stop_with_incumbent,
    "a point outside": miss,
    "a point of halves": halve,
}


@dataclass
class Faulty:
    """Breaks the n-th answer alone."""

    breaks: Break
    at: int
    asked: int = field(default=0)

    def __call__(self, model: pulp.LpProblem, answer: Solution) -> Solution:
        self.asked += 1
        return self.breaks(model, answer) if self.asked == self.at else answer


def read_case(name: str) -> Season:
    return read_season(CASES / name, check_rule=check_rule, criteria=CRITERIA).season


@pytest.mark.parametrize("name", ["solve-error-check", "solve-error-alternatives"])
def test_where_presolve_breaks_down_it_is_left_out_and_told(name: str) -> None:
    season, heard = read_case(name), list[Text]()
    with listening(heard.append):
        found = check_season(season)
    assert (
        sum(conflict.cost for each in found.challenges for conflict in each.conflicts)
        == {
            "solve-error-check": 5,
            "solve-error-alternatives": 1,
        }[name]
    )
    other = propose(
        season, give_reading(draw_fits(season, 1)), replace(HONEST, solver=Solver.CBC), Silence()
    )
    mine = propose(season, give_reading(draw_fits(season, 1)), HONEST, Silence())
    assert mine.conflicts == other.conflicts
    assert mine.certificate.objective == pytest.approx(other.certificate.objective, abs=2e-6)
    if name == "solve-error-check":
        (note,) = {text.en for text in heard}
        assert "without presolve instead" in note


def lay_season() -> tuple[Season, Reading]:
    season, fits = crowded_season(3)
    rules = (*season.rules, make_rule("apart", actors=("a00", "a01")))
    season = season.evolve(rules=rules, balance=0.5, effort=Effort.NORMAL)
    return season, give_reading(fits)


Command = Callable[[Season, Reading, Proposal], Any]


def keep(season: Season, reading: Reading, proposal: Proposal) -> Any:
    options = replace(HONEST, keep=Keep(coalitions=proposal.memberships, max_changes=2))
    return propose(season, reading, options, Silence())


def repair(season: Season, reading: Reading, proposal: Proposal) -> Any:
    options = repair_options(proposal, [proposal.memberships[0].members[0]])
    return propose(season, reading, options, Silence())


def explain(season: Season, reading: Reading, proposal: Proposal) -> Any:
    actor = next(a.id for a in season.actors if a.id not in proposal.memberships[0].members)
    challenge = proposal.memberships[0].challenge_id
    return explain_actor(season, reading, proposal, actor, challenge, Silence())


def choose(season: Season, reading: Reading, proposal: Proposal) -> Any:
    chances = {actor.id: 0.2 for actor in season.actors}
    return choose_reserves(season, reading, proposal, chances, 2, Silence())


COMMANDS: dict[str, Command] = {
    "check": lambda season, reading, _: check_season(season, reading.fits),
    "propose": lambda season, reading, _: propose(season, reading, HONEST, Silence()),
    "alternatives": lambda *case: vary(*case, Silence(), count=1),
    "keep": keep,
    "repair": repair,
    "pareto": lambda *case: find_front(*case, ("relevance", "novelty"), Silence()),
    "price": lambda *case: price_rules(*case, Silence()),
    "recruit": advise,
    "reserves": choose,
    "explain": explain,
}


@dataclass(frozen=True)
class Honest:
    """A season with its proposal, and what each command gives while the solver is whole."""

    season: Season
    reading: Reading
    proposal: Proposal
    answers: dict[str, Any]


@pytest.fixture(scope="module")
def honest() -> Honest:
    season, reading = lay_season()
    proposal = propose(season, reading, HONEST, Silence())
    answers = {name: do(season, reading, proposal) for name, do in COMMANDS.items()}
    return Honest(season, reading, proposal, answers)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("break_name", BREAKS)
def test_one_broken_answer_changes_nothing(
    name: str, break_name: str, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop within its nodes may cost the proof; what is given is right all the same."""
    at = 1 + (list(BREAKS).index(break_name) + list(COMMANDS).index(name)) % 4
    twist_answers(monkeypatch, Faulty(BREAKS[break_name], at))
    found = COMMANDS[name](honest.season, honest.reading, honest.proposal)
    if not break_name.startswith("stops"):
        assert found == honest.answers[name]
    if isinstance(found, Proposal):
        assert not verify(honest.season, honest.reading, found)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_other_solver_answers_where_one_never_does(
    name: str, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    twist_answers(monkeypatch, explode, only=lambda way: way.solver is Solver.HIGHS)
    heard: list[Text] = []
    with listening(heard.append):
        found = COMMANDS[name](honest.season, honest.reading, honest.proposal)
    if isinstance(found, Proposal):
        assert not verify(honest.season, honest.reading, found)
        worth = honest.answers[name].certificate.objective
        assert found.certificate.objective == pytest.approx(worth, abs=2e-6)
    assert all("CBC" in text.sv and "RuntimeError" in text.sv for text in heard)
    assert heard or name in ("recruit", "reserves")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("break_name", BREAKS)
def test_where_no_solver_answers_that_is_told(
    name: str, break_name: str, honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    twist_answers(monkeypatch, BREAKS[break_name])
    try:
        found = COMMANDS[name](honest.season, honest.reading, honest.proposal)
    except (SolverFailure, NoSolution) as failure:
        assert failure.text.sv and failure.text.en
    else:
        if isinstance(found, Proposal):
            assert not verify(honest.season, honest.reading, found)
        elif name == "check":
            assert found == honest.answers[name]


def test_alternatives_that_are_lost_leave_the_proposal(
    honest: Honest, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought, heard = False, list[Text]()

    class Turning(Silence):
        """Breaks every solver once the proposal is made."""

        def report(self, stage: str, done: float, *more: Any, **known: Any) -> None:
            nonlocal sought
            if stage == "stage_explaining":
                sought = True

    twist_answers(monkeypatch, lambda model, answer: (fail if sought else keep_it)(model, answer))
    with listening(heard.append):
        found = propose(honest.season, honest.reading, replace(HONEST, alternatives=1), Turning())
    assert found.coalitions == honest.proposal.coalitions
    assert found.alternatives == ()
    (note,) = heard
    assert note.en.startswith("No more alternatives were sought")


def keep_it(_model: pulp.LpProblem, answer: Solution) -> Solution:
    return answer


def test_a_failure_of_all_names_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    twist_answers(monkeypatch, fail)
    with pytest.raises(SolverFailure) as caught:
        check_season(lay_season()[0])
    assert caught.value.code == "solvers_failed"
    assert "koalition doctor" in caught.value.text.sv and "Solve error" in caught.value.text.en
