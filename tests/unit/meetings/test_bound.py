"""Upper bounds of pairs, against tables and against every plan there is."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.meetings.bound import bound_coincidences, bound_pairs, count_slots
from matcher.meetings.exhaust import _list_divisions
from matcher.meetings.seating import AWAY, Gathering, divide, share_rooms
from tests.kit.gatherings import make_gathering


@pytest.mark.parametrize(
    ("count", "rooms", "rounds", "bound"),
    [
        (18, 3, 4, 153),
        (18, 6, 4, 72),
        (18, 4, 4, 122),
        (12, 3, 4, 61),
        (15, 3, 4, 100),
        (16, 4, 4, 96),
        (20, 4, 4, 148),
        (24, 4, 4, 216),
        (25, 5, 4, 200),
        (32, 8, 10, 480),
        (2, 1, 3, 1),
        (12, 5, 24, 66),
        (24, 8, 24, 276),
        (60, 20, 12, 720),
        (18, 3, 144, 153),
    ],
)
def test_bounds_of_known_sizes(count: int, rooms: int, rounds: int, bound: int) -> None:
    assert bound_pairs(make_gathering(count, rounds, rooms)) == bound


@pytest.mark.parametrize("sizes", [(2, 2), (3, 2), (3, 3), (2, 2, 2), (4, 2), (3, 2, 2)])
@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_no_plan_has_more_pairs_or_fewer_coincidences(sizes: tuple[int, ...], rounds: int) -> None:
    gathering = make_gathering(sum(sizes), rounds, sizes)
    divisions = _list_divisions(np.array(sizes))
    others = itertools.combinations_with_replacement(range(len(divisions)), rounds - 1)
    plans = [share_rooms(divisions[[0, *rest]]) for rest in others]
    most = max(int((met > 0).sum()) // 2 for met in plans)
    fewest = min(int((met * (met - 1)).sum()) // 4 for met in plans)
    assert most <= bound_pairs(gathering) <= most + 1
    assert bound_coincidences(gathering) <= fewest
    for often in range(1, rounds + 1):
        even = [int((met > 0).sum()) // 2 for met in plans if met.max() <= often]
        if even:
            assert max(even) <= bound_pairs(gathering, often)


@settings(deadline=None)
@given(st.integers(4, 12), st.integers(1, 4), st.integers(0, 2), st.data())
def test_no_drawn_plan_passes_the_bound_with_absence_and_rounds_that_were_held(
    count: int, rounds: int, held: int, data: st.DataObject
) -> None:
    random = np.random.default_rng(data.draw(st.integers(0, 10**6)))
    rooms = data.draw(st.integers(1, count // 2))
    present = random.random((rounds + held, count)) < 0.8
    present[:, :2] = True
    rows = np.full(present.shape, AWAY)
    sizes = [divide(int(there.sum()), min(rooms, int(there.sum()))) for there in present]
    for row, there, own in zip(rows, present, sizes, strict=True):
        row[there] = random.permutation(np.repeat(np.arange(len(own)), own))
    plain = make_gathering(count, rounds)
    gathering = Gathering(
        present=present[held:],
        sizes=tuple(sizes[held:]),
        kept=rows[:held],
        sector=plain.sector,
        alike=plain.alike,
        ties=plain.ties,
    )
    met = share_rooms(rows)
    assert (met > 0).sum() // 2 <= bound_pairs(gathering)
    assert (met * (met - 1)).sum() // 4 >= bound_coincidences(gathering)
    assert met.sum() // 2 == count_slots(gathering)
