"""Awkward seasons and documents end in a message, never in a traceback or a wrong answer."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matcher.criteria.registry import CRITERIA

Koalition = Callable[..., Any]


@pytest.fixture
def own(season: Path, tmp_path: Path) -> Path:
    """A copy of the template's season to spoil."""
    folder = tmp_path / "own"
    shutil.copytree(season, folder)
    return folder


def state(folder: Path, toml: str) -> None:
    (folder / "season.toml").write_text(toml, "utf-8")


def test_both_of_two_stated_rules_hold(koalition: Koalition, own: Path) -> None:
    rule = '[[rules]]\nkind = "sector_floor"\nsector = "academia"\n'
    challenge = (own / "challenges.csv").read_text("utf-8-sig").splitlines()[1].split(";")[0]
    state(own, f'{rule}min = 5\n{rule}min = 1\nchallenge = "{challenge}"\n')
    run = koalition("check", own, "--json")
    assert run.returncode == 3
    (item,) = json.loads(run.stdout)["challenges"]
    assert [(c["asked"], c["given"]) for c in item["conflicts"]] == [(5, 4)]


def test_a_pin_of_strength_0_is_off(koalition: Koalition, own: Path) -> None:
    rule = '[[rules]]\nkind = "ban"\nactor = "framtidsverket"\n'
    eligible = []
    for strength in ("", "strength = 0\n"):
        state(own, rule + strength)
        (item,) = json.loads(koalition("check", own, "--json").stdout)["challenges"]
        eligible.append(item["eligible"])
    assert eligible == [15, 16]


@pytest.mark.parametrize(
    "toml",
    [
        "[weights]\n" + "".join(f"{key} = 0\n" for key in CRITERIA),
        "[weights]\nrelevance = 1e308\n",
        '[[rules]]\nkind = "sector_floor"\nsector = "public"\nmin = 100000000000000000000\n',
    ],
)
def test_absurd_settings_are_bad_input(koalition: Koalition, own: Path, toml: str) -> None:
    state(own, toml)
    run = koalition("propose", own)
    assert run.returncode == 2
    assert "season.toml" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_address_as_a_key_is_veiled(koalition: Koalition, own: Path) -> None:
    state(own, '["anna@example.org"]\nx = 1\n')
    run = koalition("check", own, "--json")
    assert run.returncode == 2
    assert "anna@" not in run.stdout + run.stderr


@pytest.mark.parametrize(
    "change",
    [
        {"weights": {}},
        {"weights": {"relevance": -1.0}},
        {"time_limit_s": -5.0},
        {"solver": "gurobi"},
        {"balance": 2.0},
        {"rules": [{"kind": "sector_floor", "keys": [{"name": "min", "value": 99}]}]},
        {"rules": [{"kind": "pin", "keys": [{"name": "actor", "value": "nobody"}]}]},
        {"rules": [{"kind": "pin", "keys": []}]},
    ],
)
def test_spoilt_settings_do_not_agree(
    koalition: Koalition, own: Path, change: dict[str, Any]
) -> None:
    path = own / "out" / "proposal.json"
    document = json.loads(path.read_text("utf-8"))
    document["settings"] |= change
    path.write_text(json.dumps(document), "utf-8")
    run = koalition("verify", own, path)
    assert run.returncode == 5, run.stderr
    assert "settings" in run.stdout


@pytest.mark.parametrize("content", ["{}", "[]", "3", "null", '{"name": "package"}'])
@pytest.mark.parametrize("asked", [("verify",), ("price",), ("propose", "--keep")])
def test_what_is_no_proposal_is_said_to_be_none_in_one_sentence(
    koalition: Koalition, own: Path, content: str, asked: tuple[str, ...]
) -> None:
    path = own / "other.json"
    path.write_text(content, "utf-8")
    name, *option = asked
    run = koalition(name, own, *option, path)
    assert run.returncode == 2
    said = run.stderr.splitlines()[-1]
    assert said.startswith(f"{path} is no proposal of Koalition's. Point at the proposal.json")
    assert "required" not in run.stdout + run.stderr


def test_a_document_nested_too_deep_is_not_json(koalition: Koalition, own: Path) -> None:
    path = own / "deep.json"
    path.write_text("[" * 200_000, "utf-8")
    run = koalition("verify", own, path)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_warnings_are_told_by_every_command(koalition: Koalition, own: Path) -> None:
    state(own, "[weights]\nperspectives = 2\n")
    run = koalition("propose", own, "--json")
    assert run.returncode == 0
    assert "perspectives" in run.stderr
    assert json.loads(run.stdout)["settings"]["weights"].keys() == {
        "relevance",
        "sector_diversity",
        "geographic_spread",
        "novelty",
        "wishes",
        "turn",
        "complementarity",
        "coverage",
        "availability",
    }


@pytest.mark.parametrize("limit", ["0", "-5", "nan", "inf"])
def test_a_time_limit_is_a_positive_number(koalition: Koalition, own: Path, limit: str) -> None:
    run = koalition("propose", own, "--time-limit", limit)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_template_teaches_rules_that_hold(
    koalition: Koalition, tmp_path: Path, lang: str
) -> None:
    folder = tmp_path / "taught"
    assert koalition("new", folder, "--lang", lang).returncode == 0
    toml = (folder / "season.toml").read_text("utf-8")
    head, rules = toml[: toml.index("# [[rules]]")], toml[toml.index("# [[rules]]") :]
    kept = [line for line in rules.splitlines() if line.startswith("# ") and not line.endswith(":")]
    state(folder, head + "\n".join(line[2:] for line in kept))
    run = koalition("check", folder, "--json")
    document = json.loads(run.stdout)
    assert document["errors"] == []
    assert run.returncode == 0
    told = {warning["column"] for warning in document["warnings"]}
    assert not told & {"available", "languages", "group", "wishes", "passed_over"}


def test_a_missing_proposal_is_said_to_be_missing(koalition: Koalition, own: Path) -> None:
    run = koalition("verify", own, own / "nowhere.json")
    assert run.returncode == 2
    assert "nowhere.json" in run.stderr
    assert "JSON (" not in run.stderr
