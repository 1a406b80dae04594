"""Hosts against every choice there is, in small gatherings with absences and earlier hosts."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.core.arrays import Ints
from matcher.meetings.hosts import choose_hosts
from matcher.meetings.seating import AWAY, Flags

MOST_CHOICES = 20_000
profile = settings(max_examples=250, derandomize=True, database=None, deadline=None)
Case = tuple[Ints, Ints, tuple[int, ...], Flags]


@st.composite
def gatherings(draw: st.DrawFn) -> Case:
    """Draw seats of up to seven people in uneven rooms, some of them away now and then."""
    count = draw(st.integers(1, 7))
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        most = draw(st.integers(1, 3))
        asked = draw(st.lists(st.integers(AWAY, most - 1), min_size=count, max_size=count))
        numbers = {room: k for k, room in enumerate(sorted({a for a in asked if a != AWAY}))}
        rows.append([numbers.get(room, AWAY) for room in asked])
    flags = st.lists(st.booleans(), min_size=count, max_size=count)
    unsure = [draw(st.just([False] * count) | flags) for _ in rows]
    before = draw(st.lists(st.integers(0, count - 1), max_size=5))
    sector = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    return np.array(rows), np.array(sector), tuple(before), np.array(unsure)


def list_able(rooms: Ints, unsure: Flags) -> list[list[int]]:
    able = []
    for row, doubts in zip(rooms.tolist(), unsure.tolist(), strict=True):
        for room in range(max(row) + 1):
            there = [a for a, own in enumerate(row) if own == room]
            able.append([a for a in there if not doubts[a]] or there)
    return able


def weigh(
    hosts: tuple[int, ...], sector: Ints, before: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Give how often each host has hosted, how many of each such level are out of turn, and ids."""
    turns = list(before)
    levels, missed = [], dict[int, int]()
    for host in hosts:
        levels.append(turns.count(host))
        in_turn = len(turns) % (max(sector.tolist()) + 1)
        missed[levels[-1]] = missed.get(levels[-1], 0) + int(sector[host] != in_turn)
        turns.append(host)
    return tuple(levels), tuple(missed[level] for level in sorted(missed)), hosts


@profile
@given(gatherings())
def test_no_other_choice_of_hosts_is_better(case: Case) -> None:
    rooms, sector, before, unsure = case
    able = list_able(rooms, unsure)
    chosen = choose_hosts(rooms, sector, before, unsure)
    flat = tuple(host for each in chosen for host in each)
    assert [len(each) for each in chosen] == (rooms.max(axis=1) + 1).tolist()
    turns = list(before)
    for host, there in zip(flat, able, strict=True):
        assert host in there
        assert turns.count(host) == min(turns.count(other) for other in there)
        turns.append(host)
    if np.prod([len(there) for there in able]) <= MOST_CHOICES:
        best = min(weigh(each, sector, before) for each in itertools.product(*able))
        assert weigh(flat, sector, before) == best
        most = max(len({*each, *before}) for each in itertools.product(*able))
        assert len({*flat, *before}) == most


@pytest.mark.parametrize("seed", range(4))
def test_large_gatherings_keep_the_order_in_every_room(seed: int) -> None:
    random = np.random.default_rng(seed)
    count, rounds = 60, 24
    rooms = np.array([random.permutation(np.arange(count) % 15) for _ in range(rounds)])
    hosts = choose_hosts(rooms, random.integers(0, 4, count))
    hosted = np.zeros(count, dtype=int)
    for row, chosen in zip(rooms, hosts, strict=True):
        for room, host in enumerate(chosen):
            assert hosted[host] == hosted[row == room].min()
        hosted[chosen] += 1
    assert hosted.max() - hosted.min() <= 1
