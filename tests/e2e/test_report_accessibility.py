"""axe-core finds nothing in the report, in either language, in light and in dark."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from models.text import Language
from tests.e2e.conftest import write_page
from tests.e2e.reports import write

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# A regional map shows a piece of the country, and axe takes all of it to lie on the text around.
RUN = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const land of document.querySelectorAll("use.land")) land.remove();
  const found = await axe.run({rules: {"target-size": {enabled: true}}});
  const list = rules => rules.flatMap(rule => rule.nodes.map(node => [rule.id, node.html]));
  return {
    passes: found.passes.length,
    violations: list(found.violations),
    undecided: list(found.incomplete),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("season", ["demo", "relaxed", "edited"])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, season: str, language: Language, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page.goto(write_page(tmp_path, write(season, language)))
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    page.close()
    assert found["passes"] > 30
    assert found["violations"] == []
    assert [node for node in found["undecided"] if not is_text_of_a_picture(*node)] == []


def is_text_of_a_picture(rule: str, html: str) -> bool:
    """Say whether axe could not see what a picture's text stands on; `test_colours` knows."""
    return rule == "color-contrast" and html.startswith(("<text", "<tspan"))


def test_axe_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    broken = write("relaxed", Language.EN).replace("--ink-soft: #55616a", "--ink-soft: #c0c8cc")
    page = browser.new_page(color_scheme="light")
    page.goto(write_page(tmp_path, broken.replace('<html lang="en">', "<html>")))
    page.evaluate(AXE)
    found = [rule for rule, _ in page.evaluate(RUN)["violations"]]
    page.close()
    assert {"html-has-lang", "color-contrast"} <= set(found)
