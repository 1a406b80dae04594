"""An address in the actors' table is found in no output, file, cache or message."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from tests.integration.conftest import Run
from tests.kit.workbooks import make_workbook

Koalition = Callable[..., Run]
ADDRESS = "hemlig.adress"
SECRET = (ADDRESS.encode(), ADDRESS.encode("utf-16-le"))


def seed_addresses(folder: Path, row: int | None = None) -> list[list[str]]:
    """Give every actor an address; in one row it may stand in the place's cell instead."""
    text = (folder / "actors.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    header = rows[0]
    if "email" not in header:
        header.append("email")
        for cells in rows[1:]:
            cells.append("")
    at, place = header.index("email"), header.index("place")
    for number, cells in enumerate(rows[1:], start=1):
        cells[at] = f"{ADDRESS}+{number}@example.org"
        if number == row:
            cells[place] = cells[at]
    return rows


def insist_on_no_address(*folders: Path) -> int:
    """Look into every file below the folders, and into every part of a workbook.

    Another process's journal in the cache may be gone before it is read.
    """
    looked_at = 0
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            with suppress(FileNotFoundError, IsADirectoryError):
                contents = [path.read_bytes()]
                if is_zipfile(path):
                    with ZipFile(path) as archive:
                        contents += [archive.read(name) for name in archive.namelist()]
                for secret in SECRET:
                    assert not any(secret in content for content in contents), path
                looked_at += 1
    return looked_at


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_address_leaks(
    koalition: Koalition, season: Path, cache_dir: Path, tmp_path: Path, ending: str
) -> None:
    own, out = tmp_path / "own", tmp_path / "out"
    shutil.copytree(season, own, ignore=shutil.ignore_patterns("out"))
    rows = seed_addresses(own)
    (own / "actors.csv").unlink()
    if ending == "csv":
        with (own / "actors.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    else:
        (own / "actors.xlsx").write_bytes(make_workbook({"actors": rows}))
    proposal = out / "proposal.json"
    run = koalition(
        *("propose", own, "--out", proposal, "--report", out / "report.html"),
        *("--xlsx", out / "tables.xlsx", "--members", out / "members.csv"),
    )
    assert run.returncode == 0, run.stderr
    actor = json.loads(proposal.read_text("utf-8"))["coalitions"][0]["members"][0]["actor_id"]
    members = out / "members.csv"
    told = [run]
    for arguments in (
        ("check", own, "--json"),
        ("check", own),
        ("score", own, members, "--out", out / "edited.json", "--against", proposal),
        ("verify", own, proposal),
        ("explain", own, proposal, "--actor", actor, "--json"),
        ("rank", own, "--all", "--json"),
        ("suggest", own, "--actor", actor, "--json"),
        ("season", "run", own, "--out", out / "run"),
        ("outcomes", "new", own, proposal, "--out", out / "form.csv"),
        ("outcomes", "new", own, proposal, "--out", out / "form.xlsx"),
        (
            *("outcomes", "summary", own, proposal, out / "form.csv", "--comments"),
            *("--out", out / "outcomes.json", "--html", out / "outcomes.html"),
        ),
        ("close", own, proposal, "--answers", out / "form.csv", "--out", tmp_path / "next"),
    ):
        told.append(koalition(*arguments))
        assert told[-1].returncode == 0, (arguments, told[-1].stderr)
    for each in told:
        assert ADDRESS not in each.stdout + each.stderr
    assert insist_on_no_address(out, cache_dir) > 10
    with pytest.raises(AssertionError, match="actors"):
        insist_on_no_address(tmp_path / "next")


def test_no_address_leaks_through_faults(
    koalition: Koalition, season: Path, cache_dir: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(season, own, ignore=shutil.ignore_patterns("out"))
    rows = seed_addresses(own, row=2)
    with (own / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    rule = '[[rules]]\nkind = "attribute_floor"\nattribute = "e-post"\nmin = 1\nvalue = '
    toml = (own / "season.toml").read_text("utf-8")
    (own / "season.toml").write_text(f'{toml}\n{rule}"{ADDRESS}+1@example.org"\n', "utf-8")
    for arguments in (("check", own), ("check", own, "--json"), ("propose", own)):
        run = koalition(*arguments)
        assert run.returncode == 2
        assert "actors.csv" in run.stdout + run.stderr
        assert "attribute" in run.stdout + run.stderr
        assert ADDRESS not in run.stdout + run.stderr
    assert insist_on_no_address(cache_dir) > 0
    assert not (own / "out").exists()


def test_an_address_that_looks_like_words_is_quoted_to_nobody(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    """Such an address is known only from its column, which stands apart from the season."""
    told = {}
    for is_known in (True, False):
        own, out = tmp_path / f"own-{is_known}", tmp_path / f"out-{is_known}"
        shutil.copytree(season, own, ignore=shutil.ignore_patterns("out"))
        rows = seed_addresses(own)
        email, offers, seeks = (rows[0].index(name) for name in ("email", "offers", "seeks"))
        for number, cells in enumerate(rows[1:]):
            cells[email] = f"{ADDRESS} nummer {number}" if is_known else ""
            cells[offers] = f"Lokaler för unga, fråga {ADDRESS} nummer {number}"
            cells[seeks] = "Lokaler för unga"
        with (own / "actors.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        assert koalition("season", "run", own, "--out", out).returncode in (0, 3)
        sheets = [path.read_text("utf-8") for path in out.rglob("sheets*.html")]
        assert sheets
        suggested = koalition("suggest", own, "--all", "--json")
        assert suggested.returncode == 0, suggested.stderr
        written = (out / "suggestions.json").read_text("utf-8")
        told[is_known] = [text.count(ADDRESS) for text in (suggested.stdout, written, *sheets)]
    assert not any(told[True])
    asked, batch, *_ = told[False]
    assert asked and batch, "the same words are quoted where they are no known address"
