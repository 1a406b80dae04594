"""Every cell of every lifecycle: what may follow what, and what may not."""

import pytest

from models.errors import WrongState
from models.lifecycles import LIFECYCLES, SEASON, Lifecycle


@pytest.mark.parametrize("lifecycle", LIFECYCLES.values(), ids=LIFECYCLES)
def test_what_is_in_the_table_happens_and_nothing_else(lifecycle: Lifecycle) -> None:
    for state in lifecycle.states:
        for event in lifecycle.events:
            if (to := lifecycle.steps.get((state, event))) is not None:
                assert lifecycle.advance(state, event) == to
                assert event in lifecycle.events_of(state)
                continue
            with pytest.raises(WrongState) as caught:
                lifecycle.advance(state, event)
            assert caught.value.code == "wrong_state"
            assert event not in lifecycle.events_of(state)


@pytest.mark.parametrize("lifecycle", LIFECYCLES.values(), ids=LIFECYCLES)
def test_every_state_is_reached(lifecycle: Lifecycle) -> None:
    first = {lifecycle.first, "standby"} & set(lifecycle.states)
    reached, before = first, set[str]()
    while reached != before:
        before = reached
        reached = reached | {to for (state, _), to in lifecycle.steps.items() if state in reached}
    assert reached == set(lifecycle.states)


def test_a_season_ends_closed_or_cancelled() -> None:
    ends = {state for state in SEASON.states if not SEASON.events_of(state)}
    assert ends == {"closed", "cancelled"}
