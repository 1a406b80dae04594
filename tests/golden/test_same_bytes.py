"""The same season in other clothes gives the same season and the same proposal, byte by byte."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from api.use_cases.prepare_run import RunOrder
from api.use_cases.propose import PROPOSE
from api.use_cases.use_case import perform
from data.files.documents import write_document
from data.files.reading import SeasonFile, read_season
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.criteria.registry import CRITERIA
from matcher.embedding.reading import Reading
from models.actors import Actor
from models.seasons import Season
from tests.kit.seasons import give_reading
from tests.kit.words import call_with
from tests.kit.workbooks import make_workbook

ROOT = Path(__file__).parents[2]
Rows = list[list[str]]

# Cells stand between bars, and ¶ is a line break in a cell.

ACTORS_EN = """\
id|name|sector|place|lat|lon|description|languages|wishes|capacity|passed_over|visible|email|staff
a-malmo|Åkerbo|public|Malmö|||Parks, yes; paths|sv;en||2|0|yes|anna@example.org|12
b-lund|Björk AB|private|Lund|||Machines that¶save water|sv|c1;c2|1|1|yes||3
c-lund|Äppelrot|civil_society|Lund|||Youth in "the field"|||1|0|no|bo@example.org|
d-point|Örlab|academia||55.72|13.2|Research on heat|en|c1|2|3|yes||40
e-sthlm|Verket|public|Stockholm|||Statistics of loneliness|sv||1|0|yes||
f-gbg|Västkust AB|private|Göteborg|||Boats and buoys||c2|1|0|yes||
g-umea|Norrsken|civil_society|Umeå|||Choirs for the elderly|sv;en||2|0|yes||7
h-upps|Institutet|academia|Uppsala|||Studies of trust|||1|0|yes||
i-hbg|Sundet|public|Helsingborg|||Ferries and schools||c1|1|2|yes||
j-lund|Lövsprång|private|Lund|||Food from leaves|||1|0|yes||
k-malmo|Kulturhuset Å|civil_society|Malmö|||Stages for the young|||1|0|yes||
l-malmo|Högskolan|academia|Malmö|||Teaching of teachers|sv|c2;c1|0|0|yes||
"""
ACTORS_SV = """\
ID|Organisation|SEKTOR|Ort|Latitud|Longitud|Beskrivning|Språk|Önskemål|Kapacitet|Förbigången|Synlig|E-post|Staff
a-malmo|Åkerbo|kommun|Malmö stad|||Parks, yes; paths|svenska; engelska||2,0||ja|anna@example.org|12
b-lund|Björk AB|Företag|Lunds kommun|||Machines that¶save water|SV|c1; c2|1|1|||3
c-lund|Äppelrot|idéburen|lund|||Youth in "the field"||||0|nej|bo@example.org|
d-point|Örlab|lärosäte||55,72|13,20|Research on heat|English|c1|2|3|Ja||40
e-sthlm|Verket|myndighet|STOCKHOLM|||Statistics of loneliness|sv||1||ja||
f-gbg|Västkust AB|näringsliv|Göteborgs kommun|||Boats and buoys||c2|||||
g-umea|Norrsken|förening|Umeå kommun|||Choirs for the elderly|sv;en||2||||7
h-upps|Institutet|universitet|Uppsala|||Studies of trust|||1||||
i-hbg|Sundet|offentlig|Helsingborgs stad|||Ferries and schools||c1;||2|||
j-lund|Lövsprång|privat|Lund|||Food from leaves|||||||
k-malmo|Kulturhuset Å|ideell|Malmö kommun|||Stages for the young|||||||
l-malmo|Högskolan|akademi|Malmö|||Teaching of teachers|sv|c2;c1|0||||
"""
CHALLENGES_EN = """\
id|title|description|scope|place|radius_km|min_size|max_size|size|coalitions|facets
c1|Vem är ensam?|All over the country|national|||4|5||1|young;old
c2|Vad äter vi?||regional|Lund|60.5|3|4|3|1|
"""
CHALLENGES_SV = """\
id|Titel|Beskrivning|Omfattning|Ort|Radie_km|Minsta_storlek|Största_storlek|Storlek|Koalitioner|Delfrågor
c1|Vem är ensam?|All over the country|nationell|||4|5|||young; old
c2|Vad äter vi?||regionalt|Lunds kommun|60,5|3|4|3|1|
"""
TIES_EN = """\
actor_a|actor_b|kind|since
a-malmo|k-malmo|know|2021
b-lund|d-point|collaborate|
e-sthlm|h-upps|met_in_coalition|2024
"""
TIES_SV = """\
Aktör_A|Aktör_B|Slag|Sedan
Kulturhuset Å|Åkerbo|känner|2021
d-point|Björk AB|samarbetar|
Institutet|e-sthlm|möttes i koalition|2024
"""
TOML_EN = """\
name = "Våren"
year = 2026
seed = 3
effort = "quick"
balance = 0.5
[weights]
novelty = 0.75
relevance = 1
[[rules]]
kind = "sector_floor"
sector = "academia"
min = 1
[[rules]]
kind = "pin"
challenge = "c2"
actor = "k-malmo"
[[rules]]
kind = "apart"
actors = ["a-malmo", "e-sthlm"]
strength = 0.5
[[rules]]
kind = "county_ceiling"
county = "Skåne"
max = 2
strength = 1
"""
TOML_SV = """\
# Säsongens inställningar
effort = "quick"
balance = 0.50
seed = 3
year = 2026
name = "Våren"

