"""Steering as a user does: keep, swap, repair, alternatives, prices and trade-offs."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.integration.conftest import Run

Koalition = Callable[..., Run]


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def members_of(document: Any) -> dict[str, set[str]]:
    return {c["id"]: {m["actor_id"] for m in c["members"]} for c in document["coalitions"]}


@pytest.fixture(scope="module")
def roomy(
    koalition: Koalition, season: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A season with more actors than seats, and its proposal."""
    folder = tmp_path_factory.mktemp("roomy") / "own"
    shutil.copytree(season, folder)
    table = folder / "challenges.csv"
    text = table.read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    column = {"min_size": "5", "max_size": "6", "size": ""}
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows({**row, **{k: v for k, v in column.items() if k in row}} for row in rows)
    path = folder / "out" / "first.json"
    run = koalition("propose", folder, "--reproducible", "--out", path)
    assert run.returncode == 0, run.stderr
    return folder, path


def test_a_decline_is_repaired_by_one_seat(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    before, after = season / "out" / "proposal.json", tmp_path / "repaired.json"
    gone = load(before)["coalitions"][0]["members"][0]["actor_id"]
    run = koalition("repair", season, before, "--decline", gone, "--out", after)
    assert run.returncode == 0, run.stderr
    assert "out:" in run.stdout
    document = load(after)
    assert gone not in set().union(*members_of(document).values())
    assert document["settings"]["keep"]["max_changes"] == 1
    assert koalition("verify", season, after).returncode == 0
    document["settings"]["keep"]["max_changes"] = 0
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(document), "utf-8")
    refused = koalition("verify", season, forged)
    assert refused.returncode == 5
    assert "max_changes" in refused.stdout + refused.stderr


def test_who_is_not_a_member_cannot_decline(koalition: Koalition, roomy: tuple[Path, Path]) -> None:
    season, proposed = roomy
    left = load(proposed)["unplaced"][0]["actor_id"]
    run = koalition("repair", season, proposed, "--decline", left)
    assert run.returncode == 2
    assert "--decline" in run.stderr


def test_too_few_changes_are_refused_with_the_number_that_is_needed(
    koalition: Koalition, season: Path
) -> None:
    before = season / "out" / "proposal.json"
    gone = load(before)["coalitions"][0]["members"][0]["actor_id"]
    options = ("--keep", before, "--max-changes", 0, f"--ban={gone}")
    run = koalition("propose", season, *options)
    assert run.returncode == 2
    assert "--max-changes 1" in run.stderr


def test_options_that_start_from_a_proposal_ask_for_it(koalition: Koalition, season: Path) -> None:
    for option in (("--max-changes", 1), ("--swap", "a,b")):
        run = koalition("propose", season, *option)
        assert run.returncode == 2
        assert "--keep" in run.stderr


def test_what_is_kept_belongs_to_the_season(
    koalition: Koalition, roomy: tuple[Path, Path], tmp_path: Path
) -> None:
    season, proposed = roomy
    foreign = load(proposed)
    for coalition in foreign["coalitions"]:
        coalition["challenge_id"] = "elsewhere"
    path = tmp_path / "foreign.json"
    path.write_text(json.dumps(foreign), "utf-8")
    run = koalition("propose", season, "--keep", path)
    assert run.returncode == 2
    assert "foreign.json" in run.stderr


def test_a_swap_brings_somebody_in_and_keeps_the_rest(
    koalition: Koalition, roomy: tuple[Path, Path], tmp_path: Path
) -> None:
    season, proposed = roomy
    first = load(proposed)
    inside = first["coalitions"][0]["members"][0]["actor_id"]
    outside = first["unplaced"][0]["actor_id"]
    path = tmp_path / "swapped.json"
    options = ("--keep", proposed, "--swap", f"{inside},{outside}", "--out", path)
    run = koalition("propose", season, *options)
    assert run.returncode == 0, run.stderr
    (before,), (after,) = members_of(first).values(), members_of(load(path)).values()
    assert after - before == {outside}
    assert before - after == {inside}
    assert "out:" in run.stdout
    assert koalition("verify", season, path).returncode == 0


