"""One coalition as it is stated: members, values, contributions, penalties, total."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.verify.case import Case
from matcher.verify.criteria.formula import Range
from matcher.verify.difference import (
    ROUNDING,
    SUMS,
    Difference,
    compare_numbers,
    compare_values,
    difference,
    under,
)
from matcher.verify.rules.new_contacts_floor import new_contacts
from models.proposals import Coalition, Member


@dataclass(frozen=True)
class Judged:
    """What is known of a coalition once it is judged.

    Attributes
    ----------
    total : float
        T by the checker's own formulas, and by what is stated where words decide that are not
        at hand.
    off : dict of str to float
        By criterion whose stated value differs from the words' as machines may, by how much.
    loose : frozenset of str
        Criteria whose values are taken as stated, since nothing at hand decides them.
    """

    total: float
    off: dict[str, float]
    loose: frozenset[str]


def judge_coalition(case: Case, s: int, stated: Coalition) -> tuple[Judged, list[Difference]]:
    """Compute a coalition anew and compare it with what is stated of it."""
    slot, members = case.seats.slots[s], case.seats.members[s]
    found = compare_values("size", stated.size, len(members))
    for m, (own, member) in enumerate(zip(members, stated.members, strict=True)):
        found += [under(f"members.{m}", each) for each in _check_person(case, s, own, member)]
    keys = [formula.key for formula in case.formulas]
    in_use = set(case.settings.weights)
    if set(stated.scores) != in_use:
        found.append(difference("scores", sorted(stated.scores), sorted(in_use)))
    for m, member in enumerate(stated.members):
        given = [reason.criterion for reason in member.reasons]
        in_order = [key for key in given if key in keys]
        if sorted(given) != sorted(in_use) or in_order != keys:
            found.append(difference(f"members.{m}.reasons", given, keys))
    if found:
        return Judged(0.0, {}, frozenset()), found
    values = {key: [_value(member, key) for member in stated.members] for key in in_use}
    scores, off, loose = dict[str, float](), dict[str, float](), set[str]()
    for formula in case.formulas:
        key = formula.key
        score = formula.score(case.table, slot.challenge, members)
        parts = formula.parts(case.table, slot.challenge, members)
        settled = [each.settle(own) for each, own in zip(parts, values[key], strict=True)]
        for m, (each, part) in enumerate(zip(parts, settled, strict=True)):
            if part is None:
                place = f"members.{m}.reasons.{key}.value"
                found.append(difference(place, values[key][m], each))
        mean = sum(values[key]) / len(members)
        stands = score.settle(stated.scores[key])
        if stands is None:
            found.append(difference(f"scores.{key}", stated.scores[key], score))
        found += compare_numbers(f"scores.{key}", stated.scores[key], mean)
        scores[key] = _settled(score, mean, stands)
        if score.exact is not None and scores[key] != score.exact:
            off[key] = scores[key] - score.exact
        if score.exact is None:
            loose.add(key)
    for key in in_use - set(keys):
        mean = sum(values[key]) / len(members)
        if not -ROUNDING <= mean <= 1 + ROUNDING:
            found.append(difference(f"scores.{key}", mean, "0 to 1"))
        found += compare_numbers(f"scores.{key}", stated.scores[key], mean)
        scores[key] = mean
        loose.add(key)
    total = sum(case.share(key) * value for key, value in scores.items())
    taken, missing = _check_penalties(case, s, stated)
    found += [*missing, *compare_numbers("total", stated.total, total - taken)]
    found += _check_contributions(case, stated, total)
    return Judged(total - taken, off, frozenset(loose)), found


def _settled(score: Range, mean: float, stands: float | None) -> float:
    """Give the value to go on with: the words' own, or the unrounded mean of what is stated."""
    if stands is not None and stands == score.exact:
        return stands
    return min(max(mean, score.low), score.high)


def _value(member: Member, key: str) -> float:
    return next(reason.value for reason in member.reasons if reason.criterion == key)


def _check_person(case: Case, s: int, own: int, stated: Member) -> Iterator[Difference]:
    """Compare what is said of an actor with what the season says of it."""
    actor, table = case.table.season.actors[own], case.table
    for key, given, meant in (
        ("name", stated.name, actor.name),
        ("sector", stated.sector, actor.sector),
        ("place", stated.place, actor.place.name),
        ("county", stated.county, actor.place.county),
        ("new_contacts", stated.new_contacts, new_contacts(table, own, case.seats.members[s])),
    ):
        yield from compare_values(key, given, meant)


def _check_contributions(case: Case, stated: Coalition, gained: float) -> Iterator[Difference]:
    """Compare each w · v / (n Σ w), and what they sum to: T and the penalties."""
    told, n = 0.0, len(stated.members)
    for m, member in enumerate(stated.members):
        for r, reason in enumerate(member.reasons):
            share = case.share(reason.criterion) * reason.value / n
            place = f"members.{m}.reasons.{r}.contribution"
            yield from compare_numbers(place, reason.contribution, share)
            told += reason.contribution
    if abs(told - gained) > SUMS:
        yield difference("contributions", round(told, 6), round(gained, 6))


def _check_penalties(case: Case, s: int, stated: Coalition) -> tuple[float, list[Difference]]:
    """Give what soft rules take off, and compare it with what is stated."""
    slot, members = case.seats.slots[s], case.seats.members[s]
    n, taken, expected, values = len(members), 0.0, [], list[float]()
    for bound in case.soft_rules(slot):
        units = bound.held.missed(members)
        if units:
            asked = bound.held.asked_of(n)
            expected.append((bound.rule.kind, bound.held.keys, asked, asked - units))
            values.append(case.penalty(bound, units, n))
            taken += values[-1]
    found, known = list[Difference](), []
    for p, penalty in enumerate(stated.penalties):
        if penalty.rule in case.unchecked.rules:
            taken += penalty.value
            if not 0 <= penalty.given < penalty.asked or penalty.value <= 0:
                found.append(difference(f"penalties.{p}", penalty.value, "a share of its strength"))
        else:
            known.append(penalty)
    given = [(each.rule, each.keys, each.asked, each.given) for each in known]
    found += compare_values("penalties", given, expected)
    for penalty, value in zip(known, values, strict=False):
        found += compare_numbers(f"penalties of {penalty.rule}", penalty.value, value)
    return taken, found
