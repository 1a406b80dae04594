"""The page to send says by itself what was asked, what came of it and whom to invite."""

import pytest

from api.documents.report.rules import asked_rules, tell_conflict
from api.documents.report.sheet import DENSE, ROOMY, lay_out_sheet
from models.proposals import Proposal
from models.rules import Rule, RuleKey
from models.scores import Conflict
from models.seasons import Season
from models.sectors import Sector
from models.text import Language, Text
from tests.kit.pages import squeeze
from tests.kit.report_seasons import make_national
from tests.kit.showings import show
from tests.unit.documents.report.conftest import Report, make_report


def test_it_is_the_first_section_and_holds_the_heading(report: Report) -> None:
    first = report.tree.find("section")[0]
    assert first.attributes["id"] == "summary"
    assert first.find("h1")[0].text == report.season.name


def test_it_says_what_was_asked(report: Report, relaxed: Report) -> None:
    swedish = report.language is Language.SV
    words = report.tree.by_id("summary").find("div", "asked")[0].text.replace("\u00a0", " ")
    assert (
        "3 koalitioner kring 2 samhällsutmaningar med 23 platser, bland 30 organisationer."
        if swedish
        else "3 coalitions around 2 societal challenges with 23 seats, among 30 organisations."
    ) in words
    rules = relaxed.tree.by_id("summary").find("div", "asked")[0].text
    wanted = {
        Language.SV: "Regler: Minsta antal per sektor: 2 akademi.",
        Language.EN: "Rules: Sector floor: 2 academia.",
    }
    assert wanted[relaxed.language] in rules


