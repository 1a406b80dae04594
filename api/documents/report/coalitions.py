"""One coalition as its section of the report shows it."""

from dataclasses import dataclass

from markupsafe import Markup

from api.documents.report.criteria import ScoreRow, score_rows
from api.documents.report.members import MemberRow, ReserveRow, member_rows, reserve_rows
from api.documents.report.rules import PenaltyRow, penalty_rows
from api.documents.report.twins import ContactRow, TownRow, contact_rows, town_rows
from api.documents.report.weak import WeakRow, weak_rows
from api.show.bars import Bar, area_rows, draw_bars, sector_rows
from api.show.maps import draw_map
from api.show.naming import name_coalition
from api.show.network import NARROW, WIDE, draw_network, find_pairs
from models.challenges import Challenge, Scope
from models.messages import say
from models.numbers import count, decimal
from models.proposals import Coalition, Proposal
from models.scores import Conflict
from models.seasons import Season
from models.sectors import Sector
from models.text import Language, Text
from models.wording import amount


@dataclass(frozen=True)
class CoalitionSection:
    """A coalition with its words, rows and pictures."""

    anchor: str
    number: int
    title: str
    description: str
    facts: tuple[Text, ...]
    total: float
    scores: tuple[ScoreRow, ...]
    members: tuple[MemberRow, ...]
    weak: tuple[WeakRow, ...]
    reserves: tuple[ReserveRow, ...]
    without_reserve: int
    penalties: tuple[PenaltyRow, ...]
    conflicts: tuple[Conflict, ...]
    map: Markup
    towns: tuple[TownRow, ...]
    is_regional: bool
    sector_bars: Markup
    sectors: tuple[Bar, ...]
    area_bars: Markup
    areas: tuple[Bar, ...]
    ties: Text
    networks: tuple[Markup, ...]
    contacts: tuple[ContactRow, ...]


def coalition_sections(
    season: Season, proposal: Proposal, language: Language
) -> tuple[CoalitionSection, ...]:
    """Give the sections in the proposal's order."""
    return tuple(
        _section(
            season,
            proposal,
            coalition,
            place,
            language,
        )
        for place, coalition in enumerate(proposal.coalitions, start=1)
    )


def _section(
    season: Season,
    proposal: Proposal,
    coalition: Coalition,
    place: int,
    language: Language,
) -> CoalitionSection:
    challenge = season.challenges[season.challenge_index[coalition.challenge_id]]
    title = name_coalition(season, coalition.id)
    rows = member_rows(season, coalition)
    actors = tuple(row.actor for row in rows)
    is_regional = challenge.scope is Scope.REGIONAL
    areas = [a.place.municipality if is_regional else a.place.county for a in actors]
    pairs = find_pairs(season, actors)
    by_sector = sector_rows(actors, language)
    by_area = area_rows(zip(areas, actors, strict=True))
    reserves = reserve_rows(season, coalition)
    area_title = say(
        "report_municipality_bars_title" if is_regional else "report_county_bars_title", title=title
    )
    return CoalitionSection(
        anchor=f"coalition-{place}",
        number=place,
        title=title,
        description=challenge.description,
        facts=_facts(challenge, coalition, areas),
        total=coalition.total,
        scores=score_rows(coalition, f"score-{place}", language),
        members=rows,
        weak=weak_rows(season, proposal, coalition, rows, reserves),
        reserves=reserves,
        without_reserve=len(rows) - len(reserves),
        penalties=penalty_rows(coalition.penalties),
        conflicts=tuple(c for c in proposal.conflicts if c.coalition == coalition.id),
        map=draw_map(f"map-{place}", challenge, actors, language),
        towns=town_rows(actors, areas),
        is_regional=is_regional,
        sector_bars=draw_bars(
            f"sectors-{place}",
            by_sector,
            say("report_sector_bars_title", title=title),
            language,
        ),
        sectors=tuple(by_sector),
        area_bars=draw_bars(f"areas-{place}", by_area, area_title, language),
        areas=tuple(by_area),
        ties=say(
            "report_pairs_sentence",
            pairs=amount("report_pairs", len(rows) * (len(rows) - 1) // 2),
            old=count(len(pairs.old)),
            new=count(len(pairs.new)),
        ),
        networks=tuple(
            draw_network(f"network-{place}-{suffix}", title, actors, pairs, form, language)
            for suffix, form in (("wide", WIDE), ("narrow", NARROW))
        ),
        contacts=contact_rows(actors, pairs),
    )


def _facts(challenge: Challenge, coalition: Coalition, areas: list[str]) -> tuple[Text, ...]:
    """Give what stands under the title: scope, seats, sectors and areas."""
    if challenge.scope is Scope.REGIONAL and challenge.place and challenge.radius_km:
        scope = say(
            "report_scope_regional",
            km=decimal(challenge.radius_km, 0),
            place=challenge.place.name,
        )
        kind = "report_municipalities"
    else:
        scope, kind = say("report_scope_national"), "report_counties"
    seats = amount("report_seats", coalition.size)
    if coalition.size != challenge.wished_size:
        seats = say("report_seats_of_wished", seats=seats, wished=count(challenge.wished_size))
    sectors = sum(any(m.sector is sector for m in coalition.members) for sector in Sector)
    return (
        scope,
        seats,
        amount("report_sectors", sectors),
        amount(kind, len(dict.fromkeys(areas))),
    )
