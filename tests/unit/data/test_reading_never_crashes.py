import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.columns import ACTORS, CHALLENGES, TIES
from data.files.members import read_members
from data.files.reading import FILES, read_season
from data.files.settings import KEYS
from models.errors import InputError
from models.seasons import CONTRACT_CRITERIA
from tests.kit.rules import accept_any

ROUNDS = settings(max_examples=60, deadline=None)
SOUND = {
    "actors.csv": b"id,name,sector,place,description\na1,Alfa,public,Lund,W\n",
    "challenges.csv": b"id,title\nc1,T\n",
}
CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["", "Malmö", "public", "1", "-1", "1e9", "nan", "9" * 40, "55,6", "13.0", "NO", "regional"]
    ),
)


def read_anyhow(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {**SOUND, **files}.items():
            (Path(folder) / name).write_bytes(content)
        with suppress(InputError):
            found = read_season(Path(folder), check_rule=accept_any, criteria=CONTRACT_CRITERIA)
            with suppress(InputError):
                read_members(Path(folder) / "actors.csv", found.season)


def tables(columns):
    width = len(columns)
    rows = st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=3)
    return rows.map(lambda body: to_csv([[c.name for c in columns], *body]))


def to_csv(rows) -> bytes:
    quoted = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\n".join(quoted).encode()


@ROUNDS
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(name, content):
    read_anyhow({name: content})


@ROUNDS
@given(st.sampled_from(FILES), st.text(alphabet='ab,;\t\n\r"=[]{}1.#\u2028å', max_size=60))
def test_any_text_is_read_or_refused(name, content):
    read_anyhow({name: content.encode()})


@ROUNDS
@given(tables(ACTORS), tables(CHALLENGES), tables(TIES))
def test_any_cells_are_read_or_refused(actors, challenges, ties):
    read_anyhow({"actors.csv": actors, "challenges.csv": challenges, "ties.csv": ties})


VALUES = st.sampled_from(
    [
        *("1", "-1", "nan", "inf", "true", "[]", "{}", "[1]", "[[1]]", "{a = 1}", '""'),
        *('"hard"', '"a1"', '["Alfa", "x"]', "1e400", "1979-05-27", "9" * 400),
    ]
)
LINES = st.tuples(
    st.sampled_from(
        [*KEYS, "kind", "actor", "actors", "sector", "county", "attribute", "strength"]
    ),
    VALUES,
)


@ROUNDS
@given(
    st.lists(LINES, unique_by=lambda line: line[0], max_size=6), st.sampled_from(["", "[[rules]]"])
)
def test_any_setting_is_read_or_refused(lines, header):
    text = "\n".join([header, *(f"{key} = {value}" for key, value in lines)])
    read_anyhow({"season.toml": text.encode()})
