"""Gatherings, and an examiner of plans that shares nothing with the search."""

import itertools
from collections import Counter

import numpy as np

from matcher.core.arrays import Ints
from matcher.meetings.seating import AWAY, Gathering, divide
from models.meetings import MeetingPlan


def make_gathering(
    count: int,
    rounds: int,
    rooms: int | tuple[int, ...] = 3,
    *,
    sectors: int = 4,
    ties: float = 0.1,
    seed: int = 0,
) -> Gathering:
    """Give people of sectors by turns who are always there, with some ties at random."""
    sizes = divide(count, rooms) if isinstance(rooms, int) else rooms
    sector = np.arange(count) % sectors
    drawn = np.random.default_rng(seed).random((count, count)) < ties
    alike = (sector[:, None] == sector).astype(float)
    np.fill_diagonal(alike, 0)
    return Gathering(
        present=np.ones((rounds, count), dtype=np.bool_),
        sizes=(sizes,) * rounds,
        kept=np.empty((0, count), dtype=np.int64),
        sector=sector,
        alike=alike,
        ties=np.triu(drawn, 1) | np.triu(drawn, 1).T,
    )


def count_meetings(rooms: Ints) -> Counter[tuple[int, int]]:
    """Count how often each pair shares a room, by looking into every room."""
    met: Counter[tuple[int, int]] = Counter()
    for row in rooms.tolist():
        for room in sorted(set(row) - {AWAY}):
            met.update(itertools.combinations([a for a, own in enumerate(row) if own == room], 2))
    return met


def insist_on_seats(gathering: Gathering, rooms: Ints) -> None:
    """Fail where somebody who is there has no seat, or a room has not its size."""
    for row, there, sizes in zip(rooms, gathering.present, gathering.sizes, strict=True):
        assert ((row != AWAY) == there).all()
        assert np.bincount(row[there], minlength=len(sizes)).tolist() == list(sizes)


def examine(plan: MeetingPlan, members: set[str]) -> None:
    """Recount everything that a plan says of itself."""
    met: Counter[frozenset[str]] = Counter()
    people: set[str] = set()
    for number, meeting in enumerate(plan.meetings, start=1):
        assert meeting.number == number
        assert sum(item.minutes for item in meeting.agenda) == meeting.minutes
        placed = [item.round for item in meeting.agenda if item.round is not None]
        assert sorted(set(placed)) == list(range(1, len(meeting.rounds) + 1))
        for each in meeting.rounds:
            seated = [id_ for room in each.rooms for id_ in room.members]
            assert len(seated) == len(set(seated))
            people.update(seated)
            for room in each.rooms:
                assert room.host in room.members
                met.update(frozenset(p) for p in itertools.combinations(room.members, 2))
    assert members <= people
    possible = len(people) * (len(people) - 1) // 2
    counts = Counter(met.values())
    counts[0] = possible - len(met)
    assert plan.pairs_possible == possible
    assert plan.pairs_met == len(met) <= plan.bound <= possible
    assert plan.most_repeats == max(met.values(), default=1) - 1
    assert plan.repeats == tuple(counts[t] for t in range(max(met.values(), default=0) + 1))