[[rules]]
min = 1
strength = "hard"
sector = "lärosäte"
kind = "sector_floor"

[[rules]]
kind = "pin"
actor = "Kulturhuset Å"
challenge = "c2"

[[rules]]
actors = ["Verket", "Åkerbo"]
strength = 0.50
kind = "apart"

[[rules]]
max = 2
strength = 1.0
county = "skåne län"
kind = "county_ceiling"

[weights]
relevance = 1.0
novelty = 0.75
"""


def rows_of(table: str) -> Rows:
    return [line.replace("¶", "\n").split("|") for line in table.splitlines()]


def shuffled(rows: Rows, seed: int) -> Rows:
    """Shuffle all rows but the header."""
    return [rows[0], *Random(seed).sample(rows[1:], len(rows) - 1)]


def to_csv(rows: Rows, delimiter: str, newline: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return out.getvalue()


def write_english(folder: Path) -> Path:
    folder.mkdir()
    for name, table in (
        ("actors.csv", ACTORS_EN),
        ("challenges.csv", CHALLENGES_EN),
        ("ties.csv", TIES_EN),
    ):
        (folder / name).write_bytes(to_csv(rows_of(table), ",", "\n").encode())
    (folder / "season.toml").write_bytes(TOML_EN.encode())
    return folder


def write_swedish(folder: Path, seed: int, delimiter: str = ";") -> Path:
    folder.mkdir()
    for name, rows in (
        ("actors.csv", shuffled(rows_of(ACTORS_SV), seed)),
        ("challenges.csv", rows_of(CHALLENGES_SV)),
        ("ties.csv", shuffled(rows_of(TIES_SV), seed)),
    ):
        (folder / name).write_bytes(to_csv(rows, delimiter, "\r\n").encode("utf-8-sig"))
    (folder / "season.toml").write_bytes(TOML_SV.encode())
    return folder


def write_workbooks(folder: Path, seed: int) -> Path:
    """Write the Swedish tables as workbooks, their numbers as numbers, with hidden sheets."""
    folder.mkdir()
    for name, sheet, rows in (
        ("actors.xlsx", "Aktörer", shuffled(rows_of(ACTORS_SV), seed)),
        ("challenges.xlsx", "Blad1", rows_of(CHALLENGES_SV)),
        ("ties.xlsx", "Blad1", shuffled(rows_of(TIES_SV), seed)),
    ):
        typed = [[to_number(cell) for cell in row] for row in rows]
        content = make_workbook({"Kladd": [["x"]], sheet: typed}, hide_scratch)
        (folder / name).write_bytes(content)
    (folder / "season.toml").write_bytes(TOML_SV.encode())
    return folder


def to_number(cell: str) -> str | float:
    """Give a number as a spreadsheet would hold it."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell


