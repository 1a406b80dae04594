"""Eighteen public seats asked of sixteen public actors, through the commands."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from data.samples import DEMO
from tests.integration.conftest import Run

ASKED, PUBLIC, COALITIONS = 3, 16, 6
RULE = f'[[rules]]\nkind = "sector_floor"\nsector = "public"\nmin = {ASKED}\n'


@pytest.fixture(scope="module")
def scarce(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's actors, but sixteen public ones, for six coalitions that want three each."""
    folder = tmp_path_factory.mktemp("scarce") / "season"
    folder.mkdir()
    actors = read(DEMO / "actors.csv")
    public = [actor["name"] for actor in actors if actor["sector"] == "public"]
    kept = [actor for actor in actors if actor["name"] not in public[PUBLIC:]]
    write(folder / "actors.csv", [{**actor, "capacity": "1", "wishes": ""} for actor in kept])
    national = [row for row in read(DEMO / "challenges.csv") if row["scope"] != "regional"]
    sizes = {"min_size": "10", "max_size": "12", "size": "", "coalitions": "1"}
    challenges = [{**row, **sizes} for row in national]
    challenges[0]["coalitions"] = str(COALITIONS - len(challenges) + 1)
    write(folder / "challenges.csv", challenges)
    (folder / "season.toml").write_text(f'name = "Knapp"\n{RULE}', "utf-8")
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_check_says_so_without_a_model(
    koalition: Callable[..., Run], scarce: Path, tmp_path: Path
) -> None:
    nowhere = {"KOALITION_CACHE_DIR": str(tmp_path / "cache"), "KOALITION_EMBEDDING_MODEL": "none"}
    run = koalition("check", scarce, "--json", **nowhere)
    assert run.returncode == 3, run.stderr
    assert not (tmp_path / "cache").exists()
    document = json.loads(run.stdout)
    conflicts = [found for item in document["challenges"] for found in item["conflicts"]]
    assert [(c["rule"], c["asked"], c["given"]) for c in conflicts] == [("sector_floor", 3, 2)] * 2
    assert {rule["rule"] for rule in document["core"]} == {"sector_floor"}
    assert len(document["core"]) == len(document["challenges"])
    for other in document["alternatives"]:
        assert "sector_floor" not in {c["rule"] for c in other["conflicts"]}
        assert other["cost"] == sum(c["cost"] for c in other["conflicts"]) > 2
    said = koalition("check", scarce, "--lang", "sv", **nowhere).stdout
    assert "2 av minst 3 platser för aktörer från offentlig sektor fylls" in said
    assert "det finns 16 aktörer från offentlig sektor och 18 behövs" in said


def test_proposal_gives_up_two_seats_in_two_coalitions_and_agrees(
    koalition: Callable[..., Run], scarce: Path
) -> None:
    run = koalition("propose", scarce, "--effort", "quick")
    assert run.returncode == 3, run.stderr
    document = json.loads((scarce / "out" / "proposal.json").read_text("utf-8"))
    assert document["certificate"]["status"] == "relaxed"
    given_up = document["conflicts"]
    assert [(c["rule"], c["asked"], c["given"]) for c in given_up] == [("sector_floor", 3, 2)] * 2
    assert len({c["coalition"] for c in given_up}) == 2
    public = [
        sum(member["sector"] == "public" for member in coalition["members"])
        for coalition in document["coalitions"]
    ]
    assert (sorted(public), sum(public)) == ([2, 2, 3, 3, 3, 3], PUBLIC)
    assert koalition("verify", scarce, scarce / "out" / "proposal.json").returncode == 0
