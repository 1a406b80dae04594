"""What the best fits of members give, in compiled loops: facets covered, members helped.

The state keeps for every facet of a slot, and for every member of it who seeks, the best fit,
whose it is, and the second best. A replacement is then priced without looking at who else
could step in; making one finds the bests of its slot anew.
"""

from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.compiling import compiled


@compiled()
def find_best(t, z, s):  # type: ignore[no-untyped-def]
    """Find the best and the second best of a slot's members from its seats."""
    n = t.sizes[s]
    for f in range(t.facets[s]):
        z.cover_best[s, f] = z.cover_second[s, f] = 0.0
        z.cover_by[s, f] = -1
        for k in range(n):
            fit = t.facet_fits[s, z.seat[s, k], f]
            if z.cover_by[s, f] < 0 or fit > z.cover_best[s, f]:
                z.cover_second[s, f] = z.cover_best[s, f]
                z.cover_best[s, f] = fit
                z.cover_by[s, f] = z.seat[s, k]
            elif fit > z.cover_second[s, f]:
                z.cover_second[s, f] = fit
    if t.help_gain[s] == 0.0:
        return
    for k in range(n):
        i = z.seat[s, k]
        z.help_best[s, k] = z.help_second[s, k] = 0.0
        z.help_by[s, k] = -1
        if t.seeks[i]:
            for other in range(n):
                j = z.seat[s, other]
                if j == i:
                    continue
                fit = t.offers[i, j]
                if z.help_by[s, k] < 0 or fit > z.help_best[s, k]:
                    z.help_second[s, k] = z.help_best[s, k]
                    z.help_best[s, k] = fit
                    z.help_by[s, k] = j
                elif fit > z.help_second[s, k]:
                    z.help_second[s, k] = fit


@compiled(forceinline=True)
def covered(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Give what facets add to T once x has taken i's seat; both -1 for as it is."""
    total = 0.0
    for f in range(t.facets[s]):
        if x < 0:
            total += t.facet_gain[s, f] * z.cover_best[s, f]
        else:
            left = z.cover_second[s, f] if z.cover_by[s, f] == i else z.cover_best[s, f]
            total += t.facet_gain[s, f] * max(left, t.facet_fits[s, x, f])
    return total


@compiled()
def helped(t, z, s, i, x):  # type: ignore[no-untyped-def]
    """Give what meeting seeks adds to T, as `covered`."""
    if t.help_gain[s] == 0.0:
        return 0.0
    total, seekers = 0.0, 0
    for k in range(t.sizes[s]):
        a = z.seat[s, k]
        if a != i and t.seeks[a]:
            seekers += 1
            if x < 0:
                total += z.help_best[s, k]
            else:
                left = z.help_second[s, k] if z.help_by[s, k] == i else z.help_best[s, k]
                total += max(left, t.offers[a, x])
    if x >= 0 and t.seeks[x]:
        seekers += 1
        best = 0.0
        for k in range(t.sizes[s]):
            j = z.seat[s, k]
            if j != i:
                best = max(best, t.offers[x, j])
        total += best
    if seekers == 0:
        return t.help_gain[s] * NOTHING_TO_JUDGE
    return t.help_gain[s] * total / seekers
