"""Terms and rules that bring no kernel, in the compiled search."""

import gc
import math
from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from matcher.constraints.kind import Applied
from matcher.constraints.rows import ContactRow, CountRow, Row
from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.core.problem import Problem, build_problem
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.shapes.strangers import Strangers
from matcher.criteria.term import Term
from matcher.optimise import foreign, moves
from matcher.optimise.bound import bound_objective
from matcher.optimise.registry import holder_of
from matcher.optimise.rows import build_model
from matcher.optimise.search import Search
from matcher.optimise.seats import Seats
from matcher.optimise.tables import tabulate
from models.ports.progress import Silence
from models.rules import Rule
from models.text import Text
from tests.kit.seasons import middle_season

WORDS = Text(sv="x", en="x")
MEMBERS = 6


class Spoilt(Linear):
    """A term that fails when it is asked for replacements."""

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        raise ZeroDivisionError("asked in vain")


@dataclass(frozen=True)
class OddRow(Row):
    """An even sum of the members' places."""

    def shortfall(self, pool: Pool, members: Ints) -> int:
        return int(members.sum()) % 2


@dataclass(frozen=True)
class FixedRow(Row):
    """A row that everybody misses by so many units."""

    units: int

    def shortfall(self, pool: Pool, members: Ints) -> int:
        return self.units


def soft(kind: str, ways: tuple[tuple[Row, ...], ...]) -> Applied:
    return Applied(
        rule=Rule(kind=kind, strength=1.0),
        unit_cost=1,
        ways=ways,
        judge=lambda members: (1, 0),
        asks=WORDS,
        sentence=WORDS,
        asked_of=lambda n: 3 * n,
    )


def settle(*terms: Term, rules: tuple[Applied, ...] = ()) -> tuple[Problem, Seats]:
    """Give one slot of a season with terms and soft rules of its own, and its first members."""
    problem = build_problem(*middle_season())
    own = dict.fromkeys(problem.weights, ())
    own[next(iter(own))] = terms
    slot = replace(problem.slots[0], terms=own, rules=(), soft=rules)
    alone = replace(problem, slots=(slot,), siblings=((0,),), pins=())
    return alone, Seats.of(alone, (np.arange(MEMBERS),))


def assert_priced_as_scored(problem: Problem, seats: Seats) -> None:
    tables, parts = tabulate(problem, seats)
    (members,) = seats.start
    state = moves.open_state(tables, parts, seats.start)
    worths = set()
    for leaver in members.tolist():
        for comer in range(MEMBERS, problem.pool.size):
            after = np.sort(np.where(members == leaver, comer, members))
            worth = moves.after(tables, state, 0, leaver, comer)
            assert worth == pytest.approx(problem.total(problem.slots[0], after), abs=1e-9)
            worths.add(round(worth, 9))
    assert len(worths) > 1


def test_a_second_table_is_asked_itself() -> None:
    """The kernel of ties holds one table; what others say of ties must count, too."""
    problem, _ = settle()
    random = np.random.default_rng(1)
    drawn = np.triu(random.random((problem.pool.size,) * 2) < 0.3, 1).astype(float)
    other = csr_array(drawn + drawn.T)
    assert_priced_as_scored(*settle(Strangers(problem.pool.tied, 0.5), Strangers(other, 0.5)))


@pytest.mark.parametrize(
    "ways",
    [
        ((OddRow(),),),
        ((OddRow(),), (ContactRow(2),)),
        ((OddRow(), CountRow(np.arange(40) % 3 == 0, least=3)),),
        ((ContactRow(3),), (ContactRow(1),)),
    ],
)
def test_rules_that_no_kind_of_row_holds(ways: tuple[tuple[Row, ...], ...]) -> None:
    problem, _ = settle()
    size = problem.pool.size
    sized = tuple(
        tuple(replace(r, marks=np.arange(size) % 3 == 0) if type(r) is CountRow else r for r in way)
        for way in ways
    )
    rule = soft("odd", sized)
    assert holder_of(rule).kernel is None
    words = Linear(problem.pool.relevance[:, 0])
    assert_priced_as_scored(*settle(words, rules=(rule,)))


@pytest.mark.parametrize("units", [0, 3 * MEMBERS])
def test_a_rule_may_be_missed_by_all_that_it_asks_for(units: int) -> None:
    problem, seats = settle(rules=(soft("fixed", ((FixedRow(units),),)),))
    total = problem.total(problem.slots[0], seats.start[0])
    assert total * problem.weight == pytest.approx(-units / (3 * MEMBERS))


@pytest.mark.parametrize("units", [-1, 3 * MEMBERS + 1])
def test_a_rule_that_is_missed_by_more_than_it_asks_for_is_refused(units: int) -> None:
    problem, seats = settle(rules=(soft("boundless", ((FixedRow(units),),)),))
    with pytest.raises(ValueError, match="'boundless'"):
        problem.total(problem.slots[0], seats.start[0])
    with pytest.raises(ValueError, match="'boundless'"):
        Search(problem, seats).descend(seats.start, 5)
    model = build_model(problem, seats)
    with pytest.raises(ValueError, match="'boundless'"):
        bound_objective(model, seats.start, 5, Silence(), math.inf)


def test_what_goes_wrong_in_a_term_is_raised() -> None:
    problem, seats = settle(Spoilt(np.linspace(0, 1, build_problem(*middle_season()).pool.size)))
    with pytest.raises(ZeroDivisionError, match="asked in vain"):
        Search(problem, seats).descend(seats.start, 5)


def test_a_search_that_has_gone_leaves_no_callback() -> None:
    gc.collect()
    before = len(foreign._CALLBACKS)
    problem, _ = settle()
    own = Strangers(problem.pool.tied, 0.5)
    other = Strangers(csr_array((problem.pool.size,) * 2), 0.5)
    problem, seats = settle(own, other)
    search = Search(problem, seats)
    found = search.anneal(seats.start, 3, runs=2)
    assert found.objective >= problem.objective([problem.total(problem.slots[0], seats.start[0])])
    del search
    gc.collect()
    assert len(foreign._CALLBACKS) == before
