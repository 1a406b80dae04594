"""Members and reserves of a coalition as the report's tables show them."""

from dataclasses import dataclass
from math import floor

from api.documents.report.criteria import title_of
from models.actors import Actor
from models.numbers import decimal
from models.proposals import Coalition, Member
from models.seasons import Season
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


def member_rows(season: Season, coalition: Coalition) -> tuple[MemberRow, ...]:
    """Give the members by sector, then by name."""
    order = list(Sector)
    comers = {reserve.for_: reserve.actor_id for reserve in coalition.reserves}
    members = sorted(
        coalition.members,
        key=lambda item: (order.index(item.sector), alphabetical(item.name), item.actor_id),
    )
    return tuple(
        MemberRow(
            seat=seat,
            member=member,
            actor=season.actors[season.actor_index[member.actor_id]],
            is_weak=is_weak(member.relevance),
            reasons=tuple(
                ReasonRow(
                    sentence_case(title_of(reason.criterion)), reason.text, reason.contribution
                )
                for reason in member.reasons
            ),
            contribution=sum(reason.contribution for reason in member.reasons),
            reserve=_find(season, comers.get(member.actor_id)),
        )
        for seat, member in enumerate(members, start=1)
    )


def reserve_rows(season: Season, coalition: Coalition) -> tuple[ReserveRow, ...]:
    """Give the reserves in the order of the seats that they would take."""
    reserves = {reserve.for_: reserve for reserve in coalition.reserves}
    return tuple(
        ReserveRow(
            seat=row.seat,
            member=row.member,
            actor=season.actors[season.actor_index[reserve.actor_id]],
            relevance=reserve.relevance,
            is_weak=is_weak(reserve.relevance),
            loss=reserve.loss,
        )
        for row in member_rows(season, coalition)
        if (reserve := reserves.get(row.member.actor_id)) is not None
    )


def say_relevance(value: float) -> Text:
    """Write relevance so that a weak fit never looks as if it reached the limit."""
    if is_weak(value) and round(value, 2) >= WEAK_RELEVANCE:
        return decimal(floor(1000 * value) / 1000, 3)
    return decimal(value, 2)


def is_weak(relevance: float) -> bool:
    """Say whether a seat is a weak fit."""
    return relevance < WEAK_RELEVANCE


def _find(season: Season, actor_id: str | None) -> Actor | None:
    return None if actor_id is None else season.actors[season.actor_index[actor_id]]
