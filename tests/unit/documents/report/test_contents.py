"""The report says everything that the proposal says, in its own language."""

import re
from pathlib import Path

import numpy as np
import pytest

from api.documents.report.render import render_report
from api.show import historic
from data.files.members import read_members
from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from matcher.scoring import score_coalitions
from models.editions import ReportForm
from models.proposals import EmbeddingInfo, EndedBy, Proposal, Status
from models.rules import Rule, RuleKey
from models.scores import Penalty
from models.seasons import Season
from models.text import Language
from tests.kit.pages import parse, squeeze
from tests.kit.report_seasons import NASTY, ban_all, make_national, propose_for
from tests.unit.documents.report.conftest import Report, make_report

HISTORIC = Path(__file__).parents[4] / "data" / "samples" / "historic"
OTHER = {Language.SV: Language.EN, Language.EN: Language.SV}
WEAK = {Language.SV: "Svag träff", Language.EN: "Weak fit"}


def in_language(sv: str, en: str, report: Report) -> str:
    return sv if report.language is Language.SV else en


def test_every_member_has_its_row_and_its_reasons(report: Report) -> None:
    sections = report.tree.find("section", "coalition")
    assert len(sections) == len(report.proposal.coalitions) == 3
    for section, coalition in zip(sections, report.proposal.coalitions, strict=True):
        (table,) = section.find("table", "members")
        rows = {body.find("th")[0].text: body for body in table.find("tbody")}
        assert len(rows) == coalition.size
        for member in coalition.members:
            (row,) = (body for name, body in rows.items() if name.startswith(member.name))
            cells = [cell.text for cell in row.find("td")[:5]]
            assert member.place in cells
            assert member.county in cells
            assert str(member.new_contacts) in cells
            assert len(row.find("li")) == len(member.reasons) + 1
            for reason, item in zip(member.reasons, row.find("li"), strict=False):
                assert item.find("span", "sentence")[0].text == squeeze(
                    reason.text.in_language(report.language)
                )
                stated = item.find("span", "part")[0].text.replace(",", ".")
                assert float(stated.replace("−", "-")) == pytest.approx(
                    reason.contribution, abs=5e-5
                )


def test_nothing_is_said_in_the_other_language(report: Report) -> None:
    words = report.tree.text
    for coalition in report.proposal.coalitions:
        for member in coalition.members:
            for reason in member.reasons:
                assert squeeze(reason.text.in_language(OTHER[report.language])) not in words
    for key in report.proposal.settings.weights:
        title = CRITERIA[key].title
        assert title.in_language(report.language).capitalize() in words
        if title.sv != title.en:
            assert title.in_language(OTHER[report.language]).capitalize() not in words


def test_special_characters_are_words_not_markup(report: Report) -> None:
    assert any(m.name == NASTY for c in report.proposal.coalitions for m in c.members)
    assert squeeze(NASTY) in report.tree.text
    assert "Så här: 1 < 2." in report.tree.text
    assert report.tree.find("b") == report.tree.find("nu") == []
    assert "<nu>" not in report.page


def test_weak_fits_are_marked_in_words(report: Report) -> None:
    word = WEAK[report.language]
    for section, coalition in zip(
        report.tree.find("section", "coalition"), report.proposal.coalitions, strict=True
    ):
        (table,) = section.find("table", "members")
        marked = [body.find("th")[0].text for body in table.find("tbody") if word in body.text]
        weak = [m.name for m in coalition.members if m.relevance < 0.3]
        assert sorted(name.removesuffix(f" {word}") for name in marked) == sorted(weak)
        assert all(body.find("svg", "icon") for body in table.find("tbody") if word in body.text)
        notes = [note.text for note in section.find("p", "weak-note")]
        assert len(notes) == bool(weak)
        assert all("0,3" in note or "0.3" in note for note in notes)
    assert any(m.relevance < 0.3 for c in report.proposal.coalitions for m in c.members)


def test_hidden_actors_are_marked(report: Report) -> None:
    tag = in_language("dold för andra", "hidden from others", report)
    hidden = [actor.name for actor in report.season.actors if not actor.visible]
    heads = [head.text for head in report.tree.find("th") if head.find("span", "tag")]
    assert heads
    assert {head.replace(f" {WEAK[report.language]}", "") for head in heads} == {
        f"{name} {tag}" for name in hidden
    }