def test_only_the_challenge_that_was_run_counts_as_asked(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    settings = proposal.settings.evolve(challenge="c1")
    sheet = lay_out_sheet(show(season), proposal.evolve(settings=settings))
    assert sheet.asked.en.replace("\u00a0", " ").startswith(
        "1 coalition around 1 societal challenge with 7 seats"
    )


def test_the_table_gives_seats_sectors_places_and_score(report: Report) -> None:
    (table,) = report.tree.by_id("summary").find("table")
    rows = [row for row in table.find("tr") if row.find("td")]
    mark = "," if report.language is Language.SV else "."
    for place, (row, coalition) in enumerate(
        zip(rows, report.proposal.coalitions, strict=True), start=1
    ):
        seats, *sectors, places, score = (cell.text for cell in row.find("td"))
        assert int(seats) == coalition.size
        assert list(map(int, sectors)) == [
            sum(m.sector is sector for m in coalition.members) for sector in Sector
        ]
        assert str(len({m.county for m in coalition.members})) in places
        assert score == f"{coalition.total:.3f}".replace(".", mark)
        assert row.find("a")[0].attributes["href"] == f"#coalition-{place}"


def test_it_names_whom_to_invite_and_counts_who_is_hidden(report: Report) -> None:
    hidden = {actor.id for actor in report.season.actors if not actor.visible}
    boxes = report.tree.by_id("summary").find("div", "invitation")
    told = 0
    for box, coalition in zip(boxes, report.proposal.coalitions, strict=True):
        items = [item.text for item in box.find("li")]
        for member in coalition.members:
            is_named = any(squeeze(member.name) in item for item in items)
            assert is_named == (member.actor_id not in hidden)
        secret = [m for m in coalition.members if m.actor_id in hidden]
        assert len(items) == coalition.size - len(secret) + bool(secret)
        told += len(secret)
    assert told == 1
    assert all(
        squeeze(actor.name) not in report.tree.by_id("summary").text
        for actor in report.season.actors
        if actor.id in hidden
    )


def test_no_mark_stands_after_those_to_invite(report: Report) -> None:
    assert any(m.relevance < 0.3 for c in report.proposal.coalitions for m in c.members)
    sheet = report.tree.by_id("summary")
    assert sheet.find("span", "weak") == []
    for box in sheet.find("div", "invitation"):
        assert "vag träff" not in box.text
        assert "eak fit" not in box.text


def test_it_says_what_gave_way(relaxed: Report, report: Report) -> None:
    (conflict,) = relaxed.proposal.conflicts
    sentence = squeeze(conflict.text.in_language(relaxed.language))
    assert sentence in relaxed.tree.by_id("summary").find("p", "gave-way")[0].text
    assert report.tree.by_id("summary").find("p", "gave-way") == []


def test_of_many_conflicts_three_are_told(regional: tuple[Season, Proposal]) -> None:
    season, proposal = regional
    conflicts = tuple(proposal.conflicts[0].evolve(asked=i) for i in range(2, 7))
    sheet = lay_out_sheet(show(season), proposal.evolve(conflicts=conflicts))
    assert len(sheet.conflicts) == 3
    assert sheet.more_conflicts == 2


def test_the_bound_is_rounded_up(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    certificate = proposal.certificate.evolve(objective=0.5, bound=0.500001)
    sheet = lay_out_sheet(show(season), proposal.evolve(certificate=certificate))
    assert sheet.promise.en == "Objective F 0.500, the best possible."
    open_ = certificate.evolve(bound=0.5004, gap=0.0004, status="feasible")
    sheet = lay_out_sheet(show(season), proposal.evolve(certificate=open_))
    assert sheet.promise.en == "Objective F 0.500; more than 0.501 is not possible."


def test_rules_of_single_actors_are_counted_not_told(national: tuple[Season, Proposal]) -> None:
    _, proposal = national
    rules = (
        *(Rule(kind="pin", keys=(RuleKey(name="actor", value=f"a0{i}"),)) for i in (1, 2)),
        Rule(
            kind="sector_ceiling",
            challenge="c1",
            keys=(RuleKey(name="max", value=3), RuleKey(name="sector", value="public")),
        ),
    )
    told = asked_rules(show(make_national(rules=rules)), proposal)
    assert [text.en for text in told] == [
        "Pinned: 2",
        "Sector ceiling: 3 public sector (Question)",
    ]


@pytest.mark.parametrize(("letters", "density"), [(40, "roomy"), (150, "dense"), (300, "packed")])
def test_longer_names_stand_in_smaller_type(
    national: tuple[Season, Proposal], letters: int, density: str
) -> None:
    season, proposal = national
    coalitions = tuple(
        coalition.evolve(
            members=tuple(m.evolve(name=m.name.ljust(letters, "x")) for m in coalition.members),
        )
        for coalition in proposal.coalitions
    )
    proposal = proposal.evolve(coalitions=coalitions)
    assert 22 * 40 < ROOMY < 22 * 150 < DENSE < 22 * 300
    assert lay_out_sheet(show(season), proposal).density == density


def test_without_coalitions_there_is_nobody_to_invite(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    page = make_report(season, proposal.evolve(coalitions=()), Language.EN)
    assert page.tree.by_id("summary").find("table") == []


def test_a_conflict_of_single_actors_is_told_without_their_names(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    hidden = next(actor for actor in season.actors if not actor.visible)
    conflict = Conflict(
        rule="together",
        keys={"actors": [hidden.id, "x"]},
        challenge_id="c0",
        coalition="c0/1",
        asked=1,
        given=0,
        cost=3,
        text=Text(sv=f"{hidden.name} hålls inte ihop.", en=f"{hidden.name} is not kept together."),
    )
    relaxed = proposal.evolve(conflicts=(conflict,))
    for language in Language:
        (told,) = lay_out_sheet(show(season, language), relaxed).conflicts
        assert hidden.name not in told.in_language(language)
        assert tell_conflict(show(season), conflict) == told
        other = conflict.evolve(keys={"sector": "public"})
        assert tell_conflict(show(season), other) == conflict.text


def test_rules_turned_off_are_not_asked_and_soft_ones_are_marked(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    keys = (RuleKey(name="max", value=3),)
    rules = (
        Rule(kind="county_ceiling", keys=keys, strength=0.5),
        Rule(kind="new_contacts_floor", strength=0.0),
    )
    stated = season.evolve(rules=rules)
    (told,) = asked_rules(show(stated), proposal)
    assert told.sv.endswith("3, mjuk")
    assert told.en.endswith("3, soft")
