import csv
import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data.files.next_season import write_next_season
from data.files.reading import read_season
from models.errors import InputError
from models.seasons import CONTRACT_CRITERIA
from models.ties import Tie, TieKind
from tests.kit.rules import accept_any
from tests.kit.workbooks import make_ods, make_workbook, to_csv

HEADER = ["namn", "sektor", "ort", "beskrivning", "Antal anställda", "e-post", "synlig"]
ROWS = [
    HEADER,
    ["Öns ; förening", "förening", "Malmö", 'Vi säger "hej"\noch hejdå', "12", "a@b.se", "nej"],
    ["Beta", "akademi", "Lund", "Ord, och mer ord", "", "", ""],
    ["Gamma", "privat", "Lund", "=SUMMA(A1)", "3", "c@d.se", "ja"],
]
IDS = ("beta", "gamma", "ons-forening")
TIES = [["aktör_a", "aktör_b", "slag", "not"], ["Beta", "Gamma", "känner", "ja; visst"]]
NEW = (
    Tie(actor_a="beta", actor_b="gamma", kind=TieKind.COLLABORATE, since=2026),
    Tie(actor_a="beta", actor_b="ons-forening", kind=TieKind.MET_IN_COALITION, since=2026),
)
TOML = 'name = "Hösten"\r\nyear = 2026\n# min anmärkning\n'


def read(folder):
    return read_file(folder).season


def read_file(folder):
    return read_season(folder, check_rule=accept_any, criteria=CONTRACT_CRITERIA)


def rows_of(path, delimiter):
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=delimiter))


def expected(season, passed_over, ties):
    """The same season but for the counts and the ties."""
    actors = tuple(actor.evolve(passed_over=passed_over[actor.id]) for actor in season.actors)
    return season.evolve(actors=actors, ties=tuple(ties))


@pytest.fixture
def folder(write):
    files = {
        "actors.csv": to_csv(ROWS, ";", "\r\n"),
        "ties.csv": to_csv(TIES, "\t"),
        "season.toml": TOML,
    }
    return write(files)


def test_only_counts_and_ties_change(folder, tmp_path):
    season, counts = read(folder), dict(zip(IDS, (2, 0, 1), strict=True))
    paths = write_next_season(folder, tmp_path / "next", counts, NEW)
    assert [path.name for path in paths] == [
        "actors.csv", "challenges.csv", "season.toml", "ties.csv"
    ]  # fmt: skip
    assert read(tmp_path / "next") == expected(season, counts, NEW)
    assert read_file(tmp_path / "next").people == read_file(folder).people


def test_the_files_keep_their_form(folder, tmp_path):
    out = tmp_path / "next"
    write_next_season(folder, out, dict(zip(IDS, (2, 0, 0), strict=True)), NEW)
    assert rows_of(out / "actors.csv", ";") == [
        [*ROWS[0], "förbigången"],
        [*ROWS[1], ""],
        [*ROWS[2], "2"],
        [*ROWS[3], ""],
    ]
    assert rows_of(out / "ties.csv", "\t") == [
        [*TIES[0], "sedan"],
        ["Beta", "Gamma", "collaborate", "ja; visst", "2026"],
        ["Beta", "Öns ; förening", "met_in_coalition", "", "2026"],
    ]
    for name in ("challenges.csv", "season.toml"):
        assert (out / name).read_bytes() == (folder / name).read_bytes()


def test_a_workbook_stays_a_workbook(write, tmp_path):
    rows = [[*row, *cells] for row, cells in zip(ROWS, (["lat"], [55.6], [""], [7]), strict=True)]
    rows[0][-1] = "vikt"
    folder = write(
        {
            "actors.csv": None,
            "actors.xlsx": make_workbook({"Aktörer": rows, "Annat": [["x"]]}),
            "ties.xlsx": make_workbook({"relationer": TIES}),
        }
    )
    season, counts = read(folder), dict.fromkeys(IDS, 4)
    paths = write_next_season(folder, tmp_path / "next", counts, NEW)
    assert [path.name for path in paths] == ["actors.xlsx", "challenges.csv", "ties.xlsx"]
    assert read(tmp_path / "next") == expected(season, counts, NEW).evolve(name="next")


NOON = datetime.datetime(2026, 5, 4, 12, 30)
STORED = [
    [*("id", "namn", "sektor", "ort", "beskrivning", "Antal", "Tal", "Datum"), "Stund", "Klockan"],
    ["a1", "Alfa", "privat", "Lund", "Vi gör nytta här", 12, 0.1, NOON.date(), NOON, NOON.time()],
    ["a2", "Beta", "privat", "Lund", "Vi hjälper till", "12", True, "2026-05-04", "", "=1+1"],
    ["a3", "Cesar", "privat", "Lund", "Vi gör allt möjligt", -0.5, "0012", "", "", ""],
]


@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_numbers_dates_and_truths_stay_what_they_are(write, tmp_path, kind):
    made = make_workbook({"aktörer": STORED}) if kind == ".xlsx" else make_ods({"aktörer": STORED})
    folder = write({"actors.csv": None, f"actors{kind}": made})
    counts = {"a1": 1, "a2": 0, "a3": 0}
    write_next_season(folder, tmp_path / "next", counts, [])
    book = CalamineWorkbook.from_path(str(tmp_path / "next" / "actors.xlsx"))
    header, *rows = book.get_sheet_by_index(0).to_python()
    assert header == [*STORED[0], "förbigången"]
    assert [row[:-1] for row in rows] == STORED[1:]
    assert [type(cell) for cell in rows[0][5:]] == [
        float, float, datetime.date, datetime.datetime, datetime.time, float
    ]  # fmt: skip
    assert [row[-1] for row in rows] == [1, "", ""]