def test_unplaced_actors_have_their_reason(report: Report) -> None:
    section = report.tree.by_id("unplaced")
    rows = {row.find("th")[0].text: row.text for row in section.find("tr") if row.find("td")}
    assert len(rows) == len(report.proposal.unplaced) > 0
    for item in report.proposal.unplaced:
        actor = report.season.actors[report.season.actor_index[item.actor_id]]
        sentence = item.reason.sv if report.language is Language.SV else item.reason.en
        assert squeeze(sentence) in rows[squeeze(actor.name)]


def test_reserves_name_who_takes_whose_seat(report: Report) -> None:
    for section, coalition in zip(
        report.tree.find("section", "coalition"), report.proposal.coalitions, strict=True
    ):
        (box,) = section.find("div", "reserves")
        rows = {row.find("th")[0].text: row for row in box.find("tr") if row.find("td")}
        assert len(rows) == len(coalition.reserves) > 0
        names = {member.actor_id: member.name for member in coalition.members}
        for reserve in coalition.reserves:
            row = rows[squeeze(names[reserve.for_])]
            actor = report.season.actors[report.season.actor_index[reserve.actor_id]]
            assert row.find("td")[0].text.startswith(actor.name)


def test_relaxed_rules_are_named(relaxed: Report, report: Report) -> None:
    title = in_language("Regler som fick ge vika", "Rules that gave way", relaxed)
    (conflict,) = relaxed.proposal.conflicts
    sentence = squeeze(conflict.text.in_language(relaxed.language))
    (notice,) = relaxed.tree.find("section", "notice")
    assert title in notice.text
    assert sentence in notice.text
    assert sentence in relaxed.tree.by_id("coalition-1").text
    assert title not in report.tree.text
    assert report.tree.find("section", "notice") == []


def test_a_coalition_that_is_not_formed_is_named() -> None:
    season = make_national()
    season = make_national(rules=ban_all(season, "c1"))
    proposal = propose_for(season)
    page = make_report(season, proposal, Language.SV).tree
    assert [c.challenge_id for c in proposal.coalitions] == ["c0", "c0"]
    assert "Question: koalitionen bildas inte" in page.find("section", "notice")[0].text
    assert "Question" not in page.find("nav")[0].text


def test_without_any_coalition_the_report_says_so() -> None:
    season = make_national()
    season = make_national(rules=(*ban_all(season, "c0"), *ban_all(season, "c1")))
    page = make_report(season, propose_for(season), Language.EN).tree
    assert "No coalition could be formed" in page.find("header")[0].text
    assert page.find("section", "coalition") == []
    assert "is not formed; at least 6" in page.find("section", "notice")[0].text
    assert "Banned" in page.by_id("unplaced").text


