"""Complementarity: mean over members who seek of the best fit of another member's offers.

Who seeks nothing gets nothing, and a seeker among members who offer nothing gets 0, whatever
the words say: that much holds without reading them.
"""

from collections.abc import Sequence

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.verify.criteria.formula import (
    NOTHING_TO_JUDGE,
    Formula,
    Range,
    known,
    same_everywhere,
)
from matcher.verify.table import Facts
from models.challenges import Challenge


def score(table: Facts, challenge: Challenge, members: Sequence[int]) -> Range:
    """Give the mean over those who seek."""
    got = [_got(table, own, members) for own in members if table.seeks[own]]
    if not got:
        return Range.of(NOTHING_TO_JUDGE)
    exact = [each.exact for each in got if each.exact is not None]
    return Range(
        sum(each.low for each in got) / len(got),
        sum(each.high for each in got) / len(got),
        sum(exact) / len(got) if len(exact) == len(got) else None,
    )


def parts(table: Facts, challenge: Challenge, members: Sequence[int]) -> list[Range]:
    """Give each seeker what it gets, times n ÷ how many seek."""
    seekers = sum(bool(table.seeks[own]) for own in members)
    if not seekers:
        return known([NOTHING_TO_JUDGE] * len(members))
    times = len(members) / seekers
    given = []
    for own in members:
        got = _got(table, own, members) if table.seeks[own] else Range.of(0.0)
        exact = None if got.exact is None else got.exact * times
        given.append(Range(got.low * times, got.high * times, exact))
    return given


def after(table: Facts, challenge: Challenge, members: Ints) -> Floats:
    """Give the mean with each actor in each seat; the least that it can be, unread."""
    n, seeks = len(members), table.seeks
    if table.words is None or table.words.offers is None:
        some = [np.delete(seeks[members], i).any() | seeks for i in range(n)]
        unread: Floats = np.where(some, 0.0, NOTHING_TO_JUDGE)
        return unread
    to_members = np.where(table.offering, table.words.offers(members, table.everybody), 0.0)
    from_members = table.words.offers(table.everybody, members) * table.offering[members]
    means = same_everywhere(table, members, NOTHING_TO_JUDGE)
    for i in range(n):
        rest = np.delete(np.arange(n), i)
        total, seekers = np.zeros(table.size), np.zeros(table.size)
        for r in rest[seeks[members[rest]]].tolist():
            helpers = rest[rest != r]
            best = max(to_members[r, members[helpers]], default=0.0)
            total += np.maximum(best, to_members[r])
            seekers += 1
        total += np.where(seeks, from_members[:, rest].max(axis=1, initial=0.0), 0.0)
        seekers += seeks
        means[i] = np.where(seekers > 0, total / np.maximum(seekers, 1), NOTHING_TO_JUDGE)
    return means


def _got(table: Facts, seeker: int, members: Sequence[int]) -> Range:
    """Give the best fit of another member's offers to what a seeker seeks."""
    helpers = [own for own in members if own != seeker and table.offering[own]]
    if not helpers:
        return Range.of(0.0)
    if table.words is None or table.words.offers is None:
        return Range(0.0, 1.0)
    fits = table.words.offers(np.array([seeker]), np.array(helpers))
    best = float(fits.max())
    return Range.near(best, table.leeway)


FORMULA = Formula(
    key="complementarity",
    position=70,
    has_data=lambda season: (
        any(actor.seeks for actor in season.actors) and any(actor.offers for actor in season.actors)
    ),
    score=score,
    parts=parts,
    after=after,
)
