"""A way through the report with the keyboard alone, without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.reports import write


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The demo's report on a wide screen, with scripts turned off."""
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": 1440, "height": 800},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(write_page(tmp_path, write("demo", Language.EN)))
    yield page
    context.close()


def test_the_first_stops_skip_ahead(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip").nth(0)).to_be_focused()
    expect(page.locator(".skip").nth(0)).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(".skip").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#coalition-1 h2")).to_be_in_viewport()


def test_the_contents_follow_on_a_wide_screen(page: Page) -> None:
    page.locator(".contents a[href='#certificate']").click()
    expect(page.locator("#certificate-title")).to_be_in_viewport()
    expect(page.locator("#contents-title")).to_be_in_viewport()
    page.locator(".contents a[href='#coalition-3']").click()
    expect(page.locator("#coalition-3-title")).to_be_in_viewport()


def test_the_contents_stay_behind_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.locator(".contents a[href='#certificate']").click()
    expect(page.locator("#certificate-title")).to_be_in_viewport()
    expect(page.locator("#contents-title")).not_to_be_in_viewport()


def test_from_member_to_reserve_and_back(page: Page) -> None:
    page.locator("#coalition-2 .to-reserve a").first.press("Enter")
    link = page.locator("tr:target a")
    expect(link).to_be_in_viewport()
    link.press("Enter")
    expect(page.locator("tr:target th")).to_be_in_viewport()
    assert "#member-2-" in page.url


def test_a_folded_table_of_reserves_opens_for_whoever_is_led_there(page: Page) -> None:
    page.locator("#coalition-2 .reserves summary").press("Enter")
    expect(page.locator("#coalition-2 .reserves table")).to_be_hidden()
    page.locator("#coalition-2 .to-reserve a").first.press("Enter")
    expect(page.locator("tr:target a")).to_be_in_viewport()


def test_a_picture_opens_its_table_from_the_keyboard(page: Page) -> None:
    for picture in ("map-figure", "network-figure"):
        table = page.locator(f"#coalition-1 .{picture} .twin table")
        expect(table).to_be_hidden()
        page.locator(f"#coalition-1 .{picture} .twin summary").press("Enter")
        expect(table).to_be_visible()


@pytest.mark.parametrize("width", [320, 760, 1000, 1359, 1360, 1920])
def test_nothing_runs_off_the_side(browser: Browser, tmp_path: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(write_page(tmp_path, write("demo", Language.SV)))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
