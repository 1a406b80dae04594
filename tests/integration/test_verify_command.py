"""The command refuses forged files with exit 5, and nothing is built upon them."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.canonical import hash_content
from tests.kit.forging import FOLDER

Koalition = Callable[..., Any]


@pytest.fixture(scope="module")
def small(koalition: Koalition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The season of the forgeries with its proposal, read by the bundled model."""
    folder = tmp_path_factory.mktemp("forged") / "season"
    shutil.copytree(FOLDER, folder)
    run = koalition("propose", folder, "--reproducible", "--out", folder / "p.json")
    assert run.returncode == 0, run.stderr
    return folder


def forge(small: Path, name: str, change: Callable[[dict[str, Any]], object]) -> Path:
    document = json.loads((small / "p.json").read_text("utf-8"))
    change(document)
    document["content_sha256"] = hash_content(document)
    path = small / name
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_the_true_one_agrees(koalition: Koalition, small: Path) -> None:
    for trusted in ((), ("--trust-relevance",)):
        run = koalition("verify", small, small / "p.json", *trusted, "--json")
        assert run.returncode == 0, run.stdout
        assert json.loads(run.stdout) == {"agrees": True, "differences": []}


@pytest.mark.parametrize("value", [-0.2, 3.0, float("nan"), -0.0])
def test_relevance_that_cannot_be_is_a_difference(
    koalition: Koalition, small: Path, value: float
) -> None:
    def change(document: dict[str, Any]) -> None:
        document["coalitions"][0]["members"][0]["relevance"] = value

    forged = forge(small, "relevance.json", change)
    for trusted in ((), ("--trust-relevance",)):
        run = koalition("verify", small, forged, *trusted)
        assert run.returncode == 5, run.stderr
        assert run.stdout.startswith("coalitions.0.members.0.relevance: ")


def test_a_key_that_stands_twice_is_a_difference(koalition: Koalition, small: Path) -> None:
    text = (small / "p.json").read_text("utf-8")
    path = small / "twice.json"
    path.write_text(text.replace('"seed": 1,', '"seed": 2, "seed": 1,', 1), "utf-8")
    run = koalition("verify", small, path, "--trust-relevance")
    assert run.returncode == 5
    assert run.stdout.startswith("seed: ")


def test_close_does_not_trust_forged_codes(koalition: Koalition, small: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        for unplaced in document["unplaced"]:
            unplaced["reason"]["code"] = "unplaced_banned"

    forged = forge(small, "codes.json", change)
    assert koalition("close", small, forged, "--out", small / "n1").returncode == 5
    assert not (small / "n1").exists()
    assert koalition("close", small, small / "p.json", "--out", small / "n2").returncode == 0
    with (small / "n2" / "actors.csv").open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline())
        file.seek(0)
        counts = [row["passed_over"] for row in csv.DictReader(file, dialect=dialect)]
    assert "1" in counts
