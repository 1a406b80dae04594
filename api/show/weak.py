"""Weak fits explained: why a member whose words are far from the question is in anyway."""

from dataclasses import dataclass

from api.show.members import MemberRow, ReserveRow, say_relevance
from api.show.showing import Showing
from models.actors import Actor
from models.glossary import Glossary
from models.messages import say
from models.numbers import decimal, loss
from models.proposals import Coalition, Proposal
from models.rules import Rule
from models.scores import Reason
from models.text import Text
from models.viewers import is_hidden
from models.wording import listing, sentences

MOST_STRENGTHS = 2
LEAST_STRENGTH = 5e-5
"""Of a contribution above the mean; what is less is written as nothing."""


@dataclass(frozen=True)
class WeakRow:
    """A weak fit with why it has a seat, and what one may do."""

    row: MemberRow
    why: Text
    advice: Text


def weak_rows(
    showing: Showing,
    proposal: Proposal,
    coalition: Coalition,
    members: tuple[MemberRow, ...],
    reserves: tuple[ReserveRow, ...],
) -> tuple[WeakRow, ...]:
    """Explain the weak fits in the order of the table of members."""
    by_seat = {reserve.seat: reserve for reserve in reserves}
    rules = (*showing.season.rules, *proposal.settings.rules)
    return tuple(
        _explain(
            showing.glossary,
            row,
            by_seat.get(row.seat),
            coalition,
            _is_pinned(rules, row, coalition),
        )
        for row in members
        if row.is_weak
    )


def _explain(
    glossary: Glossary,
    row: MemberRow,
    reserve: ReserveRow | None,
    coalition: Coalition,
    is_pinned: bool,
) -> WeakRow:
    mean = sum(member.relevance for member in coalition.members) / coalition.size
    known = say(
        "report_weak_relevance",
        relevance=say_relevance(row.member.relevance),
        mean=decimal(mean, 2),
    )
    if is_pinned:
        return WeakRow(row, sentences([known, say("report_weak_pinned")]), say("report_weak_unpin"))
    if reserve is None:
        rest = say("report_weak_irreplaceable")
        advice = say("report_weak_ask_alone", actor=row.actor.id, coalition=coalition.id)
    else:
        rest = say(
            "report_weak_replaced",
            reserve=_name(reserve.actor),
            relevance=say_relevance(reserve.relevance),
            loss=loss(reserve.loss),
        )
        advice = say("report_weak_ask", reserve=_name(reserve.actor))
    return WeakRow(row, sentences([known, *_say_strengths(glossary, row, coalition), rest]), advice)


def _say_strengths(glossary: Glossary, row: MemberRow, coalition: Coalition) -> list[Text]:
    """Say where the member contributes more than the average one, the most first."""
    gains = [
        (reason.contribution - _mean(coalition, reason.criterion), reason)
        for reason in row.member.reasons
        if reason.criterion != "relevance"
    ]
    strong = [
        reason
        for gain, reason in sorted(gains, key=lambda item: -item[0])[:MOST_STRENGTHS]
        if gain > LEAST_STRENGTH
    ]
    if not strong:
        return [say("report_weak_no_strengths")]
    criteria = listing([glossary.title_of(reason.criterion) for reason in strong])
    return [
        say("report_weak_strengths", criteria=criteria),
        *(reason.text for reason in strong),
    ]


def _mean(coalition: Coalition, criterion: str) -> float:
    parts: list[Reason] = [
        reason
        for member in coalition.members
        for reason in member.reasons
        if reason.criterion == criterion
    ]
    return sum(reason.contribution for reason in parts) / coalition.size


def _is_pinned(rules: tuple[Rule, ...], row: MemberRow, coalition: Coalition) -> bool:
    """Say whether a pin holds the member in the coalition."""
    return any(
        rule.kind == "pin"
        and rule.get("actor") == row.actor.id
        and rule.challenge in (None, coalition.challenge_id)
        and rule.coalition in (None, coalition.id)
        for rule in rules
    )


def _name(actor: Actor) -> Text:
    """Name an actor, marked where it is hidden from others."""
    if not is_hidden(actor):
        return Text.same(actor.name)
    mark = say("report_hidden")
    return Text(sv=f"{actor.name} ({mark.sv})", en=f"{actor.name} ({mark.en})")
