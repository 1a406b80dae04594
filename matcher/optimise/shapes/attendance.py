"""The best times of members, in the linear model and in the search.

Let z_t say whether time t counts, Σ z ≤ m. A member a who can come to t is there with at most
x_a and at most z_t, in all with at most m · x_a, and a time is met by at most n · z_t: a flow
from members to times. What it can carry is at most any of its cuts, which stand as rows: some
members at m · x_a, some times at n · z_t, and of every pair of the others x_a or z_t. At
whole x the best z is whole, and the value exact.

For every seat the search keeps how the times stand without its member: what the best of them
add up to, which are better than the last of the best, and which as good as that. A newcomer
who can come adds one at each better time, and at those as good while they have room.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.criteria.shapes.attendance import Attendance
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import Bytes, inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.shape import Shape
from matcher.optimise.time_sets import MOST_COALITIONS, find_sets


def add(model: Model, s: int, name: str, term: Attendance) -> None:
    """Let so many times count, and hold a value below what members can come to at most."""
    counts = {}
    for t in range(term.can_come.shape[1]):
        counts[_counts(name, t)] = 1.0
        model.boxes[_counts(name, t)] = (0.0, 1.0)
    model.rows.append(LinearRow({}, counts, high=float(term.counted)))
    most = np.minimum(term.counted, term.can_come.sum(axis=1)).astype(float)
    scale = float(model.seats.sizes[s] * term.counted)
    model.rows.append(LinearRow({s: listed(-most / scale)}, {name: 1.0}, high=0.0))
    if len(model.formed) > MOST_COALITIONS:
        return
    sets = find_sets(name, model.seats.sizes[s], term, model.can_be_in(s))
    if sets is not None and s not in model.times:
        model.times[s] = sets


def cut(model: Model, s: int, name: str, term: Attendance, point: SlotSolution) -> None:
    """Cut off a value that a solution's members and times do not carry."""
    if name in point.apart:
        return
    n, most, times = model.seats.sizes[s], term.counted, term.can_come.shape[1]
    x = point.x
    z = np.array([point.others[_counts(name, t)] for t in range(times)])
    pairs = term.can_come * np.minimum(x[:, None], z[None, :])
    whole_times = np.zeros(times, dtype=bool)
    while True:
        whole = most * x < pairs[:, ~whole_times].sum(axis=1)
        fuller = n * z < pairs[~whole].sum(axis=0)
        if (fuller == whole_times).all():
            break
        whole_times = fuller
    by_actor = term.can_come & (x[:, None] <= z[None, :]) & ~whole_times[None, :]
    by_time = term.can_come & ~by_actor & ~whole_times[None, :] & ~whole[:, None]
    of_actor = np.where(whole, most, np.minimum(most, by_actor.sum(axis=1))).astype(float)
    of_time = np.where(whole_times, n, by_time.sum(axis=0)).astype(float)
    scale = float(n * most)
    if point.others[name] > (of_actor @ x + of_time @ z) / scale + point.tolerance:
        missed = {_counts(name, t): -float(c) / scale for t, c in enumerate(of_time) if c}
        model.rows.append(
            LinearRow({s: listed(-of_actor / scale)}, {name: 1.0, **missed}, high=0.0)
        )


def _counts(name: str, t: int) -> str:
    return f"z_{name}_{t}"


