"""What a hand edit gained and cost: two proposals of one season beside each other."""

from dataclasses import dataclass

from api.documents.report.criteria import title_of
from api.show.naming import name_coalition
from models.actors import Actor
from models.messages import say
from models.numbers import contribution, decimal
from models.proposals import Coalition, Proposal
from models.scores import Conflict
from models.seasons import Season
from models.text import Text
from models.wording import alphabetical, sentence_case

SMALLEST = 5e-5
"""A change that rounds to nothing is none."""


@dataclass(frozen=True)
class Mover:
    """A member that came or left, with the coalition at the other end, if any."""

    actor: Actor
    elsewhere: str | None


@dataclass(frozen=True)
class Change:
    """A figure before and after; None where the coalition was not there."""

    name: Text
    before: float | None
    after: float | None

    @property
    def difference(self) -> Text:
        """Say by how much it changed."""
        if self.before is None or self.after is None:
            return Text.same("–")
        gain = self.after - self.before
        return say("report_unchanged") if abs(gain) < SMALLEST else contribution(gain)


@dataclass(frozen=True)
class CoalitionEdit:
    """What happened to one coalition."""

    id: str
    title: str
    came: tuple[Mover, ...]
    left: tuple[Mover, ...]
    changes: tuple[Change, ...]
    """Of each criterion, then of the deductions where there are any, then of the total."""

    is_new: bool
    is_gone: bool


@dataclass(frozen=True)
class Edits:
    """What happened to the whole proposal."""

    objective: Text
    is_comparable: bool
    coalitions: tuple[CoalitionEdit, ...]
    untouched: int
    conflicts_came: tuple[Text, ...]
    conflicts_went: tuple[Text, ...]


def compare_proposals(season: Season, before: Proposal, after: Proposal) -> Edits:
    """Compare two proposals of one season, coalition by coalition, by their ids.

    Parameters
    ----------
    season : Season
        Whose actors and challenges both have.
    before, after : Proposal

    Returns
    -------
    Edits
        Coalitions with another member or another figure, in the order after the edit;
        those that are gone come last.
    """
    old = {coalition.id: coalition for coalition in before.coalitions}
    new = {coalition.id: coalition for coalition in after.coalitions}
    pairs = [(key, old.get(key), new.get(key)) for key in dict.fromkeys((*new, *old))]
    edits = [_compare(season, before, after, *pair) for pair in pairs]
    touched = tuple(edit for edit in edits if _is_touched(edit))
    return Edits(
        objective=_say_objective(before.certificate.objective, after.certificate.objective),
        is_comparable=(before.settings.weights, before.settings.balance)
        == (after.settings.weights, after.settings.balance),
        coalitions=touched,
        untouched=len(edits) - len(touched),
        conflicts_came=_only_in(after.conflicts, before.conflicts),
        conflicts_went=_only_in(before.conflicts, after.conflicts),
    )


def _compare(
    season: Season,
    before: Proposal,
    after: Proposal,
    key: str,
    old: Coalition | None,
    new: Coalition | None,
) -> CoalitionEdit:
    were, are = _members(old), _members(new)
    return CoalitionEdit(
        id=key,
        title=name_coalition(season, key),
        came=_movers(season, are - were, before, after),
        left=_movers(season, were - are, after, before),
        changes=_changes(old, new),
        is_new=old is None,
        is_gone=new is None,
    )


def _members(coalition: Coalition | None) -> frozenset[str]:
    return frozenset(m.actor_id for m in coalition.members) if coalition else frozenset()


def _movers(
    season: Season, ids: frozenset[str], there: Proposal, here: Proposal
) -> tuple[Mover, ...]:
    """Give who moved, by name, with where it is there and is not here."""
    actors = [season.actors[season.actor_index[actor]] for actor in ids]
    return tuple(
        Mover(actor, _elsewhere(season, actor.id, there, here))
        for actor in sorted(actors, key=lambda item: (alphabetical(item.name), item.id))
    )


def _elsewhere(season: Season, actor: str, there: Proposal, here: Proposal) -> str | None:
    held = [c.id for c in here.coalitions if actor in _members(c)]
    moved = [c.id for c in there.coalitions if actor in _members(c) and c.id not in held]
    return name_coalition(season, moved[0]) if moved else None


def _changes(old: Coalition | None, new: Coalition | None) -> tuple[Change, ...]:
    was, now = old.scores if old else {}, new.scores if new else {}
    changes = [
        Change(sentence_case(title_of(key)), was.get(key), now.get(key))
        for key in dict.fromkeys((*now, *was))
    ]
    if any(coalition and coalition.penalties for coalition in (old, new)):
        changes.append(Change(say("report_penalties"), _deduction(old), _deduction(new)))
    total = Change(say("report_total"), old.total if old else None, new.total if new else None)
    return (*changes, total)


def _deduction(coalition: Coalition | None) -> float | None:
    return -sum(item.value for item in coalition.penalties) if coalition else None


def _is_touched(edit: CoalitionEdit) -> bool:
    return bool(edit.came or edit.left) or any(
        change.before is None
        or change.after is None
        or abs(change.after - change.before) >= SMALLEST
        for change in edit.changes
    )


def _say_objective(before: float, after: float) -> Text:
    gain = after - before
    code = "report_edit_gains" if gain > 0 else "report_edit_costs"
    return say(
        "report_edit_keeps" if abs(gain) < SMALLEST else code,
        change=decimal(abs(gain), 4),
        before=decimal(before, 4),
        after=decimal(after, 4),
    )


def _only_in(these: tuple[Conflict, ...], those: tuple[Conflict, ...]) -> tuple[Text, ...]:
    return tuple(conflict.text for conflict in these if conflict not in those)
