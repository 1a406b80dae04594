"""A merge of three: what files changed, what hands changed, and what both did."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kept_seasons import SeasonContent
from models.merging import Decision, merge
from tests.kit.actors import make_actor
from tests.kit.seasons import make_challenge, make_season

WORDS = ("ett", "två", "tre")


def content(**descriptions: str | None) -> SeasonContent:
    """Give a season whose actors say this; None is not there."""
    actors = [
        make_actor(ord(name)).evolve(id=name, description=said)
        for name, said in sorted(descriptions.items())
        if said is not None
    ]
    return SeasonContent(season=make_season(actors, [make_challenge(0)]))


def said(merged: SeasonContent) -> dict[str, str]:
    return {actor.id: actor.description for actor in merged.season.actors}


STATES = st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from([None, *WORDS])))


@given(STATES, STATES, STATES)
def test_each_change_is_taken_kept_or_asked_about(old: Any, now: Any, new: Any) -> None:
    plan, merged = merge(content(**old), content(**now), content(**new), {})
    for name in "abc":
        got = said(merged).get(name)
        if new[name] == old[name] or new[name] == now[name]:
            assert got == now[name]
        elif now[name] == old[name]:
            assert got == new[name]
        else:
            assert f"actors/{name}" in plan.conflicts
            assert got == now[name]


@given(STATES, STATES, STATES)
def test_decided_for_the_files_everything_both_changed_is_theirs(
    old: Any, now: Any, new: Any
) -> None:
    plan, _ = merge(content(**old), content(**now), content(**new), {})
    for decision, wanted in ((Decision.FILE, new), (Decision.SERVICE, now)):
        decided = dict.fromkeys(plan.conflicts, decision)
        after, merged = merge(content(**old), content(**now), content(**new), decided)
        assert not after.conflicts
        for name in "abc":
            if f"actors/{name}" in plan.conflicts:
                assert said(merged).get(name) == wanted[name]


@given(STATES, STATES, STATES)
def test_the_same_files_again_change_nothing(old: Any, now: Any, new: Any) -> None:
    plan, _ = merge(content(**old), content(**now), content(**new), {})
    decided = dict.fromkeys(plan.conflicts, Decision.SERVICE)
    _, merged = merge(content(**old), content(**now), content(**new), decided)
    again, same = merge(content(**new), merged, content(**new), {})
    assert again.is_same
    assert same.season == merged.season


def test_columns_that_differ_are_merged_one_by_one() -> None:
    base = content(a="ett")
    (actor,) = base.season.actors
    by_hand = base.evolve(season=base.season.evolve(actors=(actor.evolve(offers="lokal"),)))
    in_file = base.evolve(season=base.season.evolve(actors=(actor.evolve(seeks="pengar"),)))
    plan, merged = merge(base, by_hand, in_file, {})
    assert not plan.conflicts
    (change,) = plan.actors.changed
    assert (change.before, change.after) == ({"seeks": ""}, {"seeks": "pengar"})
    (now,) = merged.season.actors
    assert (now.offers, now.seeks) == ("lokal", "pengar")


@pytest.mark.parametrize("decision", Decision)
def test_removed_by_hand_stays_removed_until_the_files_say_more(decision: Decision) -> None:
    old, now = content(a="ett", b="ett"), content(b="ett")
    plan, merged = merge(old, now, old, {})
    assert (plan.is_same, set(said(merged))) == (True, {"b"})
    changed = content(a="två", b="ett")
    plan, merged = merge(old, now, changed, {})
    assert plan.conflicts == ("actors/a",)
    _, merged = merge(old, now, changed, {"actors/a": decision})
    assert ("a" in said(merged)) == (decision is Decision.FILE)
