"""`koalition facets` on the demo season: its JSON, its sentences and its exit codes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.integration.conftest import Run

Koalition = Callable[..., Run]
ASKED = ("--challenge", "vatten-och-varme")


def test_the_demo_gets_facets_as_json_and_in_words(koalition: Koalition, demo: Path) -> None:
    run = koalition("facets", demo, *ASKED, "--json")
    assert run.returncode == 0, run.stderr
    [found] = json.loads(run.stdout)
    assert list(found) == ["challenge_id", "near", "facets"]
    assert found["challenge_id"] == "vatten-och-varme"
    labels = [facet["label"] for facet in found["facets"]]
    assert 3 <= len(labels) <= 6
    assert any("skyfall" in label for label in labels)
    assert all(len(re.findall(r"\w{4,}", label)) > 1 for label in labels)
    said = (demo / "actors.csv").read_text("utf-8-sig").casefold()
    assert all(label in said for label in labels)
    for facet in found["facets"]:
        assert list(facet) == ["label", "actors", "coverage", "best", "example"]
        assert len(facet["best"]) == 3
    shown = koalition("facets", demo, *ASKED, "--lang", "sv")
    assert shown.returncode == 0
    assert "har redan delfrågor: dagvatten och skyfall" in shown.stdout
    assert shown.stdout.splitlines()[-1] == ";".join(labels)


def test_as_many_as_are_asked_for(koalition: Koalition, demo: Path) -> None:
    [found] = json.loads(koalition("facets", demo, *ASKED, "--count", "2", "--json").stdout)
    assert len(found["facets"]) == 2


def test_a_small_pool_is_told_so(koalition: Koalition, season: Path) -> None:
    run = koalition("facets", season, "--lang", "en")
    assert run.returncode == 0, run.stderr
    assert "Facets that the words are enough for: 0." in run.stdout
    assert "(relevance of at least 0.5): 8. To draw facets from actors' words takes" in run.stdout
    assert "To edit and paste" not in run.stdout


def test_an_unknown_challenge_is_refused(koalition: Koalition, season: Path) -> None:
    run = koalition("facets", season, "--challenge", "nowhere")
    assert run.returncode == 2
    assert "nowhere" in run.stderr
