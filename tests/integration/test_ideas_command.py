"""`koalition ideas` on the demo season: themes, pairs, pages, and what must not be in them."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Run
from tests.integration.test_no_address_leaks import ADDRESS

Koalition = Callable[..., Run]
ASKED = ("--coalition", "ungas-kraft/1")
MINE = "Boka studion digitalt"


def notes(folder: Path, *rows: str) -> Path:
    path = folder / "ideas.csv"
    path.write_text("\n".join(("actor;kind;text", *rows)), "utf-8")
    return path


@pytest.fixture(scope="module")
def found(koalition: Koalition, demo: Path) -> list[dict]:
    proposal = demo / "out" / "proposal.json"
    run = koalition("ideas", demo, proposal, *ASKED, "--json", PYTHONHASHSEED="1")
    assert run.returncode == 0, run.stderr
    again = koalition("ideas", demo, proposal, *ASKED, "--json", PYTHONHASHSEED="2")
    assert again.stdout == run.stdout
    return json.loads(run.stdout)


def test_the_demo_gets_themes_of_needs_and_offers_and_pairs(found: list[dict]) -> None:
    [ideas] = found
    assert list(ideas) == ["coalition", "cards", "themes", "others", "pairs", "unpaired"]
    assert len(ideas["cards"]) > 30
    assert 3 <= len(ideas["themes"]) <= 12
    kinds = {card["number"]: card["kind"] for card in ideas["cards"]}
    mixed = [theme for theme in ideas["themes"] if len({kinds[n] for n in theme["cards"]}) > 1]
    assert len(mixed) >= len(ideas["themes"]) / 2
    assert all(len(theme["label"].split()) > 1 for theme in ideas["themes"])
    cards = {card["number"]: card for card in ideas["cards"]}
    paired = {cards[n]["actor_id"] for p in ideas["pairs"] for n in (p["offer"], p["need"])}
    stated = {c["actor_id"] for c in ideas["cards"]}
    assert paired | set(ideas["unpaired"]) == stated
    assert not paired & set(ideas["unpaired"])


def test_swedish_and_english_twins_land_together_and_a_stranger_alone(
    koalition: Koalition, demo: Path, tmp_path: Path
) -> None:
    twins = (
        "Ett museum om rymdfärder med teleskop och planetarium",
        "A museum of space travel with telescopes and a planetarium",
    )
    path = notes(tmp_path, *(f";idé;{text}" for text in twins))
    run = koalition(
        *("ideas", demo, demo / "out" / "proposal.json", *ASKED, "--ideas", path, "--json")
    )
    assert run.returncode == 0, run.stderr
    [ideas] = json.loads(run.stdout)
    numbers = {card["number"] for card in ideas["cards"] if card["text"] in twins}
    assert len(numbers) == 2
    [home] = [theme["cards"] for theme in ideas["themes"] if numbers & set(theme["cards"])]
    assert set(home) >= numbers
    assert {c["author"] for c in ideas["cards"] if c["number"] in numbers} == {"group"}


def test_page_and_table_are_written_and_told(
    koalition: Koalition, demo: Path, tmp_path: Path
) -> None:
    page, table = tmp_path / "map.html", tmp_path / "cards.csv"
    run = koalition(
        *("ideas", demo, demo / "out" / "proposal.json", *ASKED),
        *("--out", page, "--csv", table, "--lang", "sv"),
    )
    assert run.returncode == 0, run.stderr
    assert "Vem som kan hjälpa vem" in run.stdout
    assert str(page) in run.stderr
    assert '<html lang="sv">' in page.read_text("utf-8")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][:3] == ["Koalition", "Tema", "Nr"]
    assert len(rows) > 30


def test_ideas_of_a_season_of_several_coalitions_ask_which(
    koalition: Koalition, demo: Path, tmp_path: Path
) -> None:
    proposal, path = demo / "out" / "proposal.json", notes(tmp_path, f";;{MINE}")
    run = koalition("ideas", demo, proposal, "--ideas", path)
    assert run.returncode == 2
    assert "--coalition" in run.stderr
    assert koalition("ideas", demo, proposal, "--coalition", "nowhere/1").returncode == 2
    path = notes(tmp_path, f"ingen alls;dröm;{MINE}")
    run = koalition("ideas", demo, proposal, *ASKED, "--ideas", path)
    assert run.returncode == 2
    assert "ideas.csv:2:actor" in run.stderr
    assert "ideas.csv:2:kind" in run.stderr


def test_a_season_without_needs_says_what_to_fill_in_and_maps_two_cards(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    with (season / "actors.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    header = [*rows[0], "email"] if "email" not in rows[0] else rows[0]
    for row in rows[1:]:
        row += [""] * (len(header) - len(row))
        row[header.index("email")] = f"{ADDRESS}@example.org"
        for column in ("offers", "seeks"):
            if column in header:
                row[header.index(column)] = ""
    with (own / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows[1:]])
    (own / "challenges.csv").write_bytes((season / "challenges.csv").read_bytes())
    assert koalition("propose", own, "--effort", "quick").returncode == 0
    proposal = own / "out" / "proposal.json"
    run = koalition("ideas", own, proposal, "--lang", "sv")
    assert run.returncode == 0, run.stderr
    assert "ingen medlem har fyllt i seeks eller offers" in run.stdout
    path = notes(tmp_path, ";behov;Praktikplatser", f";erbjudande;Praktik, {ADDRESS}@example.org")
    page = tmp_path / "map.html"
    run = koalition("ideas", own, proposal, "--ideas", path, "--out", page)
    assert run.returncode == 0, run.stderr
    assert "2\u00a0cards" in run.stdout
    assert ADDRESS not in run.stdout + run.stderr + page.read_text("utf-8")
