"""Looks hang on classes, and the sheets have one home: a strict `style-src` refuses nothing."""

import re
from pathlib import Path

import pytest

import api
from api.documents.ideas.page import render_ideas
from api.documents.report.render import render_report
from api.show.coalitions import find_section, render_section
from api.show.templating import STYLES, TEMPLATES
from matcher.ideas.compose import draw_idea_map
from models.ports.progress import Silence
from models.text import Language
from tests.kit.embedders import WideEmbedder
from tests.kit.ideas import gather, make_members
from tests.kit.report_seasons import make_national, propose_for
from tests.kit.showings import show

EDGE = Path(api.__path__[0])
INLINE = re.compile(r"<style|\sstyle\s*=|<script|\son\w+\s*=|javascript:", re.IGNORECASE)
HEAD = re.compile(r"<head>.*</head>", re.DOTALL)


def test_every_sheet_is_at_home_and_inside_a_document() -> None:
    sheets = {path.name for path in STYLES.glob("*.css")}
    strays = {path for path in EDGE.rglob("*.css") if path.parent != STYLES}
    assert [path for path in strays if "static" not in path.parts] == []
    included = {
        name
        for path in (EDGE / "documents").rglob("*.j2")
        for name in re.findall(r'include "([\w-]+\.css)"', path.read_text("utf-8"))
    }
    assert included == sheets


def test_shared_pieces_hold_no_style() -> None:
    pieces = sorted(TEMPLATES.glob("*"))
    assert len(pieces) > 10
    for path in pieces:
        assert not INLINE.search(path.read_text("utf-8")), path.name
        assert ".css" not in path.read_text("utf-8"), path.name


def test_sheets_fetch_nothing() -> None:
    for path in STYLES.glob("*.css"):
        assert not re.search(r"@import|url\(", path.read_text("utf-8")), path.name


@pytest.mark.parametrize("language", list(Language))
def test_documents_have_one_style_in_the_head_and_none_elsewhere(language: Language) -> None:
    season = make_national()
    proposal = propose_for(season)
    words, coalition = gather(make_members())
    ideas = draw_idea_map(words, coalition, [], WideEmbedder(), Silence())
    report = render_report(season, proposal, language)
    for page in (report, render_ideas(words, [ideas], language)):
        assert page.count("<style>") == 1
        assert not INLINE.search(HEAD.sub("", page))
    section = find_section(show(season, language), proposal, proposal.coalitions[0].id)
    assert not INLINE.search(render_section(section))
