"""Who could take whose seat, and what F would be then: all single replacements of a season."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Bools, Floats
from matcher.verify.case import Case, to_members
from matcher.verify.coalitions import Judged
from matcher.verify.difference import MACHINES


@dataclass(frozen=True, eq=False)
class Replacements:
    """The single replacements of one coalition; rows are its members, columns all actors.

    Attributes
    ----------
    able : (n, A) bool array
        Who can take the seat for certain: is free, allowed, and makes no hard rule worse.
    may_be_able : (n, A) bool array
        Likewise, as far as is known.
    objectives : (n, A) float array
        F, at the least.
    """

    able: Bools
    may_be_able: Bools
    objectives: Floats


def find_replacements(case: Case, s: int, judged: Mapping[int, Judged]) -> Replacements:
    """Find all single replacements of a formed coalition's members.

    Parameters
    ----------
    judged : mapping of int to Judged
        The formed coalitions by place.
    """
    table, slot, own = case.table, case.seats.slots[s], judged[s]
    members = to_members(case.seats.members[s])
    n = len(members)
    totals = np.zeros((n, table.size))
    for formula in case.formulas:
        share = case.share(formula.key)
        totals += share * formula.after(table, slot.challenge, members)
        if formula.key in own.off:  # the least that it may be by the words of another machine
            totals += share * (min(0.0, own.off[formula.key]) - MACHINES)
    for bound in case.soft_rules(slot):
        unit = case.penalty(bound, 1, n)
        totals -= unit * bound.held.after(members)
    others = [each.total for t, each in judged.items() if t != s]
    able = np.tile(_are_free(case, s), (n, 1))
    able[np.isin(members, list(case.seats.speaking_of("pin", s)))] = False
    may_be_able = able.copy()
    for bound in case.hard_rules(slot):
        units, now = bound.held.after(members), bound.held.missed(case.seats.members[s])
        able &= units <= now
        unsure = 0 if bound.held.unsure is None else bound.held.unsure
        may_be_able &= units - unsure <= now
    if case.unchecked.rules:
        able[:] = False
    return Replacements(able, may_be_able, case.objectives(totals, others))


def after_replacing(
    case: Case, s: int, judged: Mapping[int, Judged], leaver: int, comer: int
) -> tuple[float, float]:
    """Give F, at the least and at the most, when one actor takes another's seat."""
    slot, own = case.seats.slots[s], judged[s]
    members = sorted({*case.seats.members[s], comer} - {leaver})
    low, high = 0.0, sum(case.share(key) for key in case.unchecked.criteria_in(case.settings))
    for formula in case.formulas:
        share = case.share(formula.key)
        score = formula.score(case.table, slot.challenge, members)
        if score.exact is None:
            least, most = score.low, score.high
        elif formula.key in own.off:
            shifted = score.exact + own.off[formula.key]
            least, most = shifted - 2 * MACHINES, shifted + 2 * MACHINES
        else:
            least = most = score.exact
        low, high = low + share * least, high + share * most
    for bound in case.soft_rules(slot):
        taken = case.penalty(bound, bound.held.missed(members), len(members))
        low, high = low - taken, high - taken
    others = [each.total for t, each in judged.items() if t != s]
    return case.objective([*others, low]), case.objective([*others, high])


def _are_free(case: Case, s: int) -> Bools:
    """Say whom capacity, siblings and bans leave free for a coalition: (A,)."""
    actors = case.table.season.actors
    free: Bools = case.seats.load < np.array([actor.capacity for actor in actors])
    for t in case.seats.siblings_of(s):
        free[list(case.seats.members[t])] = False
    free[list(case.seats.speaking_of("ban", s))] = False
    return free
