"""Ways through the report: contents, coalition to coalition, member to reserve and back."""

import re

from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from tests.kit.pages import Node, squeeze
from tests.unit.documents.report.conftest import Report, make_report


def links(node: Node) -> list[str]:
    return [link.attributes["href"].removeprefix("#") for link in node.find("a")]


def test_the_contents_lead_to_every_section_in_its_order(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        (contents,) = page.tree.find("nav", "contents")
        sections = [node.attributes["id"] for node in page.tree.find("section")]
        assert links(contents) == sections
        assert ("conflicts" in sections) == bool(page.proposal.conflicts)


def test_the_first_two_links_skip_to_the_contents_and_to_the_coalitions(report: Report) -> None:
    (body,) = report.tree.find("body")
    assert links(body)[:2] == ["contents", "coalitions"]
    assert report.tree.by_id("coalitions").find("section", "coalition")


def test_the_contents_stay_in_sight_on_wide_screens_only(report: Report) -> None:
    style = "".join(str(child) for node in report.tree.find("style") for child in node.children)
    wide = style[style.index("@media screen and (min-width: 1360px)") :]
    assert re.search(r"\.contents \{[^}]*position: sticky", wide)
    assert style.count("position: sticky") == 1


def test_each_coalition_leads_to_its_neighbours(report: Report) -> None:
    ways = [links(nav) for nav in report.tree.find("nav", "onwards")]
    assert ways == [
        ["contents", "coalition-2"],
        ["coalition-1", "contents", "coalition-3"],
        ["coalition-2", "contents"],
    ]
    labels = [nav.attributes["aria-label"] for nav in report.tree.find("nav", "onwards")]
    assert len(set(labels)) == 3


def test_member_and_reserve_lead_to_each_other(report: Report) -> None:
    total = 0
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        section = report.tree.by_id(f"coalition-{place}")
        names = {member.actor_id: member.name for member in coalition.members}
        actors = report.season.actor_index
        reserves = {
            squeeze(names[reserve.for_]): squeeze(
                report.season.actors[actors[reserve.actor_id]].name
            )
            for reserve in coalition.reserves
        }
        for link in (node.find("a")[0] for node in section.find("p", "to-reserve")):
            row = report.tree.by_id(link.attributes["href"][1:])
            (back,) = row.find("a")
            member = report.tree.by_id(back.attributes["href"][1:])
            assert member.find("th")[0].text.startswith(back.text)
            assert link.text.startswith(reserves.pop(back.text))
            assert link.text.endswith(f"({back.text})")
            total += 1
        assert reserves == {}
    assert total > 0


def test_the_table_of_reserves_is_open_so_that_links_into_it_are_seen(report: Report) -> None:
    for box in report.tree.find("div", "reserves"):
        (details,) = box.find("details")
        assert "open" in details.attributes


def test_a_seat_without_reserve_has_no_link(national: tuple[Season, Proposal]) -> None:
    season, proposal = national
    first, *others = proposal.coalitions
    changed = first.evolve(reserves=first.reserves[1:])
    proposal = proposal.evolve(coalitions=(changed, *others))
    section = make_report(season, proposal, Language.EN).tree.by_id("coalition-1")
    assert len(section.find("p", "to-reserve")) == len(first.reserves) - 1
