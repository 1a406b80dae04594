"""Eighteen public seats asked of sixteen public actors, through the commands."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Run
from tests.kit.scarce import PUBLIC, lay_scarce


@pytest.fixture(scope="module")
def scarce(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_scarce(tmp_path_factory.mktemp("scarce") / "season")


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
    assert "2 av minst 3\N{NO-BREAK SPACE}platser för aktörer från offentlig sektor fylls" in said
    assert "det finns 16 aktörer från offentlig sektor och 18 behövs" in said


def test_check_takes_other_costs_of_giving_way(koalition: Callable[..., Run], scarce: Path) -> None:
    run = koalition("check", scarce, "--json", "--cost", "sector_floor=40", "--cost", "size=1")
    assert run.returncode == 3, run.stderr
    conflicts = [c for item in json.loads(run.stdout)["challenges"] for c in item["conflicts"]]
    assert {c["rule"] for c in conflicts} == {"size"}
    for wrong in ("sector_floor", "sector_floor=0", "nothing=2", "pin=2"):
        refused = koalition("check", scarce, "--cost", wrong)
        assert refused.returncode == 2
        assert "county_ceiling" in refused.stderr


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
