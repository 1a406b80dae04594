"""Rows in memory make the season that the same cells in files make, or the same faults."""

import csv
import tomllib
from pathlib import Path

import numpy as np
import pytest

from api.bootstrap import Installation
from api.library import make_season
from data.samples import DEMO
from models.errors import InputError

pytestmark = pytest.mark.filterwarnings("ignore::api.library.InputWarning")
"""The rows here are short; what the library warns of has tests of its own."""

ROW = {"name": "Ängsö", "sector": "förening", "place": "Västerås", "description": "Vi slår."}
OTHER = {"namn": "Ö AB", "sektor": "företag", "ort": "Malmö", "beskrivning": "We build."}
CHALLENGE = {"id": "c", "title": "How?", "min_size": 2, "max_size": 3}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def codes_of(error: InputError) -> list[tuple[str, int | None, str | None, str]]:
    return [(fault.file, fault.row, fault.column, fault.code) for fault in error.faults]


def test_rows_give_the_season_of_the_same_files() -> None:
    settings = tomllib.loads((DEMO / "season.toml").read_text("utf-8"))
    tables = [rows_of(DEMO / f"{name}.csv") for name in ("actors", "challenges", "ties")]
    assert make_season(*tables, settings) == Installation().open_season(DEMO).season


def test_rows_may_speak_either_language_and_lack_columns() -> None:
    season = make_season([ROW, OTHER], [CHALLENGE])
    assert [actor.id for actor in season.actors] == ["angso", "o-ab"]
    assert season.name == "season"


def test_values_of_data_frames_are_read_as_cells() -> None:
    rows = [
        {**ROW, "capacity": np.int64(2), "lat": np.float64(59.5), "lon": 16.5, "visible": False},
        {**OTHER, "capacity": 1.0, "languages": ["sv", "en"], "offers": float("nan"), "sort": None},
    ]
    one, other = make_season(rows, [CHALLENGE]).actors
    assert (one.capacity, one.place.lat, one.visible) == (2, 59.5, False)
    assert (other.capacity, other.languages, other.offers) == (1, ("sv", "en"), "")
    assert dict(other.attributes) == {"sort": ""}


def test_an_address_is_in_no_season() -> None:
    season = make_season([{**ROW, "email": "a@example.org"}, OTHER], [CHALLENGE])
    assert "example.org" not in repr(season) + season.model_dump_json()


def test_faults_come_at_once_with_their_rows_and_in_the_traceback() -> None:
    rows = [ROW, {**OTHER, "sektor": "kiosk"}]
    ties = [{"actor_a": "Ängsö", "actor_b": "Ingen"}]
    rules = [{"kind": "sector_flor", "sector": "public", "min": 1}]
    with pytest.raises(InputError) as caught:
        make_season(rows, [{**CHALLENGE, "min_size": 1}], ties, {"rules": rules})
    found = codes_of(caught.value)
    assert [(file, row) for file, row, _, _ in found] == [
        ("actors", 3),
        ("challenges", 2),
        ("ties", 2),
        ("season", None),
    ]
    assert len(caught.value.__notes__) == 4
    assert "kiosk" in caught.value.__notes__[0]


def test_two_columns_of_one_meaning_in_a_row_are_a_fault() -> None:
    with pytest.raises(InputError) as caught:
        make_season([{**ROW, "ort": "Malmö"}, OTHER], [CHALLENGE])
    assert codes_of(caught.value) == [("actors", 1, "place", "doubled_column")]


@pytest.mark.parametrize("rows", [[], [{}]])
def test_no_rows_are_a_fault(rows: list[dict[str, object]]) -> None:
    with pytest.raises(InputError) as caught:
        make_season(rows, [CHALLENGE])
    assert ("actors", None, None, "empty_file") in codes_of(caught.value)
