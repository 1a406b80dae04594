"""axe-core finds nothing on the page of the outcomes, in either language, in light and in dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from api.documents.outcomes.page import render_outcomes
from matcher.outcomes.summary import summarise_answers
from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.test_report_accessibility import AXE, RUN, is_text_of_a_picture
from tests.kit.actors import make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.seasons import make_challenge, make_season


def make_page(language: Language) -> str:
    """Write a page with hidden figures, comments and a season before this one."""
    actors = [make_actor(i) for i in range(36)]
    season = make_season(actors, [make_challenge(c) for c in range(3)])
    ids = [actor.id for actor in actors]
    proposal = make_proposal(season, {f"c{c}/1": ids[12 * c : 12 * (c + 1)] for c in range(3)})
    given = [
        answer(f"c{c}/1", ids[12 * c + i])
        for c, count in enumerate((9, 7, 2))
        for i in range(count)
    ]
    before = summarise_answers(season, proposal, given).point
    earlier = [before.evolve(season="Våren 2025", proposal_sha256="x")]
    comments = [("c0/1", ("Bra.", "Mer tid.")), (None, ("Gärna igen.",))]
    return render_outcomes(
        season, summarise_answers(season, proposal, given, earlier), language, comments
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", list(Language))
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, language: Language, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page.goto(write_page(tmp_path, make_page(language)))
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    page.close()
    assert found["passes"] > 20
    assert found["violations"] == []
    assert [node for node in found["undecided"] if not is_text_of_a_picture(*node)] == []


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(write_page(tmp_path, make_page(Language.SV)))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
