"""Take the pictures of the README and the guide from the demo's report.

    python docs/images/make_pictures.py

Forms the demo's coalitions, renders their report in both languages and photographs it
with Chromium, which has to be on the path: the report's beginning, its first coalition,
and the page to send as it is printed. Overwrites the pictures beside this file.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from api.bootstrap import Installation
from api.documents.report.render import render_report
from models.proposals import Proposal
from models.text import Language

HERE = Path(__file__).parent
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTH, HEIGHT = 1360, 1000
A4_WIDTH, A4_HEIGHT = 794, 1123
"""At 96 points to the inch."""

ROOM = ".opening { padding: 24px; }"
PAPER = "main.page { padding: 13mm 15mm; } .body { display: none; }"
"""On paper the margins are the printer's; a picture has to have them itself."""

MOST_BYTES = 300_000


def make_pictures() -> None:
    """Write three pictures in each language."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not on the path.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "demo"
        program = "from api.cli import main; main()"
        subprocess.run([sys.executable, "-c", program, "demo", "--out", folder], check=True)
        season = Installation().open_season(folder).season
        document = (folder / "out" / "proposal.json").read_text("utf-8")
        proposal = Proposal.model_validate_json(document)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for language in Language:
            page = Path(name) / f"{language}.html"
            page.write_text(render_report(season, proposal, language), "utf-8")
            _photograph(browser, page, language)
        browser.close()


def _photograph(browser: Browser, report: Path, language: Language) -> None:
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=1,
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.goto(report.as_uri())
    _save(page.screenshot(), f"report-{language}.png")
    page.add_style_tag(content=ROOM)
    _save(page.locator("#coalition-1 .opening").screenshot(), f"coalition-{language}.png")
    page.set_viewport_size({"width": A4_WIDTH, "height": A4_HEIGHT})
    page.emulate_media(media="print")
    page.add_style_tag(content=PAPER)
    _save(page.screenshot(), f"summary-{language}.png")
    page.close()


def _save(picture: bytes, name: str) -> None:
    """Write a picture, unless it would weigh on whoever opens the README."""
    if len(picture) > MOST_BYTES:
        sys.exit(f"{name} would have {len(picture)} bytes; at most {MOST_BYTES} are allowed.")
    (HERE / name).write_bytes(picture)


if __name__ == "__main__":
    make_pictures()
