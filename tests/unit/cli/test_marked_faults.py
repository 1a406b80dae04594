"""`check --faults` marks what is wrong on the user's own table."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from api.cli.commands import app

HEADERS = "Namn,Sektor,Ort,Beskrivning,E-post,capacity\n"
ROWS = (
    "Alfa,kommun,Lund,Vi driver öppna förskolor i hela staden,alfa@example.org,1\n"
    'Beta,kommun,"Umeå, Östersund",Vi lagar möbler ihop,beta@example.org,1\n'
    'Gamma,förening,"Malmö, Lund",Vi spelar teater med unga,gamma@example.org,många\n'
)


@pytest.fixture
def season(tmp_path: Path) -> Path:
    folder = tmp_path / "autumn"
    folder.mkdir()
    (folder / "actors.csv").write_text(HEADERS + ROWS, "utf-8")
    (folder / "challenges.csv").write_text("id,title\nc,How do the young find work?\n", "utf-8")
    return folder


def read(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_cells_at_fault_are_marked_where_they_stand(season: Path, tmp_path: Path) -> None:
    path = tmp_path / "marked.xlsx"
    asked = ["check", str(season), "--faults", str(path), "--lang", "sv"]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 2
    assert f"ligger i {path}" in result.output
    parts = read(path)
    comments = dict(
        re.findall(
            r'<comment ref="([A-Z]+\d+)".*?<t[^>]*>(.*?)</t>', parts["xl/comments1.xml"], re.S
        )
    )
    assert sorted(comments) == ["C3", "C4", "F4"]
    assert "Umeå" in comments["C3"] and "Östersund" in comments["C3"]
    assert "Malmö" in comments["C4"]
    styles = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', parts["xl/worksheets/sheet2.xml"]))
    assert styles["C3"] == styles["F4"] != styles["C4"] != styles["C2"]


def test_no_address_is_written(season: Path, tmp_path: Path) -> None:
    path = tmp_path / "marked.xlsx"
    CliRunner().invoke(app, ["check", str(season), "--faults", str(path)])
    parts = read(path)
    assert "Beta" in parts["xl/sharedStrings.xml"]
    assert not any("@example.org" in part for part in parts.values())


def test_warnings_are_told_beside_faults(season: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(season), "--lang", "sv"])
    assert "Malmö (Skåne) och Lund (Skåne)" in result.output
    assert "Umeå (Västerbotten) och Östersund (Jämtland)" in result.output
