"""`koalition import`, `export` and `db`, on either database."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.bootstrap import Installation
from api.cli.commands import app
from api.settings import InstallationSettings
from data.files.exports import write_export
from data.samples import DEMO
from models.errors import WrongState
from tests.kit.scarce import read as read_rows
from tests.kit.scarce import write as write_rows
from tests.kit.seasons import draw_fits, give_reading
from tests.kit.words import GivenWords

RAGGED = [
    "id|Namn|sektor|ort|lat|lon|land|beskrivning|erbjuder|önskemål|tider|synlig|e-post|kommun|Stab",
    "a|=Summa AB|AB||55.7047|13.191||Vi räknar, ”noga” och länge; på allt som går.|=1+1||tors 9"
    "|nej|a@example.org||12",
    "b|Föreningen B|förening|Hela landet||||Vi finns där någon behöver oss, och lite till.||q||"
    "|b@example.org||",
    "c|Gemeinde C|kommun|Berlin|||Tyskland|Wir arbeiten mit jungen Menschen in der Stadt.|||||||7",
    "d|Skolan D|folkhögskola|Björkvik||||Kurser för alla som vill lära något.|-|||||Katrineholm|",
]


class Commands:
    """Commands of an installation with a database of its own."""

    def __init__(self, url: str, place: Path) -> None:
        settings = InstallationSettings(database_url=url, cache_dir=place / "cache")
        self.installation = Installation(settings)

    def __call__(self, *arguments: object) -> Result:
        given = [str(each) for each in arguments]
        return CliRunner().invoke(app, given, obj=self.installation)


@pytest.fixture
def koalition(url: str, tmp_path: Path) -> Commands:
    return Commands(url, tmp_path)


@pytest.fixture
def ragged(tmp_path: Path) -> Path:
    """A season with everything that is awkward to write out."""
    folder = tmp_path / "ragged"
    folder.mkdir()
    with (folder / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(row.split("|") for row in RAGGED)
    (folder / "challenges.csv").write_text(
        "id,title,scope,place,radius_km,min_size,max_size,facets\n"
        'q,"Vem, egentligen?",regional,Lund,80.5,2,3,"unga, äldre;vården"\n'
        "w,Vatten,,,,2,4,\n",
        "utf-8",
    )
    (folder / "ties.csv").write_text("actor_a,actor_b,kind,since\nb,a,,2019\nc,d,samarbetar,\n")
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "season.toml").write_text(
        '# Vår egen\nname = "Våren"\n[organiser]\nname = "Kim"\nlogo = "logo.svg"\n'
        '[weights]\nnovelty = 0.75\n[[rules]]\nkind = "together"\nactors = ["a", "b"]\n'
        'strength = 2.5  # gärna\n[[rules]]\nkind = "sector_floor"\nsector = "academia"\nmin = 0\n',
        "utf-8",
    )
    return folder


def test_folder_to_database_to_folder(koalition: Commands, ragged: Path, tmp_path: Path) -> None:
    taken = koalition("import", ragged)
    assert taken.exit_code == 0, taken.output
    out = tmp_path / "out" / "again"
    result = koalition("export", "varen", out, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["files"] == [
        *("actors.xlsx", "challenges.csv", "ties.csv", "season.toml", "logo.svg")
    ]
    before, after = (koalition.installation.open_season(each) for each in (ragged, out))
    assert (after.season, after.people, after.host) == (before.season, before.people, before.host)
    assert "# gärna" in (out / "season.toml").read_text("utf-8")
    assert koalition("import", out, "--as", "varen").stdout.endswith(
        "the database has just this already (version 1).\n"
    )


def test_a_season_keeps_the_name_of_its_folder(koalition: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "hösten 27"
    shutil.copytree(DEMO, folder)
    settings = folder / "season.toml"
    text = settings.read_text("utf-8")
    settings.write_text("".join(text.splitlines(keepends=True)[1:]), "utf-8")
    assert not text.splitlines()[1].startswith("name") and text.startswith("name")
    assert koalition("import", folder).exit_code == 0
    assert koalition("export", "hosten-27", tmp_path / "elsewhere").exit_code == 0
    assert koalition.installation.open_season(tmp_path / "elsewhere").season.name == "hösten 27"


def test_an_import_says_what_it_changes(koalition: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "season"
    shutil.copytree(DEMO, folder)
    first = koalition("import", folder, "--as", "s", "--json")
    assert json.loads(first.stdout)["actors"] == {
        "added": 120,
        "changed": 0,
        "removed": 0,
        "same": 0,
    }
    rows = read_rows(folder / "actors.csv")
    gone = rows.pop()["name"]
    rows[0]["description"] += " Mer."
    rows.append({**rows[1], "name": "Nykomlingen", "description": "Något helt annat."})
    write_rows(folder / "actors.csv", rows)
    ties = read_rows(folder / "ties.csv")
    kept = [tie for tie in ties if gone not in (tie["actor_a"], tie["actor_b"])]
    write_rows(folder / "ties.csv", kept)
    preview = koalition("import", folder, "--as", "s", "--preview", "--lang", "sv")
    assert preview.exit_code == 0, preview.output
    done = json.loads(koalition("import", folder, "--as", "s", "--json").stdout)
    assert done["actors"] == {"added": 1, "changed": 1, "removed": 1, "same": 118}
    assert done["ties"]["removed"] == len(ties) - len(kept) > 0
    assert done["version"] == 2
    assert "Aktörer: 1 nya, 1 ändrade, 1 borttagna, 118 som förut" in preview.stdout
    assert "Inget togs in" in preview.stdout


def test_faults_leave_the_database_as_it_was(koalition: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "season"
    shutil.copytree(DEMO, folder)
    assert koalition("import", folder, "--as", "s").exit_code == 0
    (folder / "actors.csv").write_text("name,sector\nA,\n", "utf-8")
    assert koalition("import", folder, "--as", "s").exit_code == 2
    with koalition.installation.keep() as store:
        assert store.seasons.get("s").version == 1


@pytest.mark.parametrize("slug", ["Å", "a b", "-a", "a--b", "../x", "x" * 81])
def test_a_slug_is_plain(koalition: Commands, slug: str) -> None:
    result = koalition("import", DEMO, "--as", slug)
    assert result.exit_code == 2
    assert "can't be what a season is called" in result.stderr


def test_a_folder_with_files_is_not_written_into(koalition: Commands, tmp_path: Path) -> None:
    koalition("import", DEMO, "--as", "s")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    assert koalition("export", "s", tmp_path / "full").exit_code == 2
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_files_that_read_otherwise_are_not_written(koalition: Commands, tmp_path: Path) -> None:
    content = koalition.installation
    read = content.open_season(DEMO)
    koalition("import", DEMO, "--as", "s")
    with koalition.installation.keep() as store:
        kept = store.seasons.get("s").content
    other = kept.evolve(season=kept.season.evolve(seed=kept.season.seed + 1))
    with pytest.raises(WrongState, match="seed"):
        write_export(tmp_path / "out", other, lambda folder: read)
    assert not (tmp_path / "out").exists()


def test_an_unknown_season_names_the_known(koalition: Commands, tmp_path: Path) -> None:
    koalition("import", DEMO, "--as", "host-26")
    result = koalition("export", "host-62", tmp_path / "out", "--lang", "sv")
    assert result.exit_code == 2
    assert "host-26" in result.stderr


def test_tables_are_checked_and_brought_up_to_date(koalition: Commands) -> None:
    assert koalition("db", "check").exit_code == 2
    assert koalition("db", "upgrade").exit_code == 0
    assert "up to date (0008)" in koalition("db", "check").stdout


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    koalition = Commands("postgresql://nobody@127.0.0.1:1/none", tmp_path)
    result = koalition("import", DEMO, "--as", "s")
    assert result.exit_code == 1
    assert "The database does not answer" in result.stderr
    assert "Traceback" not in result.output


def test_a_season_of_the_database_in_the_place_of_its_folder(
    koalition: Commands, ragged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    season = koalition.installation.open_season(ragged).season
    koalition.installation.words = GivenWords(lambda progress: give_reading(draw_fits(season, 1)))
    assert koalition("import", ragged, "--as", "s").exit_code == 0
    monkeypatch.chdir(tmp_path)
    own = koalition("propose", ragged, "--reproducible", "--json")
    kept = koalition("propose", "--reproducible", "--season", "s", "--json")
    assert own.exit_code == kept.exit_code, kept.output
    assert kept.stdout == own.stdout
    path = tmp_path / "s" / "out" / "proposal.json"
    assert path.read_bytes() == (ragged / "out" / "proposal.json").read_bytes()
    assert koalition("verify", path, "--season=s").exit_code == 0
    assert koalition("close", path, "--season", "s", "--out", tmp_path / "next").exit_code == 0
    assert koalition.installation.open_season(tmp_path / "next").season.name == "Våren"


def test_check_of_a_season_of_the_database(koalition: Commands) -> None:
    koalition("import", DEMO, "--as", "s")
    own, kept = koalition("check", DEMO, "--json"), koalition("check", "--json", "--season", "s")
    assert kept.exit_code == own.exit_code == 0
    assert json.loads(kept.stdout)["pool"] == json.loads(own.stdout)["pool"]


def test_a_kept_season_speaks_its_language(koalition: Commands, tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "season")
    settings = tmp_path / "season" / "season.toml"
    settings.write_text('lang = "sv"\n' + settings.read_text("utf-8"), "utf-8")
    koalition("import", tmp_path / "season", "--as", "s")
    assert "Inga fel" in koalition("check", "--season", "s").stdout


def test_what_changes_a_folders_files_needs_the_folder(koalition: Commands) -> None:
    koalition("import", DEMO, "--as", "s")
    result = koalition("check", "--learn", "--season", "s")
    assert result.exit_code == 2
    assert "koalition export s FOLDER" in result.stderr


def test_one_season_at_a_time(koalition: Commands) -> None:
    assert koalition("check", "--season", "a", "--season", "b").exit_code == 2
    assert koalition("check", DEMO, "--season", "a").exit_code == 2


@pytest.mark.parametrize("name", ["new", "import"])
def test_no_season_of_the_database_where_a_folder_is_meant(koalition: Commands, name: str) -> None:
    assert koalition(name, "--season", "s").exit_code == 2
