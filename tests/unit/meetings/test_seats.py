"""Seats: the figures of known sizes, what yields to what, and the same seats every time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.meetings.annealing import ChangingSeating, SeatingCosts, deal
from matcher.meetings.exhaust import prove_or_improve
from matcher.meetings.search import count_lacks, rank_rooms
from matcher.meetings.seat_swaps import order_rounds, take_places
from matcher.meetings.seating import share_rooms
from matcher.meetings.seats import SeatingPlan, find_seats
from models.meetings import Aim
from models.ports.progress import Silence
from models.seasons import Effort
from tests.kit.gatherings import count_meetings, insist_on_seats, make_gathering


def seat(count: int, rooms: int, rounds: int, aim: Aim = Aim.PAIRS, seed: int = 1) -> SeatingPlan:
    gathering = make_gathering(count, rounds, rooms)
    return find_seats(gathering, aim, seed, Effort.NORMAL, Silence())


@pytest.mark.parametrize(
    ("count", "rooms", "met", "bound"),
    [
        (18, 3, 153, 153),
        (18, 6, 72, 72),
        (18, 4, 122, 122),
        (12, 3, 59, 59),
        (15, 3, 97, 97),
        (16, 4, 96, 96),
        (20, 4, 148, 148),
        (24, 4, 216, 216),
        (25, 5, 200, 200),
    ],
)
def test_four_rounds_reach_what_is_known(count: int, rooms: int, met: int, bound: int) -> None:
    seats = seat(count, rooms, 4)
    assert (seats.pairs, seats.bound) == (met, bound)
    assert len(count_meetings(seats.rooms)) == met


def test_thirty_two_in_ten_rounds() -> None:
    assert seat(32, 8, 10).pairs >= 455


def test_eight_rounds_are_as_even_as_can_be() -> None:
    met = count_meetings(seat(18, 3, 8).rooms)
    assert len(met) == 153
    assert set(met.values()) == {2, 3}


@pytest.mark.parametrize(("count", "rooms", "rounds"), [(14, 4, 4), (15, 3, 6), (18, 3, 8)])
def test_even_plans_are_never_less_even_than_others(count: int, rooms: int, rounds: int) -> None:
    gathering = make_gathering(count, rounds, rooms)
    even, pairs = (
        rank_rooms(gathering, Aim.EVEN, seat(count, rooms, rounds, aim).rooms)
        for aim in (Aim.EVEN, Aim.PAIRS)
    )
    assert even <= pairs


def test_even_plans_trade_pairs_for_repeats() -> None:
    seats = seat(18, 3, 4, Aim.EVEN)
    met = count_meetings(seats.rooms)
    assert (len(met), max(met.values()), seats.bound) == (126, 2, 126)


def test_every_sector_is_in_every_room_where_that_comes_first() -> None:
    gathering = make_gathering(18, 4, 3)
    seats = find_seats(gathering, Aim.SECTORS, 1, Effort.NORMAL, Silence())
    assert count_lacks(gathering, seats.rooms) == 0
    assert seats.pairs >= 141
    for row in seats.rooms:
        for room in range(3):
            assert set(gathering.sector[row == room]) == {0, 1, 2, 3}


def test_lacks_count_only_sectors_that_are_large_enough() -> None:
    gathering = make_gathering(6, 1, (3, 3), sectors=2)
    apart, mixed = np.array([[0, 1, 0, 1, 0, 1]]), np.array([[0, 0, 1, 1, 0, 1]])
    assert count_lacks(gathering, apart) == 2
    assert count_lacks(gathering, mixed) == 0
    assert count_lacks(make_gathering(6, 1, (3, 3), sectors=6), apart) == 0


def test_better_rooms_are_found_or_shown_not_to_be() -> None:
    gathering = make_gathering(12, 4, 3)
    rooms, is_proven = prove_or_improve(gathering, np.tile(np.repeat([0, 1, 2], 4), (4, 1)))
    assert is_proven
    insist_on_seats(gathering, rooms)
    assert len(count_meetings(rooms)) == 59
    assert not prove_or_improve(make_gathering(24, 4, 3), deal_any(24))[1]


def deal_any(count: int) -> np.ndarray:
    return deal(make_gathering(count, 4), np.random.default_rng(0))


@settings(max_examples=20, deadline=None)
@given(st.integers(6, 30), st.integers(1, 6), st.integers(1, 6), st.sampled_from(list(Aim)))
def test_annealing_prices_what_it_does(count: int, rooms: int, rounds: int, aim: Aim) -> None:
    gathering = make_gathering(count, rounds, rooms, ties=0.3)
    random = np.random.default_rng(count)
    start = deal(gathering, random)
    company = random.random((rounds, count, count))
    company = company + company.transpose(0, 2, 1)
    prices = random.random(rounds + 2)
    costs = SeatingCosts(prices, company, 0.7)

    def cost(seated: np.ndarray) -> float:
        met = count_meetings(seated)
        pairs = [(a, b) for b in range(count) for a in range(b)]
        times = sum(prices[met[pair]] for pair in pairs)
        same = seated[:, :, None] == seated[:, None, :]
        own = sum(company[r, a, b] for r in range(rounds) for a, b in pairs if same[r, a, b])
        return float(times + own + 0.7 * count_lacks(gathering, seated))

    found = ChangingSeating(gathering, start).anneal(costs, random, 1e-9, 1e-10, 3_000)
    insist_on_seats(gathering, found)
    assert cost(found) <= cost(start) + 1e-9
    seating = ChangingSeating(gathering, start)
    seating.anneal(costs, random, 5.0, 4.0, 500)
    assert (seating.met == share_rooms(seating.room)).all()
    insist_on_seats(gathering, seating.room)


def test_places_change_who_meets_and_not_how_often() -> None:
    gathering = make_gathering(18, 4, 3, ties=0.2)
    rooms = deal(gathering, np.random.default_rng(3))
    company = np.broadcast_to(gathering.alike, (4, 18, 18)).copy()
    taken = take_places(gathering, rooms, company, np.random.default_rng(1))
    before, after = count_meetings(rooms), count_meetings(taken)
    assert sorted(before.values()) == sorted(after.values())
    alike = [sum(m[p] * gathering.alike[p] for p in m) for m in (before, after)]
    assert alike[1] < alike[0]


def test_old_acquaintances_meet_late() -> None:
    gathering = make_gathering(18, 4, 3, ties=0.15)
    seats = find_seats(gathering, Aim.PAIRS, 1, Effort.QUICK, Silence())
    known = [int((gathering.ties & (row[:, None] == row)).sum()) for row in seats.rooms]
    assert known == sorted(known)
    assert known[0] < known[-1]
    turned = order_rounds(gathering, seats.rooms[::-1])
    assert [int((gathering.ties & (row[:, None] == row)).sum()) for row in turned] == known


def test_ranks_put_the_aim_first() -> None:
    gathering = make_gathering(6, 2, (3, 3), sectors=2)
    same = np.array([[0, 0, 0, 1, 1, 1]] * 2)
    assert rank_rooms(gathering, Aim.PAIRS, same) == (0, -6, 6)
    assert rank_rooms(gathering, Aim.EVEN, same) == (1, -6, 6)


def test_seats_are_the_same_every_time_and_others_with_another_seed() -> None:
    first, again, other = seat(14, 3, 4), seat(14, 3, 4), seat(14, 3, 4, seed=2)
    assert (first.rooms == again.rooms).all()
    assert (first.rooms != other.rooms).any()
