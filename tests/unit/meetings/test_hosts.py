"""Hosts: everybody once before anybody twice, from sectors by turns."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.meetings.annealing import deal
from matcher.meetings.hosts import choose_hosts
from matcher.meetings.seating import AWAY
from tests.kit.gatherings import make_gathering


@settings(deadline=None)
@given(st.integers(4, 30), st.integers(1, 8), st.integers(1, 6), st.integers(0, 10**6))
def test_hosts_sit_in_their_rooms_and_nobody_hosts_again_too_early(
    count: int, rounds: int, rooms: int, seed: int
) -> None:
    rooms = min(rooms, count // 2)
    gathering = make_gathering(count, rounds, rooms)
    seated = deal(gathering, np.random.default_rng(seed))
    hosts = choose_hosts(seated, gathering.sector)
    for row, chosen in zip(seated, hosts, strict=True):
        assert [row[host] for host in chosen] == list(range(rooms))
    turns = Counter(host for chosen in hosts for host in chosen)
    slots = rounds * rooms
    if slots <= count // 2:
        assert max(turns.values()) == 1
    assert max(turns.values()) <= -(-slots // count) + 1


def test_sectors_host_by_turns() -> None:
    sector = make_gathering(12, 1, 3).sector
    seated = np.array([np.arange(12) // 4])
    first = choose_hosts(seated, sector)[0]
    second = choose_hosts(seated, sector, before=tuple(first))[0]
    assert sector[first].tolist() == [0, 1, 2]
    assert sector[second].tolist() == [3, 0, 1]
    assert not set(first) & set(second)


def test_who_hosted_before_waits_for_the_others() -> None:
    seated = np.array([[0, 0, 1, 1]])
    sector = np.zeros(4, dtype=int)
    assert choose_hosts(seated, sector, before=(0, 2)) == [[1, 3]]


def test_who_has_left_without_hosting_holds_nobody_up() -> None:
    sector = np.zeros(7, dtype=int)
    rooms = np.array([[0, 0, 1, 1, 2, 2, AWAY], [0, 1, 2, 0, 1, 2, AWAY]])
    hosts = choose_hosts(rooms, sector, before=(0, 1, 2, 3, 4, 5))
    assert sorted(host for chosen in hosts for host in chosen) == [0, 1, 2, 3, 4, 5]


def test_who_cannot_come_hosts_only_where_nobody_else_can() -> None:
    rooms = np.array([[0, 0, 1, 1], [0, 0, 1, 1]])
    unsure = np.array([[True, False, True, True], [False, False, False, False]])
    hosts = choose_hosts(rooms, np.zeros(4, dtype=int), unsure=unsure)
    assert hosts[0][0] == 1
    assert len({host for chosen in hosts for host in chosen}) == 4


def test_who_is_away_does_not_host() -> None:
    seated = np.array([[AWAY, 0, 0, 1, 1], [0, AWAY, 0, 1, 1]])
    hosts = choose_hosts(seated, np.arange(5))
    assert 0 not in hosts[0]
    assert 1 not in hosts[1]
    assert len({host for chosen in hosts for host in chosen}) == 4
