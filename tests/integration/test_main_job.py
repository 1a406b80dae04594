"""The main job with the real model, as a user runs it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Koalition = Callable[..., subprocess.CompletedProcess[str]]


def test_template_can_be_formed(koalition: Koalition, season: Path) -> None:
    run = koalition("check", season, "--json")
    document = json.loads(run.stdout)
    assert run.returncode == 0
    assert document["errors"] == []
    assert all(item["feasible"] for item in document["challenges"])


def test_proposal_agrees(koalition: Koalition, season: Path) -> None:
    run = koalition("verify", season, season / "out" / "proposal.json")
    assert run.returncode == 0, run.stdout


def test_a_changed_proposal_exits_5_and_names_the_place(koalition: Koalition, season: Path) -> None:
    document = json.loads((season / "out" / "proposal.json").read_text("utf-8"))
    document["coalitions"][0]["total"] += 0.01
    changed = season / "changed.json"
    changed.write_text(json.dumps(document), "utf-8")
    run = koalition("verify", season, changed)
    assert run.returncode == 5
    assert "coalitions.0.total" in run.stdout


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_same_bytes_under_another_hash_seed(
    koalition: Koalition, season: Path, hash_seed: str
) -> None:
    again = season / f"again-{hash_seed}.json"
    arguments = ("propose", season, "--reproducible", "--out", again)
    run = koalition(*arguments, PYTHONHASHSEED=hash_seed)
    assert run.returncode == 0, run.stderr
    assert again.read_bytes() == (season / "out" / "proposal.json").read_bytes()


def test_json_alone_is_printed(koalition: Koalition, season: Path) -> None:
    run = koalition("rank", season, "--all", "--json", "-k", "3")
    (table,) = json.loads(run.stdout).values()
    assert [entry["rank"] for entry in table] == [1, 2, 3]


def test_pin_and_ban_hold_and_verify(koalition: Koalition, season: Path) -> None:
    document = json.loads((season / "out" / "proposal.json").read_text("utf-8"))
    coalition = document["coalitions"][0]
    member = coalition["members"][0]["actor_id"]
    out = season / "banned.json"
    run = koalition("propose", season, "--ban", member, "--out", out)
    assert run.returncode == 0, run.stderr
    banned = json.loads(out.read_text("utf-8"))
    assert member not in [m["actor_id"] for m in banned["coalitions"][0]["members"]]
    assert koalition("verify", season, out).returncode == 0
    pin = f"{member}={coalition['id']}"
    run = koalition("propose", season, "--ban", member, "--pin", pin)
    assert run.returncode == 2
    assert member in run.stderr
