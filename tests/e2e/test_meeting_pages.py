"""Meeting pages and participants' sheets in a real browser: axe, phones and sheets of A4."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser

from api.documents.meetings.render import render_meetings
from api.documents.meetings.sheets import render_sheets
from api.show.planned import Planned
from matcher.suggest import Matchmaker
from models.people import People
from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.reports import demo
from tests.e2e.test_report_accessibility import AXE, RUN
from tests.e2e.test_report_print import count_pages
from tests.kit.meetings import make_plan, weekly
from tests.kit.partners import Given, give_fits


def plan_demo(members: int, rooms: int, rounds: int, challenge: int = 0) -> Planned:
    """Plan meetings of the demo season's first actors, one of whom is hidden."""
    season = demo()[0]
    actors = list(season.actors)
    actors[4] = actors[4].evolve(visible=False)
    season = season.evolve(actors=tuple(actors))
    coalition = f"{season.challenges[challenge].id}/1"
    ids = [actor.id for actor in actors[:members]]
    plan = make_plan(ids, rooms, rounds=rounds, coalition=coalition)
    return Planned(season, plan, weekly())


def write(kind: str, language: Language, planned: Planned) -> str:
    if kind == "page":
        return render_meetings([planned, plan_demo(12, 3, 1, challenge=1)], language)
    return render_sheets(planned, language)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", ["page", "sheet"])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, kind: str, language: Language, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page.goto(write_page(tmp_path, write(kind, language, plan_demo(18, 3, 2))))
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    page.close()
    assert found["passes"] > 20
    assert found["violations"] == []
    assert found["undecided"] == []


def test_axe_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    broken = write("page", Language.EN, plan_demo(18, 3, 1))
    page = browser.new_page(color_scheme="light")
    page.goto(write_page(tmp_path, broken.replace("--ink-soft: #55616a", "--ink-soft: #c0c8cc")))
    page.evaluate(AXE)
    found = {rule for rule, _ in page.evaluate(RUN)["violations"]}
    page.close()
    assert "color-contrast" in found


@pytest.mark.parametrize("kind", ["page", "sheet"])
@pytest.mark.parametrize("members", [18, 60])
def test_a_phone_scrolls_in_one_direction(
    browser: Browser, tmp_path: Path, kind: str, members: int
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(write_page(tmp_path, write(kind, Language.SV, plan_demo(members, 6, 1))))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("members", "rooms", "rounds"), [(18, 3, 1), (18, 3, 2), (25, 5, 3), (60, 6, 2)]
)
def test_each_sheet_is_one_page(
    browser: Browser, tmp_path: Path, members: int, rooms: int, rounds: int, language: Language
) -> None:
    planned = plan_demo(members, rooms, rounds)
    page = browser.new_page()
    page.goto(write_page(tmp_path, write("sheet", language, planned)))
    assert page.locator(".member").count() == members
    assert count_pages(page) == members
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 695, "height": 1032})
    heights = page.evaluate("[...document.querySelectorAll('.member')].map(m => m.scrollHeight)")
    page.close()
    assert 300 < max(heights) <= 1032


@pytest.mark.parametrize("members", [18, 60])
def test_the_matrix_fits_the_width_of_a_sheet(
    browser: Browser, tmp_path: Path, members: int
) -> None:
    page = browser.new_page(viewport={"width": 688, "height": 1000})
    planned = plan_demo(members, 6, 1)
    page.goto(write_page(tmp_path, render_meetings([planned], Language.SV)))
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") == 688
    assert page.locator("nav:visible, .skip:visible").count() == 0
    page.close()


@pytest.mark.parametrize(("members", "rooms"), [(18, 3), (25, 5), (40, 4)])
def test_a_sheet_with_long_reasons_is_one_page(
    browser: Browser, tmp_path: Path, members: int, rooms: int
) -> None:
    planned = plan_demo(members, rooms, 2)
    same = np.zeros((len(planned.season.actors), 2), dtype=np.float32)
    same[:, 0] = 1
    fits = give_fits(planned.season, Given(same, same, same))
    sheets = render_sheets(
        planned, Language.SV, matchmaker=Matchmaker(planned.season, fits, People())
    )
    assert ("De erbjuder sådant som ni söker" in sheets) == (members < 40)
    page = browser.new_page()
    page.goto(write_page(tmp_path, sheets))
    assert count_pages(page) == members
    page.close()