def hide_scratch(_: Workbook, sheets: dict[str, Worksheet]) -> None:
    first, other = sheets
    sheets[other].activate()
    sheets[other].set_first_sheet()
    sheets[first].hide()


def read(folder: Path) -> SeasonFile:
    return read_season(folder, check_rule=check_rule, criteria=CRITERIA)


def read_by_hand(season: Season) -> Reading:
    """Give fits that hang on nothing but the words."""

    def fit(actor: Actor, question: str) -> float:
        words = "\n".join((actor.description, actor.offers, actor.seeks))
        return round(crc32(f"{words}|{question}".encode()) / 2**32, 6)

    actors, challenges = season.actors, season.challenges
    facets = {c.id: [[fit(a, facet) for facet in c.facets] for a in actors] for c in challenges}
    return give_reading(
        Fits(
            np.array([[fit(a, c.question) for c in challenges] for a in actors]),
            {key: np.array(rows) for key, rows in facets.items() if rows[0]},
        )
    )


def proposal_bytes(folder: Path) -> bytes:
    """Read a season, propose, and write the proposal beside it."""
    season = read(folder).season
    options = RunOrder(is_reproducible=True)
    proposal = perform(PROPOSE, call_with(season, read_by_hand(season)), options)
    path = folder / "out" / "proposal.json"
    write_document(path, proposal.to_document())
    return path.read_bytes()


@pytest.mark.parametrize(("seed", "delimiter"), [(1, ";"), (2, ";"), (3, "\t")])
def test_season_in_other_clothes(tmp_path: Path, seed: int, delimiter: str) -> None:
    english = read(write_english(tmp_path / "english"))
    swedish = read(write_swedish(tmp_path / "svenska", seed, delimiter))
    assert len(english.season.actors) == 12
    assert swedish.season == english.season
    odd = [[(w.file, w.column, w.code) for w in found.warnings] for found in (english, swedish)]
    assert odd[0] == odd[1]


def test_proposal_of_a_season_in_other_clothes(tmp_path: Path) -> None:
    english = proposal_bytes(write_english(tmp_path / "english"))
    assert b'"created_at"' not in english
    assert b'"seconds"' not in english
    assert b"@example.org" not in english
    assert "Kulturhuset Å".encode() in english
    for seed in (1, 2):
        assert proposal_bytes(write_swedish(tmp_path / f"svenska-{seed}", seed)) == english
        assert proposal_bytes(write_workbooks(tmp_path / f"arbetsbok-{seed}", seed)) == english


def test_proposal_of_a_season_with_another_word(tmp_path: Path) -> None:
    english = proposal_bytes(write_english(tmp_path / "english"))
    other = write_english(tmp_path / "other")
    table = (other / "actors.csv").read_text(encoding="utf-8")
    (other / "actors.csv").write_text(table.replace("buoys", "beacons"), encoding="utf-8")
    assert proposal_bytes(other) != english


def test_proposal_under_another_hash_seed(tmp_path: Path) -> None:
    expected = proposal_bytes(write_english(tmp_path / "english"))
    call = "from tests.golden.test_same_bytes import proposal_bytes as run; run(Path(sys.argv[1]))"
    for seed in ("1", "2"):
        folder = write_swedish(tmp_path / f"seed-{seed}", int(seed))
        subprocess.run(
            [sys.executable, "-c", f"import sys; from pathlib import Path; {call}", str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        assert (folder / "out" / "proposal.json").read_bytes() == expected