class AttendancePart(NamedTuple):
    """Who can come when, and how the times stand.

    Attributes
    ----------
    can_come : (A, T) int8, who can come to which time; counted : int, how many times count;
        gain : (S,) floats, what T gains for each member at each of the best times
    coming : (S, T) ints, the members who can come to each time; attending : (S,) ints, the sum
        of the best of them; without : (S, N) ints, likewise without each member, and then
        better, equal : (S, N, T) int8, the times that more can come to than to the last of the
        best, or as many; room : (S, N) ints, how many of the latter count
    """

    can_come: Bytes
    counted: int
    gain: Floats
    coming: Ints
    attending: Ints
    without: Ints
    better: Bytes
    equal: Bytes
    room: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Attendance, float]]]) -> AttendancePart:
    """Take the one table of times."""
    can_come, counted = np.zeros((ground.pool.size, 0), dtype=np.int8), 0
    gain = np.zeros(len(held))
    for s, terms in enumerate(held):
        for term, share in terms:
            can_come, counted = term.can_come.astype(np.int8), term.counted
            gain[s] += share / (ground.sizes[s] * term.counted)
    times, seats = can_come.shape[1], (len(held), max(1, *ground.sizes, 1))
    return AttendancePart(
        can_come=can_come,
        counted=counted,
        gain=gain,
        coming=np.zeros((len(held), times), dtype=np.int64),
        attending=np.zeros(len(held), dtype=np.int64),
        without=np.zeros(seats, dtype=np.int64),
        better=np.zeros((*seats, times), dtype=np.int8),
        equal=np.zeros((*seats, times), dtype=np.int8),
        room=np.zeros(seats, dtype=np.int64),
    )


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.coming[s] = 0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    if p.gain[s] > 0.0:
        for time in range(p.can_come.shape[1]):
            p.coming[s, time] += p.can_come[a, time]


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    if p.gain[s] > 0.0:
        for time in range(p.can_come.shape[1]):
            p.coming[s, time] -= p.can_come[a, time]


@inner()
def settle(p, at, s, a):  # type: ignore[no-untyped-def]
    """Find the best times of a slot, as it is and without each member, from its counts."""
    if p.gain[s] == 0.0:
        return
    p.attending[s], _ = _best(p, at, s, -1)
    for k in range(at.sizes[s]):
        i = at.seat[s, k]
        p.without[s, k], least = _best(p, at, s, i)
        p.room[s, k] = p.counted
        for time in range(p.can_come.shape[1]):
            count = p.coming[s, time] - p.can_come[i, time]
            p.better[s, k, time] = count > least
            p.equal[s, k, time] = count == least
            p.room[s, k] -= p.better[s, k, time]


@inner(forceinline=True)
def _best(p, at, s, i):  # type: ignore[no-untyped-def]
    """Give the sum of the best counts without i, and the least of them; i = -1 for all."""
    total, least, left = 0, at.sizes[s], p.counted
    while left > 0:
        below, equal = -1, 0
        for time in range(p.can_come.shape[1]):
            count = p.coming[s, time]
            if i >= 0:
                count -= p.can_come[i, time]
            if count == least:
                equal += 1
            elif count < least:
                below = max(below, count)
        total += least * min(left, equal)
        left -= equal
        if left > 0:
            least = below
    return total, least


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add what the best times are worth."""
    return total + p.gain[s] * p.attending[s] if p.gain[s] > 0.0 else total


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Let the comer count at the best times without the leaver, or at one as good."""
    if p.gain[s] == 0.0:
        return total
    k, better, equal = at.place[s, i], 0, 0
    for time in range(p.can_come.shape[1]):
        better += p.can_come[x, time] * p.better[s, k, time]
        equal += p.can_come[x, time] * p.equal[s, k, time]
    return total + p.gain[s] * (p.without[s, k] + better + min(p.room[s, k], equal))


def measure_each(term: Attendance, members: Ints) -> Floats:
    """Give each coalition's mean share over its best times."""
    can_come = term.can_come.astype(np.int16)
    coming = can_come[members[:, 0]]
    for column in members.T[1:]:
        coming += can_come[column]
    least = coming.shape[1] - term.counted
    best = np.partition(coming, least, axis=1)[:, least:] if least else coming
    shares: Floats = best.sum(axis=1) / (members.shape[1] * term.counted)
    return shares


SHAPE = Shape(
    key="attendance",
    position=70,
    term=Attendance,
    add=add,
    cut=cut,
    each=measure_each,
    kernel=Kernel(
        AttendancePart,
        ("coming", "attending", "without", "better", "equal", "room"),
        tabulate,
        table_of=lambda item: id(item[0].can_come),
        clear=clear,
        enter=enter,
        leave=leave,
        settle=settle,
        now=now,
        after=after,
    ),
)
