"""What a season leaves to the next: counts and ties, each by its rule."""

import pytest

from matcher.outcomes.closing import count_close, met_pairs, next_passed_over, next_ties
from models.scores import CoalitionMembers
from models.seasons import Season
from models.ties import Tie, TieKind
from tests.kit.actors import make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.seasons import make_challenge, make_season

KNOW, MET, COLLABORATE = TieKind.KNOW, TieKind.MET_IN_COALITION, TieKind.COLLABORATE
TRIO = (CoalitionMembers(id="c0/1", challenge_id="c0", members=("a00", "a01", "a02")),)


def make(*ties: Tie, year: int | None = 2026) -> Season:
    actors = [make_actor(i, passed_over=i % 3) for i in range(8)]
    return make_season(actors, [make_challenge()], ties=ties, year=year)


def tie(one: str, other: str, kind: TieKind = KNOW, since: int | None = None) -> Tie:
    return Tie(actor_a=one, actor_b=other, kind=kind, since=since)


def test_counts_go_back_up_or_stay() -> None:
    reasons = {
        "a04": "unplaced_others_fit",
        "a05": "unplaced_rules",
        "a06": "unplaced_no_capacity",
        "a07": "unplaced_outside",
        "a03": "unplaced_banned",
    }
    proposal = make_proposal(make(), {"c0/1": ["a00", "a01", "a02"]}, reasons)
    assert next_passed_over(make(), proposal) == {
        "a00": 0,
        "a01": 0,
        "a02": 0,
        "a03": 0,
        "a04": 2,
        "a05": 3,
        "a06": 0,
        "a07": 1,
    }


def test_members_of_one_coalition_have_met() -> None:
    ties = next_ties(make(), met_pairs(TRIO), ())
    assert ties == (
        tie("a00", "a01", MET, 2026),
        tie("a00", "a02", MET, 2026),
        tie("a01", "a02", MET, 2026),
    )


def test_with_rooms_only_those_who_sat_together_have_met() -> None:
    rooms = {"c0/1": (("a02", "a00"), ("a01",), ("a00", "a02"))}
    assert met_pairs(TRIO, rooms) == {("a00", "a02")}


def test_naming_is_symmetric_enough_on_one_side_and_reaches_beyond_the_coalition() -> None:
    said = [
        answer("c0/1", "a02", partners=("a00",)),
        answer("c0/1", "a00", partners=("a02", "a07")),
    ]
    assert next_ties(make(), (), said) == (
        tie("a00", "a02", COLLABORATE, 2026),
        tie("a00", "a07", COLLABORATE, 2026),
    )


@pytest.mark.parametrize(
    ("old", "since", "kind", "year"),
    [
        (KNOW, 2018, MET, 2018),
        (KNOW, None, MET, 2026),
        (MET, 2020, MET, 2020),
        (MET, None, MET, None),
        (COLLABORATE, 2018, COLLABORATE, 2018),
    ],
)
def test_a_tie_never_becomes_weaker_and_keeps_its_year(
    old: TieKind, since: int | None, kind: TieKind, year: int | None
) -> None:
    season = make(tie("a00", "a01", old, since))
    assert next_ties(season, [("a01", "a00")], ()) == (tie("a00", "a01", kind, year),)


def test_old_ties_of_others_stay_and_a_season_without_year_gives_none() -> None:
    season = make(tie("a05", "a06", KNOW, 2001), year=None)
    assert next_ties(season, [("a00", "a01")], ()) == (
        tie("a00", "a01", MET),
        tie("a05", "a06", KNOW, 2001),
    )


def test_what_closing_did_is_counted(tmp_path) -> None:
    season = make(tie("a00", "a01"), tie("a05", "a06"))
    proposal = make_proposal(
        season, {"c0/1": ["a00", "a01", "a02"]}, {"a04": "unplaced_rules", "a05": "unplaced_rules"}
    )
    counts = next_passed_over(season, proposal)
    ties = next_ties(season, met_pairs(TRIO), ())
    closed = count_close(season, counts, ties)
    assert (closed.ties, closed.new_ties, closed.stronger_ties) == (4, 2, 1)
    assert (closed.passed_over, closed.reset) == (2, 2)
