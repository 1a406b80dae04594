"""Compare two proposals of one season, coalition by coalition."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.comparisons import PENALTIES, TOTAL, Change, CoalitionChange, Comparison, Mover
from models.frozen import Frozen
from models.proposals import Coalition, Proposal
from models.scores import Conflict
from models.text import Text


class Pair(Frozen):
    """A proposal and the one that it became."""

    before: Proposal
    after: Proposal


def compare_proposals(call: Call, given: Pair) -> Comparison:
    """Say who moved and what each figure became."""
    return compare(given.before, given.after)


def compare(before: Proposal, after: Proposal) -> Comparison:
    """Compare two proposals, coalition by coalition, by their ids."""
    old = {coalition.id: coalition for coalition in before.coalitions}
    new = {coalition.id: coalition for coalition in after.coalitions}
    edits = [
        _compare(before, after, key, old.get(key), new.get(key))
        for key in dict.fromkeys((*new, *old))
    ]
    touched = tuple(edit for edit in edits if edit.is_touched)
    return Comparison(
        before=before.certificate.objective,
        after=after.certificate.objective,
        is_comparable=(before.settings.weights, before.settings.balance)
        == (after.settings.weights, after.settings.balance),
        coalitions=touched,
        untouched=len(edits) - len(touched),
        conflicts_came=_only_in(after.conflicts, before.conflicts),
        conflicts_went=_only_in(before.conflicts, after.conflicts),
    )


def _compare(
    before: Proposal, after: Proposal, key: str, old: Coalition | None, new: Coalition | None
) -> CoalitionChange:
    were, are = _members(old), _members(new)
    return CoalitionChange(
        id=key,
        came=_movers(are - were, before, after),
        left=_movers(were - are, after, before),
        changes=_changes(old, new),
        is_new=old is None,
        is_gone=new is None,
    )


def _members(coalition: Coalition | None) -> frozenset[str]:
    return frozenset(m.actor_id for m in coalition.members) if coalition else frozenset()


def _movers(ids: frozenset[str], there: Proposal, here: Proposal) -> tuple[Mover, ...]:
    """Give who moved, with where it is there and is not here."""
    return tuple(
        Mover(actor_id=actor, elsewhere=_elsewhere(actor, there, here)) for actor in sorted(ids)
    )


def _elsewhere(actor: str, there: Proposal, here: Proposal) -> str | None:
    held = [c.id for c in here.coalitions if actor in _members(c)]
    return next((c.id for c in there.coalitions if actor in _members(c) and c.id not in held), None)


def _changes(old: Coalition | None, new: Coalition | None) -> tuple[Change, ...]:
    was, now = old.scores if old else {}, new.scores if new else {}
    changes = [
        Change(key=key, before=was.get(key), after=now.get(key))
        for key in dict.fromkeys((*now, *was))
    ]
    if any(coalition and coalition.penalties for coalition in (old, new)):
        changes.append(Change(key=PENALTIES, before=_deduction(old), after=_deduction(new)))
    total = Change(key=TOTAL, before=old.total if old else None, after=new.total if new else None)
    return (*changes, total)


def _deduction(coalition: Coalition | None) -> float | None:
    return -sum(item.value for item in coalition.penalties) if coalition else None


def _only_in(these: tuple[Conflict, ...], those: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in these if conflict not in those)


COMPARE_PROPOSALS = UseCase(
    action="proposal.compare",
    input=Pair,
    run=compare_proposals,
    title=Text(sv="Jämför två förslag", en="Compare two proposals"),
    description=Text(
        sv="Säger vem som kom och gick i varje koalition, och vad varje siffra blev.",
        en="Says who came and left in each coalition, and what each figure became.",
    ),
    position=5,
)
