"""The report's tables as plain rows, for a workbook."""

from dataclasses import dataclass

from api.documents.report.conflicts import explain_conflict
from api.documents.report.leftovers import leftover_groups
from api.documents.tables import Row, Table, make_table, say_if
from api.show import historic
from api.show.members import is_weak, member_rows, reserve_rows
from api.show.naming import name_coalition
from api.show.showing import Showing
from matcher.glossary import read_glossary
from models.actors import Actor
from models.challenges import Scope
from models.messages import say
from models.proposals import Proposal
from models.seasons import Season
from models.sectors import Sector
from models.text import Language, Text
from models.viewers import ORGANISER, is_hidden
from models.wording import sentence_case


@dataclass(frozen=True)
class _Sheet:
    """A table in both languages."""

    name: Text
    headers: list[Text]
    rows: list[Row]


def report_tables(season: Season, proposal: Proposal, language: Language) -> list[Table]:
    """Give the tables of a proposal's report.

    Parameters
    ----------
    season : Season
        The season that the proposal was made for.
    proposal : Proposal
        Whose actors and challenges the season has.
    language : Language
        Of names, headers and sentences.

    Returns
    -------
    list of (name, headers, rows)
        Coalitions, members with their reasons, reserves, actors without a place, what
        gave way, and scores: always all six, an empty one with its headers. Numbers are
        numbers, as the proposal has them. A text may begin with any sign: it is to be
        written as text, never as a formula.

    Notes
    -----
    No email enters. As in the report, an actor hidden from others is in, and marked.
    """
    showing = Showing(season, language, ORGANISER, read_glossary())
    sheets = (
        _coalitions(season, proposal),
        _members(showing, proposal),
        _reserves(showing, proposal),
        _unplaced(showing, proposal),
        _conflicts(showing, proposal),
        _scores(showing, proposal),
    )
    return [make_table(sheet.name, sheet.headers, sheet.rows, language) for sheet in sheets]


def _coalitions(season: Season, proposal: Proposal) -> _Sheet:
    rows: list[Row] = []
    for item in proposal.coalitions:
        challenge = season.challenges[season.challenge_index[item.challenge_id]]
        is_regional = challenge.scope is Scope.REGIONAL
        rows.append(
            [
                item.id,
                name_coalition(season, item.id),
                item.challenge_id,
                say("report_scope_region" if is_regional else "report_scope_national"),
                item.size,
                challenge.wished_size,
                *(sum(m.sector is sector for m in item.members) for sector in Sector),
                len({member.county for member in item.members if member.county}),
                sum(is_weak(member.relevance) for member in item.members),
                item.total,
            ]
        )
    headers = [
        "report_coalition_id",
        "report_coalition",
        "report_challenge_id",
        "report_scope_heading",
        "report_seats_heading",
    ]
    after = ["report_counties_heading", "report_weak_fits_heading", "report_total"]
    sectors = [sentence_case(sector.text) for sector in Sector]
    return _Sheet(
        say("report_coalitions_heading"),
        [*_heads(*headers, "report_wished_seats"), *sectors, *_heads(*after)],
        rows,
    )


def _members(showing: Showing, proposal: Proposal) -> _Sheet:
    """Give a column for each criterion's part and reason beside what the report shows."""
    criteria = list(proposal.settings.weights)
    rows: list[Row] = []
    for item in proposal.coalitions:
        for row in member_rows(showing, item):
            member = row.member
            reasons = {reason.criterion: reason for reason in member.reasons}
            told = [reasons.get(key) for key in criteria]
            rows.append(
                [
                    item.id,
                    name_coalition(showing.season, item.id),
                    *_actor(row.actor),
                    member.county,
                    member.relevance,
                    say_if(row.is_weak),
                    member.new_contacts,
                    *(cell for r in told for cell in ((r.contribution, r.text) if r else ("", ""))),
                ]
            )
    by_criterion = [
        say(code, criterion=sentence_case(showing.glossary.title_of(key)))
        for key in criteria
        for code in ("report_part_of", "report_reason_of")
    ]
    heads = _heads(
        "report_coalition_id",
        "report_coalition",
        *_ACTOR,
        "report_county",
        "report_relevance",
        "report_weak_word",
        "report_new_contacts",
    )
    return _Sheet(say("report_members"), [*heads, *by_criterion], rows)


def _reserves(showing: Showing, proposal: Proposal) -> _Sheet:
    rows: list[Row] = [
        [
            item.id,
            name_coalition(showing.season, item.id),
            row.member.actor_id,
            row.member.name,
            *_actor(row.actor),
            row.relevance,
            say_if(row.is_weak),
            row.loss,
        ]
        for item in proposal.coalitions
        for row in reserve_rows(showing, item)
    ]
    heads = [
        "report_coalition_id",
        "report_coalition",
        "report_actor_id",
        "report_seat",
        "report_reserve_id",
        "report_reserve",
        *_ACTOR[2:],
    ]
    return _Sheet(
        say("report_reserves"),
        _heads(*heads, "report_relevance", "report_weak_word", "report_loss"),
        rows,
    )


def _unplaced(showing: Showing, proposal: Proposal) -> _Sheet:
    rows: list[Row] = [
        [*_actor(row.actor), group.title, row.sentence]
        for group in leftover_groups(showing, proposal)
        for row in group.rows
    ]
    return _Sheet(
        say("report_unplaced"),
        _heads(*_ACTOR, "report_kind_of_reason", "report_unplaced_reason"),
        rows,
    )


def _conflicts(showing: Showing, proposal: Proposal) -> _Sheet:
    rows: list[Row] = []
    for conflict in proposal.conflicts:
        told = explain_conflict(showing, conflict)
        title = name_coalition(showing.season, conflict.coalition)
        named: Row = [conflict.coalition, title, told.rule, told.sentence]
        rows.append([*named, told.asked, told.given, told.missed_by, told.mend])
    heads = [
        "report_rule",
        "report_what_gave",
        "report_asked",
        "report_given",
        "report_by_how_much",
        "report_what_would_mend",
    ]
    return _Sheet(
        say("report_conflicts"), _heads("report_coalition_id", "report_coalition", *heads), rows
    )


def _scores(showing: Showing, proposal: Proposal) -> _Sheet:
    """Give each coalition's scores, and below them its deductions and its total."""
    rows: list[Row] = []
    for item in proposal.coalitions:
        own = (item.id, name_coalition(showing.season, item.id))
        for key, value in item.scores.items():
            weight = proposal.settings.weights.get(key, "")
            title = sentence_case(showing.glossary.title_of(key))
            rows.append([*own, title, value, weight, historic.SCORES.get(key, "")])
        penalty = sum(penalty.value for penalty in item.penalties)
        if item.penalties:
            rows.append([*own, say("report_penalties"), -penalty, "", ""])
        rows.append([*own, say("report_total"), item.total, "", ""])
    heads = ["report_criterion", "report_value_now", "report_weight", "report_value_2020"]
    return _Sheet(
        say("report_scores"), _heads("report_coalition_id", "report_coalition", *heads), rows
    )


_ACTOR = (
    "report_actor_id",
    "report_organisation",
    "report_hidden_heading",
    "report_sector",
    "report_place",
)


def _actor(actor: Actor) -> Row:
    """Give the cells below the headers of `_ACTOR`."""
    return [
        actor.id,
        actor.name,
        say_if(is_hidden(actor)),
        sentence_case(actor.sector.text),
        actor.place.name,
    ]


def _heads(*codes: str) -> list[Text]:
    return [say(code) for code in codes]
