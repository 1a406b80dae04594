"""Members and reserves of a coalition as the report's tables show them."""

from dataclasses import dataclass
from math import floor

from api.show.showing import Showing
from models.actors import Actor
from models.numbers import decimal
from models.proposals import Coalition, Member
from models.sectors import Sector
from models.text import Text
from models.wording import alphabetical, sentence_case

WEAK_RELEVANCE = 0.3
"""Below it, words are far from the question, and a seat is called a weak fit."""


@dataclass(frozen=True)
class ReasonRow:
    """One criterion's part of a member's seat."""

    criterion: Text
    sentence: Text
    contribution: float


@dataclass(frozen=True)
class MemberRow:
    """A member with the reasons for its seat, and who would take it."""

    seat: int
    """Counted from 1 in the table's order; the links to and from its reserve carry it."""

    member: Member
    actor: Actor
    is_weak: bool
    reasons: tuple[ReasonRow, ...]
    contribution: float
    reserve: Actor | None


@dataclass(frozen=True)
class ReserveRow:
    """Who would take a member's seat."""

    seat: int
    member: Member
    actor: Actor
    relevance: float
    is_weak: bool
    loss: float


def member_rows(showing: Showing, coalition: Coalition) -> tuple[MemberRow, ...]:
    """Give the members that the viewer may see, by sector, then by name."""
    order = list(Sector)
    comers = {reserve.for_: showing.find(reserve.actor_id) for reserve in coalition.reserves}
    seen = [
        (member, actor)
        for member in coalition.members
        if (actor := showing.find(member.actor_id)) is not None
    ]
    seen.sort(
        key=lambda pair: (
            order.index(pair[0].sector),
            alphabetical(pair[0].name),
            pair[0].actor_id,
        )
    )
    return tuple(
        MemberRow(
            seat=seat,
            member=member,
            actor=actor,
            is_weak=is_weak(member.relevance),
            reasons=tuple(
                ReasonRow(
                    sentence_case(showing.glossary.title_of(reason.criterion)),
                    reason.text,
                    reason.contribution,
                )
                for reason in member.reasons
            ),
            contribution=sum(reason.contribution for reason in member.reasons),
            reserve=comers.get(member.actor_id),
        )
        for seat, (member, actor) in enumerate(seen, start=1)
    )


def reserve_rows(showing: Showing, coalition: Coalition) -> tuple[ReserveRow, ...]:
    """Give the reserves that the viewer may see, in the order of the seats they would take."""
    reserves = {reserve.for_: reserve for reserve in coalition.reserves}
    return tuple(
        ReserveRow(
            seat=row.seat,
            member=row.member,
            actor=row.reserve,
            relevance=reserve.relevance,
            is_weak=is_weak(reserve.relevance),
            loss=reserve.loss,
        )
        for row in member_rows(showing, coalition)
        if row.reserve is not None and (reserve := reserves[row.member.actor_id])
    )


def say_relevance(value: float) -> Text:
    """Write relevance so that a weak fit never looks as if it reached the limit."""
    if is_weak(value) and round(value, 2) >= WEAK_RELEVANCE:
        return decimal(floor(1000 * value) / 1000, 3)
    return decimal(value, 2)


def is_weak(relevance: float) -> bool:
    """Say whether a seat is a weak fit."""
    return relevance < WEAK_RELEVANCE
