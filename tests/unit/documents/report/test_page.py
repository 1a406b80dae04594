"""The report is one sound page that needs nothing beside itself."""

import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest

from api.documents.report.render import render_report
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language
from tests.kit.pages import Node
from tests.kit.report_seasons import EMAIL
from tests.unit.documents.report.conftest import Report

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
IN_ANOTHER_PROCESS = """
import hashlib, sys
from api.documents.report.render import render_report
from models.proposals import Proposal
from models.text import Language
from tests.kit.report_seasons import make_national
proposal = Proposal.model_validate_json(sys.stdin.read())
page = render_report(make_national(), proposal, Language.SV)
print(hashlib.sha256(page.encode()).hexdigest())
"""


def test_nesting_and_language(report: Report) -> None:
    (html,) = report.tree.find("html")
    assert html.attributes["lang"] == report.language.value
    assert report.page.startswith("<!DOCTYPE html>\n")


def test_nothing_is_fetched_and_nothing_runs(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        links = [
            node.attributes[name]
            for node in page.tree.walk()
            for name in ("src", "href", "xlink:href", "srcset", "action", "data")
            if name in node.attributes
        ]
        assert links
        assert all(link.startswith("#") for link in links)
        assert page.tree.find("script") == page.tree.find("link") == page.tree.find("iframe") == []
        style = "".join(str(child) for node in page.tree.find("style") for child in node.children)
        assert "--paper" in style
        assert not re.search(r"@import|url\(|https?:|//", style)
        assert not [
            name for node in page.tree.walk() for name in node.attributes if name[:2] == "on"
        ]


def test_every_reference_inside_the_page_leads_somewhere(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        nodes = list(page.tree.walk())
        ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
        assert len(set(ids)) == len(ids)
        named = [
            target
            for node in nodes
            for target in node.attributes.get("aria-labelledby", "").split()
        ]
        linked = [node.attributes["href"][1:] for node in nodes if "href" in node.attributes]
        assert named and linked
        assert set(named) | set(linked) <= set(ids)


def test_headings_come_in_order(report: Report) -> None:
    levels = [int(node.tag[1]) for node in report.tree.walk() if node.tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert set(levels) == {1, 2, 3}


def test_contents_name_every_coalition(report: Report) -> None:
    (contents,) = report.tree.find("nav", "contents")
    names = [link.text for link in contents.find("ol")[0].find("a")]
    assert names == ["Vem & vad <nu>? (1)", "Vem & vad <nu>? (2)", "Question"]
    sections = [node.find("h2")[0].text for node in report.tree.find("section", "coalition")]
    assert sections == [f"{i} {name}" for i, name in enumerate(names, start=1)]


def test_tables_have_captions_and_scopes(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        tables = page.tree.find("table")
        assert len(tables) > 4
        for table in tables:
            assert table.find("caption")[0].text
            heads = table.find("th")
            assert {head.attributes.get("scope") for head in heads} == {"col", "row"}
            assert all(head.text for head in heads)


def test_pictures_have_a_name_and_a_description(report: Report) -> None:
    pictures = [node for node in report.tree.find("svg") if "aria-hidden" not in node.attributes]
    assert {name for node in pictures for name in node.classes} >= {
        "map",
        "bars",
        "score",
    }
    for node in pictures:
        if _is_hidden(report.tree, node):
            continue
        assert node.attributes["role"] == "img"
        title, description = node.attributes["aria-labelledby"].split()
        assert node.by_id(title).tag == "title"
        assert node.by_id(title).text
        assert node.by_id(description).tag == "desc"
        assert node.by_id(description).text


def _is_hidden(tree: Node, wanted: Node) -> bool:
    """Say whether something around a node is hidden from those who can't see."""
    return any(
        node.attributes.get("aria-hidden") == "true" and any(n is wanted for n in node.walk())
        for node in tree.walk()
    )


def test_print_opens_every_detail_and_breaks_between_coalitions(report: Report) -> None:
    style = "".join(str(child) for node in report.tree.find("style") for child in node.children)
    printed = style[style.index("@media print") :]
    assert "@page { size: A4" in style
    assert re.search(r"details::details-content \{[^}]*content-visibility: visible", printed)
    assert re.search(r"\.coalition, \.unplaced \{ break-before: page", printed)
    assert re.search(r"\.sheet \{[^}]*break-after: page", printed)
    assert re.search(r"\btr, \.members tbody[^{]*\{ break-inside: avoid", printed)


def test_email_is_absent(report: Report, relaxed: Report) -> None:
    for page in (report, relaxed):
        assert all(("kontakt", EMAIL) in actor.attributes for actor in page.season.actors)
        assert EMAIL not in page.page
        assert "@example" not in page.page


def test_same_input_gives_the_same_bytes(national: tuple[Season, Proposal]) -> None:
    first, second = (render_report(*national, Language.SV) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_same_bytes_under_another_hash_seed(
    national: tuple[Season, Proposal], hash_seed: str
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        input=national[1].model_dump_json(by_alias=True),
        capture_output=True,
        text=True,
        check=True,
    )
    page = render_report(*national, Language.SV)
    assert run.stdout.strip() == hashlib.sha256(page.encode()).hexdigest()
