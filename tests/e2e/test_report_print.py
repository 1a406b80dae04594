"""The page to send is one sheet of A4, in front of the others, on white."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.reports import write

ONLY_SHEET = ".body { display: none !important; }"
ALL_BUT_SHEET = """
.sheet { display: none !important; }
@page :first { margin: 16mm 16mm 18mm; }
"""
"""The first page that is left has the margins that it has behind the sheet."""


def count_pages(page: Page, style: str = "") -> int:
    """Count the pages that Chromium prints; its PDF writes each page as a plain object."""
    if style:
        page.add_style_tag(content=style)
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("season", ["demo", "relaxed", "large"])
def test_the_page_to_send_is_the_first_page_and_one_page(
    browser: Browser, tmp_path: Path, season: str, language: Language
) -> None:
    address = write_page(tmp_path, write(season, language))
    counts = []
    for style in (ONLY_SHEET, ALL_BUT_SHEET, ""):
        page = browser.new_page()
        page.goto(address)
        counts.append(count_pages(page, style))
        page.close()
    alone, others, whole = counts
    assert alone == 1
    assert others > 1
    assert whole == 1 + others


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_is_always_light(browser: Browser, tmp_path: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(write_page(tmp_path, write("relaxed", Language.SV)))
    ground = "getComputedStyle(document.body).backgroundColor"
    on_screen = page.evaluate(ground)
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert (on_screen == "rgb(255, 255, 255)") == (scheme == "light")
    page.close()


def test_print_shows_what_is_folded_away_on_screen(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(write_page(tmp_path, write("relaxed", Language.EN)))
    assert page.locator(".reasons:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".reasons:visible").count() == page.locator(".reasons").count() > 0
    assert page.locator(".contents:visible, .twin:visible, .onwards:visible").count() == 0
    page.close()
