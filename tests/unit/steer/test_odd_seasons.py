"""Steering where little is left: no coalition, no row for a variable, no rule to break."""

import numpy as np
import pytest

from matcher.agreement import verify
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.embedding.reading import Reading
from matcher.explain.why import explain_actor
from matcher.optimise.bound import mark_allowed, rows_over, to_pulp
from matcher.optimise.rows import build_model
from matcher.optimise.seats import Seats
from matcher.optimise.solver import solve
from matcher.propose import propose
from matcher.steer.pareto import find_front
from matcher.steer.price import price_rules
from matcher.steer.repair import hold_swapped, repair_options, swap
from matcher.steer.variants import vary
from models.ports.progress import Silence
from models.proposals import Keep, Proposal, Solver
from models.seasons import Season
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.places import PLACES
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading, make_challenge, make_season

QUIET = Options(is_reproducible=True)


def read(season: Season) -> Reading:
    relevance = np.full((len(season.actors), len(season.challenges)), 0.5)
    return give_reading(Fits(relevance))


def propose_for(season: Season, options: Options = QUIET) -> Proposal:
    reading = read(season)
    proposal = propose(season, reading, options, Silence())
    assert verify(season, proposal.to_document(), reading) == ()
    return proposal


def members_of(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    return {each.id: each.members for each in proposal.memberships}


SECTORS = ("public", "public", "public", "private", "private", "academia")
TIED = make_season(
    [make_actor(a, sector=sector, place=PLACES[a]) for a, sector in enumerate(SECTORS)],
    [make_challenge(min_size=2, max_size=3)],
    ties=[Tie(actor_a=f"a0{a}", actor_b=f"a0{b}") for a, b in ((0, 3), (0, 4), (1, 3))],
)


@pytest.mark.parametrize("solver", list(Solver))
def test_every_variable_of_a_model_has_a_value(solver: Solver) -> None:
    problem = build_problem(TIED, read(TIED).fits)
    members = (np.array([0, 1, 5]),)
    model = build_model(problem, Seats.of(problem, members))
    model.costs[:] = 0.0
    model.other_costs = {}
    model.rows = []
    model.boxes["lonely"] = (0.25, 0.75)
    kept = mark_allowed(model)
    solution = solve(to_pulp(model, kept, rows_over(model, kept)), solver)
    assert model.boxes.keys() <= solution.values.keys()
    assert 0.25 <= solution.values["lonely"] <= 0.75


def test_who_declines_is_replaced_though_a_variable_is_in_no_row() -> None:
    proposal = propose_for(TIED)
    for member in proposal.coalitions[0].members:
        repaired = propose_for(TIED, repair_options(proposal, [member.actor_id]))
        assert len(repaired.coalitions[0].members) == 3
    (taken,) = members_of(proposal).values()
    found = vary(TIED, read(TIED), proposal, Silence())
    assert all(not {m.actor_id for m in each.coalitions[0].members} & {*taken} for each in found)


PAIR = make_season(
    [make_actor(0), make_actor(1)],
    [make_challenge(min_size=2, max_size=2)],
    rules=(
        make_rule("sector_floor", sector="public", min=1),
        make_rule("attribute_floor", attribute="id", value="a00", min=1),
    ),
)


def test_where_nobody_is_left_to_keep_the_proposal_is_relaxed() -> None:
    proposal = propose_for(PAIR)
    ban = (make_rule("ban", actor="a00"),)
    kept = Options(
        is_reproducible=True, rules=ban, keep=Keep(coalitions=proposal.memberships), alternatives=2
    )
    for options in (repair_options(proposal, ["a00", "a00"]), kept):
        left = propose_for(PAIR, options)
        assert left.coalitions == ()
        assert [(each.rule, each.given) for each in left.conflicts] == [("size", 0)]
        assert left.certificate.status == "relaxed"
        assert not left.alternatives
        reading = read(PAIR)
        assert vary(PAIR, reading, left, Silence()) == ()
        criteria = ("relevance", "novelty")
        assert find_front(PAIR, reading, left, criteria, Silence()) == ()
        assert price_rules(PAIR, reading, left, Silence()) == ()


def test_a_swap_leaves_the_other_seat_of_who_has_two() -> None:
    capacities = {"capacity": 2}
    actors = [make_actor(0, **capacities), *(make_actor(a) for a in range(1, 8))]
    challenges = [make_challenge(c, min_size=3, max_size=3) for c in range(2)]
    season = make_season(actors, challenges)
    pins = tuple(make_rule("pin", f"c{c}", actor="a00") for c in range(2))
    proposal = propose_for(season, Options(is_reproducible=True, rules=pins))
    before = proposal.memberships
    comer = proposal.unplaced[0].actor_id
    after = swap(before, "a00", comer)
    options = Options(
        is_reproducible=True, rules=hold_swapped(before, after), keep=Keep(coalitions=after)
    )
    swapped = propose_for(season, options)
    assert members_of(swapped) == {each.id: each.members for each in after}
    assert "a00" not in members_of(swapped)["c0/1"]
    assert members_of(swapped)["c1/1"] == before[1].members


def test_what_gives_way_is_the_same_once_read() -> None:
    rules = (
        make_rule("together", actors=("a00", "a01")),
        make_rule("apart", strength=2.0, actors=("a00", "a02")),
        make_rule("pin", "c0", actor="a00"),
        make_rule("pin", "c0", actor="a02"),
        make_rule("ban", actor="a01"),
    )
    actors = [make_actor(a) for a in range(10)]
    season = make_season(actors, [make_challenge(min_size=5, max_size=5)], rules=rules)
    proposal = propose_for(season, Options(is_reproducible=True, alternatives=1))
    assert len(proposal.alternatives or ()) == 1
    assert proposal.conflicts[0].keys == {"actors": ["a00", "a01"]}
    assert proposal.coalitions[0].penalties[0].keys == {"actors": ["a00", "a02"]}
    again = Proposal.model_validate_json(proposal.model_dump_json(by_alias=True))
    assert again == proposal


def test_an_actor_whose_move_leaves_a_rule_nothing_to_break_is_explained() -> None:
    here, there = PLACES[0], next(place for place in PLACES if place.county != PLACES[0].county)
    actors = [make_actor(a, place=here if a < 3 else there) for a in range(4)]
    rule = make_rule("county_ceiling", county=here.county, max=2)
    season = make_season(actors, [make_challenge(min_size=2, max_size=2)], rules=(rule,))
    proposal = propose_for(season)
    for each in proposal.unplaced:
        told = explain_actor(season, read(season), proposal, each.actor_id, None, Silence())
        assert not told.placed