def test_alternatives_differ_and_are_in_order(
    koalition: Koalition, roomy: tuple[Path, Path], tmp_path: Path
) -> None:
    season, proposed = roomy
    path = tmp_path / "with.json"
    run = koalition("propose", season, "--alternatives", 2, "--out", path)
    assert run.returncode == 0, run.stderr
    assert koalition("verify", season, path).returncode == 0
    run = koalition("alternatives", season, proposed, "-k", 2, "--json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    worth = [each["certificate"]["objective"] for each in found]
    assert worth == sorted(worth, reverse=True)
    listed = [load(proposed), *found]
    for i, one in enumerate(listed):
        for other in listed[:i]:
            (mine,), (theirs,) = members_of(one).values(), members_of(other).values()
            assert len(mine - theirs) >= 3
    told = koalition("alternatives", season, proposed, "-k", 1, "--lang", "sv")
    assert told.stdout.startswith("1. F = ")
    unknown = koalition("alternatives", season, proposed, "--coalition", "nowhere/1")
    assert unknown.returncode == 2
    assert "nowhere/1" in unknown.stderr


def test_rules_have_prices_and_criteria_a_trade_off(
    koalition: Koalition, roomy: tuple[Path, Path], tmp_path: Path
) -> None:
    season, proposed = roomy
    run = koalition("price", season, proposed, "--json")
    assert run.returncode == 0, run.stderr
    prices = json.loads(run.stdout)
    assert prices
    assert all(price["gain"] >= 0 for price in prices)
    assert koalition("price", season, proposed).returncode == 0
    advice = koalition("recruit", season, proposed, "--json")
    assert advice.returncode == 0, advice.stderr
    assert all(each["gain"] > 0 for each in json.loads(advice.stdout))
    stand_by = koalition("reserves", season, proposed, "--chance", 0.3, "--json")
    assert stand_by.returncode == 0, stand_by.stderr
    (listed,) = json.loads(stand_by.stdout)
    assert listed["alone"] < listed["survives"]
    folder = tmp_path / "front"
    run = koalition("pareto", season, proposed, "--members", folder, "--json")
    assert run.returncode == 0, run.stderr
    front = json.loads(run.stdout)
    values = [tuple(point["values"].values()) for point in front]
    assert values == sorted(values, key=lambda pair: (-pair[0], pair[1]))
    assert len(list(folder.glob("*.csv"))) == len(front)
    for point in range(1, len(front) + 1):
        scored = koalition("score", season, folder / f"point-{point}.csv")
        assert scored.returncode == 0, scored.stderr
    for criteria in ("relevance", "relevance,beauty"):
        run = koalition("pareto", season, proposed, "--criteria", criteria)
        assert run.returncode == 2


def test_reserves_take_chances_from_a_column(
    koalition: Koalition, roomy: tuple[Path, Path], tmp_path: Path
) -> None:
    season, proposed = roomy
    unknown = koalition("reserves", season, proposed, "--column", "risk")
    assert unknown.returncode == 2
    assert "risk" in unknown.stderr
    folder = tmp_path / "own"
    shutil.copytree(season, folder)
    table = folder / "actors.csv"
    lines = table.read_text("utf-8-sig").splitlines()
    table.write_text("\n".join([f"{lines[0]};Risk", *(f"{row};0 %" for row in lines[1:])]), "utf-8")
    path = folder / "out" / "again.json"
    assert koalition("propose", folder, "--out", path).returncode == 0
    run = koalition("reserves", folder, path, "--column", "Risk", "--json")
    assert run.returncode == 0, run.stderr
    (listed,) = json.loads(run.stdout)
    assert (listed["alone"], listed["reserves"]) == (1.0, [])
    table.write_text(
        "\n".join([f"{lines[0]};Risk", *(f"{row};often" for row in lines[1:])]), "utf-8"
    )
    run = koalition("reserves", folder, path, "--column", "Risk")
    assert run.returncode == 2
    assert "often" in run.stderr
