"""A season's answers as figures: by coalition, and for the season as a whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from matcher.outcomes.figures import contacts_of, share_of
from matcher.outcomes.protection import choose_shown
from models.canonical import round_number
from models.outcomes import (
    Answer,
    Contacts,
    Figures,
    Forecast,
    NamedPairs,
    Outcomes,
    SeasonFigures,
    SectorsMet,
    Share,
)
from models.proposals import Coalition, Proposal
from models.seasons import Season
from models.sectors import Sector

Figure = TypeVar("Figure")


@dataclass(frozen=True)
class _Group:
    """A coalition with the answers of its members."""

    coalition: Coalition
    answers: tuple[Answer, ...]


def summarise_answers(
    season: Season,
    proposal: Proposal,
    answers: Iterable[Answer],
    earlier: Iterable[SeasonFigures] = (),
) -> Outcomes:
    """Make the figures of a season's answers, and leave out those that show too few.

    Parameters
    ----------
    season, proposal
        The proposal agrees with the season.
    answers : iterable of Answer
        Of members of the proposal's coalitions, one for each at most.
    earlier : iterable of SeasonFigures
        Of seasons before, in their order.

    Notes
    -----
    Each question is protected by itself, over those who answered it; see `protection`.
    """
    given = [answer for answer in answers if answer.is_given]
    groups = [
        _Group(coalition, tuple(a for a in given if a.coalition == coalition.id))
        for coalition in proposal.coalitions
    ]
    tied = frozenset((tie.actor_a, tie.actor_b) for tie in season.ties)
    total, parts = _figures_of(groups, tied)
    return Outcomes(
        season=season.name,
        year=season.year,
        proposal_sha256=proposal.content_sha256,
        total=total,
        coalitions=parts,
        earlier=tuple(earlier),
    )


def _figures_of(
    groups: Sequence[_Group], tied: frozenset[tuple[str, str]]
) -> tuple[Figures, tuple[Figures, ...]]:
    """Give the figures of the season and of each coalition."""

    def shown(
        is_asked: Callable[[Answer], bool], make: Callable[[Sequence[_Group]], Figure]
    ) -> list[Figure | None]:
        """Make one figure of the season and of every coalition that it may be shown of."""
        asked = [
            _Group(group.coalition, tuple(a for a in group.answers if is_asked(a)))
            for group in groups
        ]
        whole, parts = choose_shown([frozenset(a.actor_id for a in g.answers) for g in asked])
        return [
            make(part) if is_shown else None
            for is_shown, part in zip((whole, *parts), (asked, *([g] for g in asked)), strict=True)
        ]

    counts = shown(lambda _: True, lambda part: sum(len(group.answers) for group in part))
    widened = shown(lambda a: a.widened is not None, _widened)
    collaborate = shown(_is_asked_to_collaborate, _collaborate)
    contacts = shown(lambda a: a.new_contacts is not None, _contacts)
    sectors = shown(lambda a: a.sectors is not None, _sectors)
    forecast = shown(lambda a: a.new_contacts is not None, _forecast)
    pairs = shown(_is_asked_to_collaborate, lambda part: _pairs(part, tied))
    figures = []
    for place, part in enumerate((groups, *([group] for group in groups))):
        members = sum(group.coalition.size for group in part)
        answers = counts[place]
        own = None if place == 0 else part[0].coalition
        figures.append(
            Figures(
                coalition=own.id if own else None,
                challenge_id=own.challenge_id if own else None,
                members=members,
                answers=answers,
                response_rate=None if answers is None else round_number(answers / members),
                widened=widened[place],
                collaborate=collaborate[place],
                new_contacts=contacts[place],
                sectors=sectors[place],
                forecast=forecast[place],
                pairs=pairs[place],
            )
        )
    return figures[0], tuple(figures[1:])


def _is_asked_to_collaborate(answer: Answer) -> bool:
    return answer.will_collaborate is not None


def _answers(part: Sequence[_Group]) -> list[Answer]:
    return [answer for group in part for answer in group.answers]


def _widened(part: Sequence[_Group]) -> Share:
    return share_of([bool(answer.widened) for answer in _answers(part)])


def _collaborate(part: Sequence[_Group]) -> Share:
    return share_of([bool(answer.will_collaborate) for answer in _answers(part)])


def _contacts(part: Sequence[_Group]) -> Contacts:
    return contacts_of([answer.new_contacts or 0 for answer in _answers(part)])


def _sectors(part: Sequence[_Group]) -> SectorsMet:
    met = [answer.sectors or () for answer in _answers(part)]
    shares = {s: round_number(sum(s in own for own in met) / len(met)) for s in Sector}
    return SectorsMet(answers=len(met), shares=shares)


def _forecast(part: Sequence[_Group]) -> Forecast:
    """Set what members reported, at most what was predicted for each, beside the prediction."""
    predicted = reported = 0
    for group in part:
        own = {member.actor_id: member.new_contacts for member in group.coalition.members}
        for answer in group.answers:
            predicted += own[answer.actor_id]
            reported += min(answer.new_contacts or 0, own[answer.actor_id])
    return Forecast(
        answers=len(_answers(part)),
        predicted=predicted,
        reported=reported,
        share=round_number(reported / predicted) if predicted else None,
    )


def _pairs(part: Sequence[_Group], tied: frozenset[tuple[str, str]]) -> NamedPairs:
    """Count the predicted new pairs that could be named, and those that were."""
    predicted = named = 0
    for group in part:
        partners = {answer.actor_id: answer.partners for answer in group.answers}
        members = sorted(group.coalition.members, key=lambda member: member.actor_id)
        for one, other in combinations(members, 2):
            ids = (one.actor_id, other.actor_id)
            if one.sector is other.sector or ids in tied or partners.keys().isdisjoint(ids):
                continue
            predicted += 1
            named += ids[1] in partners.get(ids[0], ()) or ids[0] in partners.get(ids[1], ())
    return NamedPairs(
        answers=len(_answers(part)),
        predicted=predicted,
        named=named,
        share=round_number(named / predicted) if predicted else None,
    )
