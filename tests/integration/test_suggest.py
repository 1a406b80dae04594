"""`koalition suggest` as people use it: one actor or all, filters, and clear refusals."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.bootstrap import Installation
from matcher.core.fits import CLOSE
from matcher.embedding.reading import read_partners, read_words
from matcher.suggest.reasons import DOUBT
from models.ports.progress import Silence
from tests.integration.conftest import Run
from tests.kit.remembering import open_remembered

Koalition = Callable[..., Run]
ACTOR = "framtidsverket"


def ask(koalition: Koalition, season: Path, *asked: str) -> list[dict[str, object]]:
    run = koalition("suggest", season, "--actor", ACTOR, "--json", *asked)
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def test_everybody_at_once_is_what_each_gets(koalition: Koalition, season: Path) -> None:
    run = koalition("suggest", season, "--all", "-k", "3", "--json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert list(found) == sorted(found)
    assert found[ACTOR] == ask(koalition, season, "-k", "3")
    assert list(found[ACTOR][0]) == [
        *("actor_id", "name", "score", "sector", "place", "distance_km", "known", "reasons")
    ]
    said = koalition("suggest", season, "--all", "-k", "3", "--lang", "sv").stdout
    assert said.count("Ni känner inte varandra än.") == sum(map(len, found.values()))


def test_the_batch_of_a_season_has_the_same(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    run = koalition("season", "run", season, "--out", tmp_path)
    assert run.returncode == 0, run.stderr
    written = json.loads((tmp_path / "suggestions.json").read_text("utf-8"))
    assert written == json.loads(koalition("suggest", season, "--all", "--json").stdout)


def test_what_is_told_as_meeting_a_need_complementarity_tells_too(
    demo: Path, cache_dir: Path
) -> None:
    season = Installation().open_season(demo).season
    embedder = open_remembered(cache_dir)
    fits = read_words(season, embedder, Silence()).fits.offers
    partners = read_partners(season, embedder, Silence())
    assert fits is not None
    met = 0
    for a, actor in enumerate(season.actors):
        if actor.seeks:
            told = partners.offers_for(a) >= CLOSE + DOUBT
            told[a] = False
            met += int(told.sum())
            assert (fits.table[a][told] >= CLOSE).all()
    assert met > 300


def test_filters_and_taste(koalition: Koalition, season: Path) -> None:
    everybody = ask(koalition, season, "-k", "0")
    assert {p["sector"] for p in everybody} > {"academia"}
    academia = ask(koalition, season, "-k", "0", "--sector", "academia")
    assert academia == [p for p in everybody if p["sector"] == "academia"]
    assert academia == ask(koalition, season, "-k", "0", "--sector", "Universitet")
    swedish = ask(koalition, season, "-k", "0", "--language", "sv")
    assert swedish == ask(koalition, season, "-k", "0", "--language", "Svenska") != []
    near = ask(koalition, season, "-k", "0", "--prefer", "near")
    assert {p["actor_id"] for p in near} == {p["actor_id"] for p in everybody}
    assert all("distance" in [r["criterion"] for r in p["reasons"]] for p in near)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "--actor ID or --all"),
        (("--actor", ACTOR, "--all"), "--actor ID or --all"),
        (("--actor", ACTOR, "-k", "-1"), "-k"),
        (("--actor", ACTOR, "--within-km", "-5"), "above 0"),
        (("--actor", ACTOR, "--sector", "moon"), "moon"),
        (("--actor", ACTOR, "--prefer", "warm"), "warm"),
        (("--actor", ACTOR, "--language", ""), "cs, cy, da, de"),
        (("--actor", ACTOR, "--language", "klingon"), "“klingon” is not known"),
    ],
)
def test_nonsense_is_refused(
    koalition: Koalition, season: Path, asked: tuple[str, ...], said: str
) -> None:
    run = koalition("suggest", season, *asked)
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr
