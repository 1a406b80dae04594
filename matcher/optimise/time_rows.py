"""What the best times of members are worth in the linear model.

Let z_t say whether time t counts, Σ z ≤ m. A member a who can come to t is there with at most
x_a and at most z_t, in all with at most m · x_a, and a time is met by at most n · z_t: a flow
from members to times. What it can carry is at most any of its cuts, which stand as rows: some
members at m · x_a, some times at n · z_t, and of every pair of the others x_a or z_t. At
whole x the best z is whole, and the value exact.
"""

import numpy as np

from matcher.core.arrays import Floats
from matcher.criteria.shapes.attendance import Attendance
from matcher.optimise.coefficients import listed
from matcher.optimise.model import Model, Row
from matcher.optimise.time_sets import MOST_COALITIONS, find_sets


def add_attendance(model: Model, s: int, name: str, term: Attendance) -> None:
    """Let so many times count, and hold a value below what members can come to at most."""
    counts = {}
    for t in range(term.can_come.shape[1]):
        counts[_counts(name, t)] = 1.0
        model.boxes[_counts(name, t)] = (0.0, 1.0)
    model.rows.append(Row({}, counts, high=float(term.counted)))
    most = np.minimum(term.counted, term.can_come.sum(axis=1)).astype(float)
    scale = float(model.seats.sizes[s] * term.counted)
    model.rows.append(Row({s: listed(-most / scale)}, {name: 1.0}, high=0.0))
    if len(model.formed) > MOST_COALITIONS:
        return
    allowed = model.problem.slots[s].allowed & (model.problem.pool.capacity > 0)
    sets = find_sets(name, model.seats.sizes[s], term, allowed)
    if sets is not None:
        model.times[s] = sets


def cut_attendance(
    model: Model,
    s: int,
    name: str,
    term: Attendance,
    x: Floats,
    others: dict[str, float],
    tolerance: float,
) -> None:
    """Cut off a value that a solution's members and times do not carry."""
    n, most, times = model.seats.sizes[s], term.counted, term.can_come.shape[1]
    z = np.array([others[_counts(name, t)] for t in range(times)])
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
    if others[name] > (of_actor @ x + of_time @ z) / scale + tolerance:
        cut = {_counts(name, t): -float(c) / scale for t, c in enumerate(of_time) if c}
        model.rows.append(Row({s: listed(-of_actor / scale)}, {name: 1.0, **cut}, high=0.0))


def _counts(name: str, t: int) -> str:
    return f"z_{name}_{t}"
