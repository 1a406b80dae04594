"""axe-core finds nothing on the page of idea maps, and it is as wide as the screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from api.documents.ideas.page import render_ideas
from matcher.ideas.compose import draw_idea_map
from models.idea_maps import CardKind, Idea
from models.ports.progress import Silence
from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.test_report_accessibility import AXE, RUN, is_text_of_a_picture
from tests.kit.embedders import WideEmbedder
from tests.kit.ideas import BOOKS, gather, make_members

WIDTHS = {"wide": 1440, "narrow": 360}


def write(language: Language) -> str:
    season, coalition = gather(make_members(name="Osynlig", visible=False))
    notes = (Idea(kind=CardKind.IDEA, text=f"En dag med {BOOKS}"),)
    ideas = draw_idea_map(season, coalition, notes, WideEmbedder(), Silence())
    nothing = {"coalition": "c1/1", "cards": (), "themes": (), "others": (), "pairs": ()}
    empty = ideas.evolve(**nothing)
    return render_ideas(season, [ideas, empty], language)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", list(Language))
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, language: Language, width: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": WIDTHS[width], "height": 900})
    page.goto(write_page(tmp_path, write(language)))
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert found["passes"] > 20
    assert found["violations"] == []
    assert [node for node in found["undecided"] if not is_text_of_a_picture(*node)] == []
    assert over <= 0
