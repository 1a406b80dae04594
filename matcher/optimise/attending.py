"""How many members can come to a slot's best times, in compiled loops.

For every seat the state keeps how the times stand without its member: what the best of them
add up to, which are better than the last of the best, and which as good as that. A newcomer
who can come adds one at each better time, and at those as good while they have room.
"""

from matcher.optimise.compiling import compiled


@compiled()
def find_times(t, z, s):  # type: ignore[no-untyped-def]
    """Find the best times of a slot, as it is and without each member, from its counts."""
    if t.time_gain[s] == 0.0:
        return
    z.attending[s], _ = _best(t, z, s, -1)
    for k in range(t.sizes[s]):
        i = z.seat[s, k]
        z.without[s, k], least = _best(t, z, s, i)
        z.room[s, k] = t.counted
        for time in range(t.can_come.shape[1]):
            count = z.coming[s, time] - t.can_come[i, time]
            z.better[s, k, time] = count > least
            z.equal[s, k, time] = count == least
            z.room[s, k] -= z.better[s, k, time]


@compiled(forceinline=True)
def _best(t, z, s, i):  # type: ignore[no-untyped-def]
    """Give the sum of the best counts without i, and the least of them; i = -1 for all."""
    total, least, left = 0, t.sizes[s], t.counted
    while left > 0:
        below, equal = -1, 0
        for time in range(t.can_come.shape[1]):
            count = z.coming[s, time]
            if i >= 0:
                count -= t.can_come[i, time]
            if count == least:
                equal += 1
            elif count < least:
                below = max(below, count)
        total += least * min(left, equal)
        left -= equal
        if left > 0:
            least = below
    return total, least


@compiled(forceinline=True)
def attended(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Give what the best times add to T once x has taken i's seat; both -1 for as it is."""
    if t.time_gain[s] == 0.0:
        return 0.0
    if x < 0:
        return t.time_gain[s] * z.attending[s]
    k, better, equal = z.place[s, i], 0, 0
    for time in range(t.can_come.shape[1]):
        better += t.can_come[x, time] * z.better[s, k, time]
        equal += t.can_come[x, time] * z.equal[s, k, time]
    return t.time_gain[s] * (z.without[s, k] + better + min(z.room[s, k], equal))
