"""The report's tables as rows say what the report says."""

import pytest

from api.documents.report.tables import Table, report_tables
from models.proposals import Proposal
from models.scores import Penalty
from models.seasons import Season
from models.text import Language
from tests.kit.report_seasons import EMAIL, NASTY
from tests.unit.documents.report.conftest import Report

NAMES = {
    Language.SV: [
        "Koalitionerna",
        "Medlemmar",
        "Reserver",
        "Organisationer utan plats",
        "Regler som fick ge vika",
        "Poäng",
    ],
    Language.EN: [
        "The coalitions",
        "Members",
        "Reserves",
        "Organisations without a place",
        "Rules that gave way",
        "Scores",
    ],
}


def tables_of(report: Report) -> dict[str, Table]:
    tables = report_tables(report.season, report.proposal, report.language)
    return dict(zip(NAMES[Language.EN], tables, strict=True))


@pytest.mark.parametrize("language", list(Language))
def test_each_table_has_a_name_that_a_workbook_takes(
    national: tuple[Season, Proposal], language: Language
) -> None:
    names = [name for name, _, _ in report_tables(*national, language)]
    assert names == NAMES[language]
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_rows_are_as_wide_as_their_headers(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        for name, headers, rows in report_tables(page.season, page.proposal, page.language):
            assert all(headers), name
            assert len(set(headers)) == len(headers), name
            assert {len(row) for row in rows} <= {len(headers)}
            assert all(isinstance(cell, str | int | float) for row in rows for cell in row)


def test_the_members_have_their_numbers_and_their_reasons(report: Report) -> None:
    _, headers, rows = tables_of(report)["Members"]
    members = {(c.id, m.actor_id): m for c in report.proposal.coalitions for m in c.members}
    assert len(rows) == len(members) == 23
    assert NASTY in [row[3] for row in rows]
    parts = [i for i, head in enumerate(headers) if head.endswith((": bidrag", ": part"))]
    assert len(parts) == len(report.proposal.settings.weights)
    for row in rows:
        member = members[(str(row[0]), str(row[2]))]
        assert {member.name, member.place, member.county, member.relevance} <= set(row)
        assert [row[i] for i in parts] == [reason.contribution for reason in member.reasons]
        assert [row[i + 1] for i in parts] == [
            reason.text.in_language(report.language) for reason in member.reasons
        ]


def test_hidden_actors_are_marked_and_no_email_enters(report: Report) -> None:
    yes = "ja" if report.language is Language.SV else "yes"
    hidden = {actor.id for actor in report.season.actors if not actor.visible}
    _, headers, rows = tables_of(report)["Members"]
    column = headers.index("Dold för andra" if yes == "ja" else "Hidden from others")
    assert {row[2] for row in rows if row[column] == yes} == hidden
    assert EMAIL not in str(tables_of(report))


def test_coalitions_reserves_and_unplaced_are_complete(report: Report) -> None:
    tables = tables_of(report)
    for row, coalition in zip(tables["The coalitions"][2], report.proposal.coalitions, strict=True):
        assert row[0] == coalition.id
        assert row[4] == coalition.size == sum(map(int, row[6:10]))
        assert row[-1] == coalition.total
    reserves = {(row[0], row[2], row[4], row[-1]) for row in tables["Reserves"][2]}
    assert reserves == {
        (c.id, r.for_, r.actor_id, r.loss) for c in report.proposal.coalitions for r in c.reserves
    }
    sentences = {row[0]: row[-1] for row in tables["Organisations without a place"][2]}
    assert sentences == {
        item.actor_id: item.reason.sv if report.language is Language.SV else item.reason.en
        for item in report.proposal.unplaced
    }


def test_what_gave_way_is_told_with_its_mend(relaxed: Report, report: Report) -> None:
    (row,) = tables_of(relaxed)["Rules that gave way"][2]
    (conflict,) = relaxed.proposal.conflicts
    assert row[3] == conflict.text.in_language(relaxed.language)
    assert row[4:6] == (2, 0)
    assert str(row[7]).endswith("0.")
    _, headers, rows = tables_of(report)["Rules that gave way"]
    assert len(headers) == 8
    assert rows == []


def test_scores_end_in_deductions_and_the_total(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    penalties = tuple(Penalty(rule="size", asked=3, given=2, value=v) for v in (0.01, 0.02))
    first, *others = proposal.coalitions
    changed = first.evolve(penalties=penalties)
    proposal = proposal.evolve(coalitions=(changed, *others))
    _, _, rows = report_tables(season, proposal, Language.EN)[-1]
    own = [row for row in rows if row[0] == first.id]
    assert [row[3] for row in own] == [*first.scores.values(), pytest.approx(-0.03), first.total]
    assert [row[2] for row in own][-2:] == ["Deductions for soft rules", "Combined"]
    assert [row[5] for row in own][:3] == ["", 0.95, 0.716]
    assert len(rows) == sum(len(c.scores) + 1 for c in proposal.coalitions) + 1
