"""`koalition dates` and `koalition agendas` as users run them."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.integration.conftest import Run

Koalition = Callable[..., Run]
PERIOD = ("--from", "2026-10-12", "--weeks", "6")


def test_dates_are_chosen_from_a_proposal(koalition: Koalition, season: Path) -> None:
    asked = ("dates", season, season / "out" / "proposal.json", *PERIOD)
    run = koalition(*asked, "--json", PYTHONHASHSEED="1")
    assert run.returncode == 0, run.stderr
    assert run.stdout == koalition(*asked, "--json", PYTHONHASHSEED="2").stdout
    [found] = json.loads(run.stdout)
    keys = ["coalition", "time_zone", "dates", "possible", "assumed", "missing", "ways_out"]
    assert list(found) == [*keys, "left_out", "warning"]
    assert [each["start"] for each in found["dates"]] == [
        "2026-10-13T09:00:00+02:00",
        "2026-10-20T09:00:00+02:00",
        "2026-10-27T09:00:00+01:00",
        "2026-11-03T09:00:00+01:00",
    ]
    first = found["dates"][0]
    assert first["end"] == "2026-10-13T11:00:00+02:00"
    assert len(first["can_come"]) == 12
    assert [each["can_come"] for each in first["sectors"]] == [3, 3, 3, 3]
    assert found["missing"] == []
    said = koalition(*asked, "--lang", "sv").stdout
    assert "Träff 3: tisdag 2026-10-27 kl. 09.00–11.00. Kan komma: 12 av 16" in said
    assert "offentlig sektor 3/4" in said
    assert "Kan inte: Granby ungdomscenter" in said


def test_what_is_lacking_is_printed_and_is_a_conflict(koalition: Koalition, season: Path) -> None:
    asked = ("dates", season, season / "out" / "proposal.json")
    run = koalition(*asked)
    assert run.returncode == 3
    assert "No dates to choose from" in run.stdout
    assert "Not used: tue 09:00 recurs every week" in run.stdout
    run = koalition(*asked, *PERIOD, "--quorum", "4", "--meetings", "2", "--lang", "sv")
    assert run.returncode == 3
    assert "Obs: Vid varje träff behövs minst 4 från offentlig sektor" in run.stdout
    assert "Ett annat sätt: Med --quorum 3 hålls allt annat." in run.stdout


def test_own_agendas_say_how_long_a_meeting_is(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    run = koalition("agendas", tmp_path / "own", "--lang", "sv")
    assert run.returncode == 0
    assert f"Skrev 1-who-we-are.toml i {tmp_path / 'own'}." in run.stdout
    assert koalition("agendas", tmp_path / "own").returncode == 2
    asked = ("dates", season, season / "out" / "proposal.json", *PERIOD)
    own = ("--agendas", tmp_path / "own", "--json")
    first = tmp_path / "own" / "1-who-we-are.toml"
    words = first.read_text("utf-8")
    first.write_text(words.replace("minutes = 120", "minutes = 115"), "utf-8")
    run = koalition(*asked, *own)
    assert run.returncode == 2
    assert "1-who-we-are.toml:5:minutes [115]" in run.stderr
    assert "add up to 120, 5 too many for 115" in run.stderr
    shorter = words.replace("minutes = 120", "minutes = 115").replace(
        "minutes = 20", "minutes = 15", 1
    )
    first.write_text(shorter, "utf-8")
    [found] = json.loads(koalition(*asked, *own).stdout)
    ends = [each["end"][11:16] for each in found["dates"]]
    assert ends == ["10:55", "11:00", "11:00", "11:00"]


def test_options_and_proposals_that_lead_nowhere(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    proposal = season / "out" / "proposal.json"
    run = koalition("dates", season, proposal, "--coalition", "x")
    assert run.returncode == 2
    assert "There are ungas-vag/1" in run.stderr
    assert koalition("dates", season, proposal, "--from", "2026-13-01").returncode == 2
    assert koalition("dates", season, proposal, "--from", "1980-01-01").returncode == 2
    assert koalition("dates", season, proposal, "--meetings", "1").returncode == 2
    assert koalition("dates", season, tmp_path / "none.json").returncode == 2
    other = tmp_path / "other.json"
    other.write_text(proposal.read_text("utf-8").replace("framtidsverket", "nobody"), "utf-8")
    run = koalition("dates", season, other)
    assert run.returncode == 2
    assert "names nobody, which the season does not have" in run.stderr
