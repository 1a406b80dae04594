"""Weak fits and conflicts are explained, with what one may do about them."""

import pytest

from api.documents.report.conflicts import conflict_groups
from api.show.coalitions import coalition_sections
from api.show.weak import WeakRow
from models.proposals import Proposal
from models.rules import Rule, RuleKey
from models.scores import Conflict
from models.seasons import Season
from models.text import Language, Text
from tests.kit.pages import squeeze
from tests.kit.report_seasons import ban_all, make_national, propose_for
from tests.kit.showings import show
from tests.unit.documents.report.conftest import Report, make_report


def weak_of(season: Season, proposal: Proposal) -> dict[str, WeakRow]:
    """Give the first coalition's weak fits by id."""
    section = coalition_sections(show(season), proposal)[0]
    return {item.row.actor.id: item for item in section.weak}


def test_every_weak_fit_is_explained_and_linked(report: Report) -> None:
    total = 0
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        section = report.tree.by_id(f"coalition-{place}")
        items = [item for box in section.find("ul", "weak-list") for item in box.find("li")]
        weak = {squeeze(m.name) for m in coalition.members if m.relevance < 0.3}
        assert {item.find("a")[0].text for item in items} == weak
        for item in items:
            (link,) = item.find("a")
            row = report.tree.by_id(link.attributes["href"][1:])
            assert row.find("th")[0].text.startswith(link.text)
        total += len(items)
    assert total > 0


def test_a_weak_fit_is_in_for_what_it_gives_more_of(regional: tuple[Season, Proposal]) -> None:
    season, proposal = regional
    coalition = proposal.coalitions[0]
    told = 0
    for member in (m for m in coalition.members if m.relevance < 0.3):
        why = weak_of(season, proposal)[member.actor_id].why.en
        assert "the coalition's mean is" in why
        for reason in member.reasons:
            if reason.criterion == "relevance":
                continue
            others = [
                r.contribution
                for m in coalition.members
                for r in m.reasons
                if r.criterion == reason.criterion
            ]
            if reason.text.en in why:
                assert reason.contribution > sum(others) / len(others)
                told += 1
    assert told > 0


def test_its_best_replacement_is_named_with_what_it_costs(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    first, *others = proposal.coalitions
    weak = weak_of(season, proposal)
    reserve = next(reserve for reserve in first.reserves if reserve.for_ in weak)
    changed = reserve.evolve(loss=0.0123, relevance=0.44)
    reserves = tuple(changed if r is reserve else r for r in first.reserves)
    first = first.evolve(reserves=reserves)
    proposal = proposal.evolve(coalitions=(first, *others))
    item = weak_of(season, proposal)[reserve.for_]
    name = season.actors[season.actor_index[reserve.actor_id]].name
    assert f"The best replacement, {name}" in item.why.en
    assert "(relevance 0.44), lowers F by 0.0123." in item.why.en
    assert item.advice.en.startswith("Ask about its interest first. Otherwise ")
    assert name in item.advice.sv


def test_a_seat_that_nobody_else_can_take_says_how_to_find_out(
    national: tuple[Season, Proposal],
) -> None:
    season, proposal = national
    first, *others = proposal.coalitions
    first = first.evolve(reserves=())
    proposal = proposal.evolve(coalitions=(first, *others))
    actor, item = next(iter(weak_of(season, proposal).items()))
    assert "Nobody else can take the seat without breaking a rule." in item.why.en
    assert f"ban {actor} from {first.id}" in item.advice.en


@pytest.mark.parametrize(
    ("challenge", "coalition", "is_pinned"),
    [(None, None, True), ("c0", None, True), ("c0", "c0/1", True), ("c0", "c0/2", False)],
)
def test_a_pin_explains_a_weak_fit(
    national: tuple[Season, Proposal],
    challenge: str | None,
    coalition: str | None,
    is_pinned: bool,
) -> None:
    season, proposal = national
    actor = next(iter(weak_of(season, proposal)))
    rule = Rule(
        kind="pin",
        challenge=challenge,
        coalition=coalition,
        keys=(RuleKey(name="actor", value=actor),),
    )
    settings = proposal.settings.evolve(rules=(rule,))
    item = weak_of(season, proposal.evolve(settings=settings))[actor]
    assert ("A rule pins it to the coalition." in item.why.en) == is_pinned
    assert ("remove the pin" in item.advice.en) == is_pinned


def test_a_hidden_replacement_is_marked(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    first, *others = proposal.coalitions
    weak = weak_of(season, proposal)
    (hidden,) = (actor for actor in season.actors if not actor.visible)
    reserves = tuple(r.evolve(actor_id=hidden.id) if r.for_ in weak else r for r in first.reserves)
    first = first.evolve(reserves=reserves)
    proposal = proposal.evolve(coalitions=(first, *others))
    words = [item.advice.en for item in weak_of(season, proposal).values()]
    assert any(f"{hidden.name} (hidden from others) takes the seat" in text for text in words)


def test_a_conflict_says_by_how_much_and_what_would_mend_it(relaxed: Report) -> None:
    box = relaxed.tree.by_id("conflicts")
    (heading,) = box.find("h3")
    assert heading.find("a")[0].attributes["href"] == "#coalition-1"
    (row,) = (row for row in box.find("tr") if row.find("td"))
    cells = [row.find("th")[0].text, *(cell.text for cell in row.find("td"))]
    (conflict,) = relaxed.proposal.conflicts
    assert conflict.asked == 2
    assert conflict.given == 0
    assert cells == (
        [
            "Minsta antal per sektor (akademi)",
            squeeze(conflict.text.sv),
            "2",
            "0",
            "2 för få",
            "Få med fler organisationer av rätt slag (akademi), eller sänk min till 0.",
        ]
        if relaxed.language is Language.SV
        else [
            "Sector floor (academia)",
            squeeze(conflict.text.en),
            "2",
            "0",
            "2 too few",
            "Bring in more organisations of the kind (academia), or lower min to 0.",
        ]
    )


def test_conflicts_are_told_coalition_by_coalition(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    conflicts = tuple(
        Conflict(
            rule=rule,
            keys=keys,
            challenge_id=coalition[:2],
            coalition=coalition,
            asked=3,
            given=given,
            cost=1,
            text=Text(sv="så", en="so"),
        )
        for coalition, rule, keys, given in (
            ("c0/1", "sector_ceiling", {"sector": "public"}, 4),
            ("c0/2", "of_a_package", {}, 1),
            ("c0/1", "size", {}, 1),
        )
    )
    proposal = proposal.evolve(conflicts=conflicts)
    groups = conflict_groups(show(season), proposal, coalition_sections(show(season), proposal))
    assert [(group.title, len(group.rows)) for group in groups] == [
        ("Vem & vad <nu>? (1)", 2),
        ("Vem & vad <nu>? (2)", 1),
    ]
    over, short = groups[0].rows
    assert over.missed_by.en == "1 too many"
    assert "raise max to 4" in over.mend.en
    assert short.missed_by.en == "2 too few"
    assert "soften the rule" in groups[1].rows[0].mend.en


def test_a_coalition_that_is_not_formed_has_nowhere_to_lead() -> None:
    season = make_national()
    season = make_national(rules=ban_all(season, "c1"))
    page = make_report(season, propose_for(season), Language.EN).tree
    (heading,) = page.by_id("conflicts").find("h3")
    assert heading.text == "Question"
    assert heading.find("a") == []