def test_penalties_are_shown_where_there_are_any(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    penalty = Penalty(
        rule="sector_floor", keys={"sector": "academia"}, asked=3, given=2, value=0.01234
    )
    first, *others = proposal.coalitions
    changed = proposal.evolve(coalitions=(first.evolve(penalties=(penalty,)), *others))
    plain = make_report(season, proposal, Language.SV).tree
    assert plain.find("table", "penalties") == []
    (table,) = make_report(season, changed, Language.SV).tree.find("table", "penalties")
    (row,) = (row.text for row in table.find("tr") if row.find("td"))
    assert row == "Minsta antal per sektor (akademi) 3 2 −0,0123"


def test_historic_figures_stand_beside_the_scores_where_asked(
    report: Report, national: tuple[Season, Proposal]
) -> None:
    assert "2020" not in report.page.replace("2020-", "")
    form = ReportForm(with_2020=True)
    page = render_report(*national, report.language, form=form)
    report = Report(*national, report.language, page, parse(page))
    mark = in_language(",", ".", report)
    for table, coalition in zip(
        report.tree.find("table", "scores"), report.proposal.coalitions, strict=True
    ):
        rows = {row.find("th")[0].text: row.find("td") for row in table.find("tr")[1:-1]}
        assert len(rows) == len(coalition.scores)
        for key, cells in zip(coalition.scores, rows.values(), strict=True):
            then = {"sector_diversity": "0.950", "geographic_spread": "0.716"}.get(key)
            now = f"{coalition.scores[key]:.3f}".replace(".", mark)
            assert cells[1].text == now
            if then is None:
                assert cells[2].text.startswith("–")
                assert cells[0].find("path", "then") == []
            else:
                assert cells[2].text == then.replace(".", mark)
                assert len(cells[0].find("path", "then")) == 1


def test_historic_figures_are_those_of_the_bundled_coalition() -> None:
    season = read_season(HISTORIC, check_rule=check_rule, criteria=CRITERIA).season
    words = Reading(
        Fits(np.zeros((18, 1))),
        np.zeros((18, 1), np.float32),
        EmbeddingInfo(model="", fingerprint="", dim=1),
    )
    sheet = score_coalitions(
        season, words, read_members(HISTORIC / "members.csv", season).coalitions
    )
    for key, value in historic.SCORES.items():
        assert sheet.coalitions[0].scores[key] == pytest.approx(value, abs=5e-4)


def test_summary_says_how_many_and_how_good(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    certificate = proposal.certificate.evolve(
        gap=0.000298, status=Status.FEASIBLE, ended_by=EndedBy.WORK
    )
    proposal = proposal.evolve(certificate=certificate)
    swedish = make_report(season, proposal, Language.SV).tree.find("p", "lede")[0].text
    english = make_report(season, proposal, Language.EN).tree.find("p", "lede")[0].text
    assert "23 platser i 3 koalitioner kring 2 samhällsutmaningar" in swedish
    assert "bevisat högst 0,03 % från det bästa möjliga" in swedish
    assert "proven to be at most 0.03% from the best possible" in english
    assert "4 sectors" in english
    proven = {"bound": certificate.objective, "gap": 0.0, "status": Status.OPTIMAL}
    optimal = certificate.evolve(**proven)
    proposal = proposal.evolve(certificate=optimal)
    assert "proven to be the best possible" in render_report(season, proposal, Language.EN)


def test_certificate_is_in_words_and_numbers(report: Report) -> None:
    section = report.tree.by_id("certificate")
    facts = {
        row.find("dt")[0].text: row.find("dd")[0].text
        for row in section.find("div")
        if row.children and row.find("dt") and not row.find("h3")
    }
    certificate, mark = report.proposal.certificate, in_language(",", ".", report)
    values = list(facts.values())
    assert values[:2] == [
        f"{value:.6f}".replace(".", mark) for value in (certificate.objective, certificate.bound)
    ]
    words = {
        Status.OPTIMAL: in_language("bevisat bäst", "proven optimal", report),
        Status.FEASIBLE: in_language(
            "alla regler följs; övre gräns bevisad", "all rules hold; upper bound proven", report
        ),
    }
    assert values[3] == words[certificate.status]
    assert certificate.solver in values
    assert report.proposal.input_sha256 in values
    assert report.proposal.content_sha256 in values
    weights = report.tree.by_id("reading").find("table", "weights")[0]
    stated = [row.find("td")[0].text for row in weights.find("tr") if row.find("td")]
    assert stated == [
        f"{weight:.2f}".replace(".", mark) for weight in report.proposal.settings.weights.values()
    ]


def test_pins_and_bans_of_the_command_are_named(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    rules = (
        Rule(kind="ban", keys=(RuleKey(name="actor", value="a03"),)),
        Rule(
            kind="pin", challenge="c0", coalition="c0/2", keys=(RuleKey(name="actor", value="a04"),)
        ),
    )
    settings = proposal.settings.evolve(rules=rules)
    proposal = proposal.evolve(settings=settings)
    words = make_report(season, proposal, Language.EN).tree.by_id("certificate").text
    assert "Banned: Actor 03 (every coalition)" in words
    assert "Pinned: Actor 04 (Vem & vad <nu>? (2))" in words


def test_date_is_the_swedish_one(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    dated = proposal.evolve(created_at="2026-11-23T23:30:00Z")
    swedish = make_report(season, dated, Language.SV).tree
    assert swedish.find("header")[0].find("time")[0].text == "24 november 2026"
    assert "24 november 2026 kl. 00.30 (svensk tid)" in swedish.by_id("certificate").text
    english = make_report(season, dated, Language.EN).tree
    assert english.find("header")[0].find("time")[0].text == "24 November 2026"
    assert make_report(season, proposal, Language.SV).tree.find("time") == []


def test_numbers_follow_the_language(report: Report) -> None:
    words = report.tree.text.replace(report.proposal.certificate.solver, "")
    right, wrong = (
        (r"\d,\d{2}", r"\d\.\d{2}")
        if report.language is Language.SV
        else (r"\d\.\d{2}", r"\d,\d{2}")
    )
    assert re.search(right, words)
    assert not re.search(wrong, words)
    percent = " %" if report.language is Language.SV else "%"
    assert re.search(rf"\d{percent}", words)


def test_languages_differ(national: tuple[Season, Proposal]) -> None:
    swedish, english = (render_report(*national, language) for language in Language)
    assert swedish != english
