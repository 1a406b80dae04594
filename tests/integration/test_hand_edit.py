"""From a proposal to members in a table, an edit by hand, its scores and its proposal."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.integration.conftest import Run

Koalition = Callable[..., Run]
Rows = list[dict[str, str]]


@pytest.fixture
def own(season: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    shutil.copytree(season, folder)
    return folder


@pytest.fixture
def table(koalition: Koalition, own: Path) -> Path:
    """The members of a proposal that leaves four actors out."""
    path = own / "members.csv"
    actors = read_actors(own)
    bans = [f"--ban={actor}" for actor in actors[-4:]]
    run = koalition("propose", own, "--reproducible", "--members", path, *bans)
    assert run.returncode == 0, run.stderr
    assert str(path) in run.stdout
    assert list(read(path)[0]) == ["coalition", "challenge_id", "actor_id", "name", "title"]
    # The bans were the command's, so that those left out may come in by hand.
    document = json.loads((own / "out" / "proposal.json").read_text("utf-8"))
    assert len(document["settings"]["rules"]) == 4
    return path


def read_actors(folder: Path) -> list[str]:
    text = (folder / "actors.csv").read_text("utf-8-sig")
    return sorted(row["name"] for row in csv.DictReader(text.splitlines(), delimiter=";"))


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_an_edit_is_scored_written_shown_and_agrees(
    koalition: Koalition, own: Path, table: Path
) -> None:
    before = load(own / "out" / "proposal.json")
    rows = read(table)
    outsider = read_actors(own)[-1]
    left, rows[0]["actor_id"] = rows[0]["actor_id"], outsider
    write(table, rows)
    stale = koalition("score", own, table)
    assert stale.returncode == 2
    assert "members.csv:2:name" in stale.stderr
    rows[0].update(actor_id="", name=outsider)
    write(table, rows)
    out, page = own / "edited.json", own / "edited.html"
    run = koalition("score", own, table, "--out", out, "--report", page, "--lang", "sv")
    assert run.returncode in (0, 3), run.stderr
    after = load(out)
    assert left not in [m["actor_id"] for c in after["coalitions"] for m in c["members"]]
    assert after["certificate"]["bound"] >= after["certificate"]["objective"]
    verified = koalition("verify", own, out)
    assert verified.returncode == 0, verified.stdout
    assert "Vad ändringen gjorde" not in page.read_text("utf-8")
    # Against a proposal whose command banned the outsider, the edit can't stand.
    again = ("score", own, table, "--against", own / "out" / "proposal.json", "--report", page)
    refused = koalition(*again, "--lang", "sv")
    assert refused.returncode == 2
    assert f"{outsider} är utestängd" in refused.stderr
    assert "members.csv:2:actor_id" in refused.stderr
    # Against the one that the season itself gives, the gain or the cost is told.
    assert koalition("propose", own, "--reproducible").returncode == 0
    shown = koalition(*again, "--lang", "sv")
    assert shown.returncode == run.returncode, shown.stderr
    assert "Vad ändringen gjorde" in page.read_text("utf-8")
    assert "Totalpoängen F" in shown.stdout
    assert before["certificate"]["objective"] > 0


def test_an_edit_that_breaks_a_rule_is_written_relaxed_and_agrees(
    koalition: Koalition, own: Path, table: Path
) -> None:
    rows = read(table)
    write(table, rows[:2])
    run = koalition("score", own, table, "--out", own / "edited.json")
    assert run.returncode == 3, run.stderr
    document = load(own / "edited.json")
    assert document["certificate"]["status"] == "relaxed"
    assert "size" in {conflict["rule"] for conflict in document["conflicts"]}
    assert koalition("verify", own, own / "edited.json").returncode == 0


def test_what_never_gives_way_is_told_and_refused(
    koalition: Koalition, own: Path, table: Path
) -> None:
    rows = read(table)
    actor, challenge = rows[0]["actor_id"], rows[0]["challenge_id"]
    toml = own / "season.toml"
    rule = f'[[rules]]\nkind = "ban"\nactor = "{actor}"\n'
    toml.write_text(f"{toml.read_text('utf-8')}\n{rule}", "utf-8")
    doubled = {"coalition": f"{challenge}/2", "challenge_id": challenge}
    write(table, [*rows, {**doubled, "actor_id": rows[1]["actor_id"]}])
    scored = koalition("score", own, table, "--json")
    assert scored.returncode == 0, scored.stderr
    found = [
        (violation["coalition"], violation["rule"], violation["keys"].get("actor"))
        for coalition in json.loads(scored.stdout)["coalitions"]
        for violation in coalition["violations"]
        if violation["cost"] == 0
    ]
    other = f"{challenge}/2"
    assert (rows[0]["coalition"], "ban", actor) in found
    assert (other, "capacity", rows[1]["actor_id"]) in found
    assert (other, "siblings", rows[1]["actor_id"]) in found
    write(table, rows)
    refused = koalition("score", own, table, "--out", own / "edited.json")
    assert refused.returncode == 2
    assert "members.csv:2:actor_id" in refused.stderr
    assert not (own / "edited.json").exists()


def test_an_unknown_coalition_names_its_row(koalition: Koalition, own: Path, table: Path) -> None:
    rows = read(table)
    write(table, [*rows, {**rows[0], "coalition": "x"}])
    refused = koalition("score", own, table, "--out", own / "edited.json")
    assert refused.returncode == 2
    assert f"members.csv:{len(rows) + 2}:coalition [x]" in refused.stderr


@pytest.mark.parametrize("option", ["--out", "--report", "--xlsx", "--members"])
def test_a_place_that_can_t_be_written_is_found_first(
    koalition: Koalition, own: Path, option: str
) -> None:
    run = koalition("propose", own, option, own, KOALITION_EMBEDDING_MODEL="nowhere")
    assert run.returncode == 1
    assert str(own) in run.stderr
    assert "nowhere" not in run.stderr


def test_the_workbook_holds_the_tables_and_comes_out_the_same_again(
    koalition: Koalition, own: Path
) -> None:
    books = [own / "one.xlsx", own / "two.xlsx"]
    for book in books:
        assert koalition("propose", own, "--reproducible", "--xlsx", book).returncode == 0
    assert books[0].read_bytes() == books[1].read_bytes()
    sheets = CalamineWorkbook.from_path(books[0])
    cells = {
        str(cell)
        for name in sheets.sheet_names
        for row in sheets.get_sheet_by_name(name).to_python()
        for cell in row
    }
    members = load(own / "out" / "proposal.json")["coalitions"][0]["members"]
    assert {member["name"] for member in members} <= cells


def test_members_that_are_not_there_are_said_to_be_missing(koalition: Koalition, own: Path) -> None:
    run = koalition("score", own, own / "nope.csv", "--lang", "sv")
    assert run.returncode == 2
    assert "nope.csv" in run.stderr
    assert "koalition new" not in run.stderr


def test_a_proposal_of_another_season_says_so_once(
    koalition: Koalition, own: Path, demo: Path
) -> None:
    run = koalition("verify", own, demo / "out" / "proposal.json", "--lang", "sv")
    assert run.returncode == 5
    assert run.stdout.count("\n") == 1
    assert "hör till en annan säsong" in run.stdout