def test_a_number_in_merged_cells_stays_one_in_each_row(write, tmp_path):
    def merge(_, sheets):
        sheets["actors"].merge_range(1, 5, 2, 5, 7)

    rows = [["id", "name", "sector", "place", "description", "floor"]]
    rows += [[f"a{i}", f"N{i}", "public", "Lund", f"Word by word {i}"] for i in range(3)]
    made = make_workbook({"actors": rows}, merge)
    folder = write({"actors.csv": None, "actors.xlsx": made})
    write_next_season(folder, tmp_path / "next", {"a0": 1, "a1": 0, "a2": 0}, [])
    book = CalamineWorkbook.from_path(str(tmp_path / "next" / "actors.xlsx"))
    _, *kept = book.get_sheet_by_index(0).to_python()
    assert [row[5:] for row in kept] == [[7.0, 1.0], [7.0, ""], ["", ""]]


def test_a_pair_that_stands_twice_stands_once(write, tmp_path):
    rows = ["actor_a,actor_b,kind", "a1,a2,know", "a2,Alfa,collaborate", "Summa,,2"]
    folder = write({"ties.csv": "\n".join(rows)})
    met = Tie(actor_a="a1", actor_b="a2", kind=TieKind.MET_IN_COALITION)
    write_next_season(folder, tmp_path / "next", {"a1": 0, "a2": 0}, [met])
    assert rows_of(tmp_path / "next" / "ties.csv", ",") == [
        ["actor_a", "actor_b", "kind"],
        ["a1", "a2", "met_in_coalition"],
    ]


def test_without_ties_there_is_no_file_of_ties(write, tmp_path):
    paths = write_next_season(write(), tmp_path / "next", {"a1": 0, "a2": 0}, [])
    assert [path.name for path in paths] == ["actors.csv", "challenges.csv"]


def test_ties_get_a_file_where_there_was_none(write, tmp_path):
    tie = Tie(actor_a="a1", actor_b="a2", kind=TieKind.MET_IN_COALITION, since=2026)
    write_next_season(write(), tmp_path / "next", {"a1": 0, "a2": 1}, [tie])
    season = read(tmp_path / "next")
    assert season.ties == (tie,)
    assert rows_of(tmp_path / "next" / "ties.csv", ",")[1][:2] == ["a1", "a2"]
    assert [actor.passed_over for actor in season.actors] == [0, 1]


@pytest.mark.parametrize("is_file", [True, False])
def test_nothing_is_overwritten(folder, tmp_path, is_file):
    out = tmp_path / "next"
    if is_file:
        out.write_text("mine")
    else:
        out.mkdir()
        (out / "notes.txt").write_text("mine")
    with pytest.raises(InputError) as caught:
        write_next_season(folder, out, dict.fromkeys(IDS, 0), NEW)
    assert [(f.file, f.code) for f in caught.value.faults] == [("next", "folder_not_empty")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["next", "season"]


def test_an_empty_folder_is_filled(folder, tmp_path):
    (tmp_path / "next").mkdir()
    write_next_season(folder, tmp_path / "next", dict.fromkeys(IDS, 0), NEW)
    assert (tmp_path / "next" / "actors.csv").exists()


words = st.text(
    st.sampled_from("aåäöÅÄÖéß 019 ;,\t\"'\n=+-@|éü€😀"), min_size=1, max_size=12
).filter(lambda text: text.strip())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(words, words, words), min_size=2, max_size=6),
    st.sampled_from([",", ";", "\t", "xlsx"]),
    st.lists(st.integers(0, 9), min_size=6, max_size=6),
    st.data(),
)
def test_any_words_come_back_as_they_were(tmp_path_factory, texts, delimiter, numbers, data):
    folder = tmp_path_factory.mktemp("any") / "season"
    folder.mkdir()
    header = ["id", "name", "sector", "place", "description", "email", "eget; ord"]
    rows = [
        [f"a{i}", f"N{i} {name}", "public", "Lund", f"Our own words: {description}", "x@y.se", own]
        for i, (name, description, own) in enumerate(texts)
    ]
    if delimiter == "xlsx":
        (folder / "actors.xlsx").write_bytes(make_workbook({"actors": [header, *rows]}))
    else:
        (folder / "actors.csv").write_text(to_csv([header, *rows], delimiter), "utf-8", newline="")
    (folder / "challenges.csv").write_text("id,title\nc1,T\n")
    season = read(folder)
    counts = {actor.id: n for actor, n in zip(season.actors, numbers, strict=False)}
    ids = sorted(counts)
    pairs = [(one, other) for i, one in enumerate(ids) for other in ids[i + 1 :]]
    ties = sorted(
        (
            Tie(
                actor_a=one,
                actor_b=other,
                kind=data.draw(st.sampled_from(list(TieKind))),
                since=data.draw(st.sampled_from([None, 2020])),
            )
            for one, other in data.draw(st.sets(st.sampled_from(pairs)))
        ),
        key=lambda tie: (tie.actor_a, tie.actor_b),
    )
    out = folder.with_name("next")
    write_next_season(folder, out, counts, ties)
    again = read(out)
    assert again == expected(season, counts, ties).evolve(name="next")
    people = read_file(out).people
    assert [people.email_of(id_) for id_ in ids] == ["x@y.se"] * len(ids)
    twice = folder.with_name("twice")
    write_next_season(out, twice, counts, ties)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {
        p.name: p.read_bytes() for p in twice.iterdir()
    }
