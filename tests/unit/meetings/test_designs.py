"""Planes: two points share one line, and rooms made of them have the sizes asked for."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.meetings.bound import bound_pairs
from matcher.meetings.designs import build_from_plane, parallel_classes
from matcher.meetings.seating import share_rooms
from tests.kit.gatherings import insist_on_seats, make_gathering


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 11])
def test_two_points_share_exactly_one_line(order: int) -> None:
    classes = parallel_classes(order)
    assert classes is not None
    assert classes.shape == (order + 1, order * order)
    shared = share_rooms(classes)
    assert (shared + np.eye(order * order, dtype=int) == 1).all()


@pytest.mark.parametrize("order", [1, 6, 9, 10, 12])
def test_no_plane_is_made_up(order: int) -> None:
    assert parallel_classes(order) is None


@settings(deadline=None)
@given(st.sampled_from([2, 3, 4, 5, 7, 8]), st.integers(6, 60), st.data())
def test_any_number_of_people_meets_the_pigeonholes_bound(
    rooms: int, count: int, data: st.DataObject
) -> None:
    rounds = data.draw(st.integers(1, rooms))
    gathering = make_gathering(count, rounds, rooms)
    built = build_from_plane(gathering)
    if count < rooms:
        return
    assert built is not None
    insist_on_seats(gathering, built)
    assert (share_rooms(built) > 0).sum() // 2 == bound_pairs(gathering)


@pytest.mark.parametrize(("count", "rooms", "met"), [(9, 3, 36), (18, 3, 153), (17, 3, 136)])
def test_one_more_round_than_rooms_where_all_points_are_alike(
    count: int, rooms: int, met: int
) -> None:
    built = build_from_plane(make_gathering(count, rooms + 1, rooms))
    assert built is not None
    assert (share_rooms(built) > 0).sum() // 2 == met


@pytest.mark.parametrize(("count", "rounds", "rooms"), [(12, 4, 3), (18, 5, 3), (36, 3, 6)])
def test_nothing_is_built_where_no_plane_fits(count: int, rounds: int, rooms: int) -> None:
    assert build_from_plane(make_gathering(count, rounds, rooms)) is None


def test_rooms_of_unlike_sizes_are_no_plane() -> None:
    assert build_from_plane(make_gathering(18, 3, (8, 5, 5))) is None


def test_sizes_stand_in_the_order_asked_for() -> None:
    for sizes in itertools.permutations((5, 5, 4, 4)):
        gathering = make_gathering(18, 4, sizes)
        built = build_from_plane(gathering)
        assert built is not None
        insist_on_seats(gathering, built)
