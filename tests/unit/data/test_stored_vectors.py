"""Vectors are found again as they were kept, by any process, also in files of older versions."""

import pickle
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from api.cli.app import Lang, command
from api.errors import OTHER, outcome_of
from data.store.vectors import SqliteVectors, list_stored
from matcher.embedding.cache import hash_text
from matcher.embedding.port import TextKind
from models.errors import StoreFailure
from models.ports.progress import Silence
from models.ports.vectors import VectorStore
from models.text import Language
from tests.kit.remembering import remember

KEYS = [sha256(str(i).encode()).digest() for i in range(1203)]
ROWS = {key: key * 2 for key in KEYS}


def open_store(folder: Path) -> VectorStore:
    return SqliteVectors(folder, "f", "a model")


def test_what_was_kept_is_found_and_nothing_else(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.keep_vectors(ROWS)
    store.keep_languages({KEYS[0]: "sv"})
    for again in (store, open_store(tmp_path)):
        assert again.find_vectors([*KEYS, b"unknown"]) == ROWS
        assert again.find_languages(KEYS) == {KEYS[0]: "sv"}
    assert SqliteVectors(tmp_path, "g", "another").find_vectors(KEYS) == {}
    store.keep_vectors({KEYS[0]: b"new"})
    assert store.find_vectors(KEYS[:2]) == {KEYS[0]: b"new", KEYS[1]: ROWS[KEYS[1]]}


def test_looking_makes_no_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "cache")
    assert store.find_vectors(KEYS) == store.find_languages(KEYS) == {}
    store.keep_vectors({})
    assert not (tmp_path / "cache").exists()


def test_a_file_of_an_older_version_is_read(tmp_path: Path) -> None:
    """The form that files have had since there were any."""

    class Unread:
        model, fingerprint, dim = "a model", "f", 3

        def embed(self, *asked: object) -> None:
            raise AssertionError(asked)

    path = tmp_path / "vectors" / "f" / "vectors.sqlite"
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as made:
        for table, column in (("vectors", "vector BLOB"), ("languages", "language TEXT")):
            made.execute(
                f"CREATE TABLE {table} (key BLOB PRIMARY KEY, {column} NOT NULL) WITHOUT ROWID"
            )
        key = sha256("passage:Vi lånar ut båtar.".encode()).digest()
        made.execute("INSERT INTO vectors VALUES (?, ?)", (key, bytes.fromhex("0000803f" * 3)))
        short = hash_text("Kort.", TextKind.PASSAGE)
        made.execute("INSERT INTO vectors VALUES (?, ?)", (short, b"12345"))
    made.close()
    embedder = remember(Unread(), tmp_path)
    (vector,) = embedder.embed(["Vi lånar ut båtar."], TextKind.PASSAGE, Silence())
    assert np.array_equal(vector, [1, 1, 1])
    assert not embedder.knows(["Kort."], TextKind.PASSAGE)
    (listed,) = list_stored(tmp_path)
    assert (listed.model, listed.count) == ("a model", 2)


def test_several_processes_share_a_file(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from data.store.vectors import SqliteVectors\n"
        "store = SqliteVectors(Path(sys.argv[1]), 'f', 'a model')\n"
        "for i in range(20): store.keep_vectors({bytes([int(sys.argv[2]), i]): b'1234'})"
    )
    arguments = ([sys.executable, "-c", program, str(tmp_path), str(n)] for n in range(3))
    for process in [subprocess.Popen(each) for each in arguments]:
        assert process.wait(60) == 0
    keys = [bytes([n, i]) for n in range(3) for i in range(20)]
    assert open_store(tmp_path).find_vectors(keys) == dict.fromkeys(keys, b"1234")


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    open_store(tmp_path).keep_vectors(ROWS)
    (path,) = tmp_path.rglob("vectors.sqlite")
    path.write_bytes(b"not a database" * 1000)
    store = open_store(tmp_path)
    assert store.find_vectors(KEYS) == {}
    store.keep_vectors(ROWS)
    assert store.find_vectors(KEYS) == ROWS


@pytest.fixture
def broken(tmp_path: Path) -> VectorStore:
    """Give a store whose file can't be opened."""
    (tmp_path / "vectors" / "f" / "vectors.sqlite").mkdir(parents=True)
    return open_store(tmp_path)


def test_a_store_out_of_reach_fails_in_our_own_words(broken: VectorStore) -> None:
    for ask in (
        lambda: broken.find_vectors(KEYS),
        lambda: broken.find_languages(KEYS),
        lambda: broken.keep_vectors(ROWS),
        lambda: broken.keep_languages({KEYS[0]: "sv"}),
    ):
        with pytest.raises(StoreFailure) as caught:
            ask()
        error = pickle.loads(pickle.dumps(caught.value))
        assert outcome_of(error).exit_code == OTHER
        assert "unable to open" in error.text.en
        assert "unable to open" in error.text.sv


def test_a_command_names_the_setting_of_a_store_out_of_reach(broken: VectorStore) -> None:
    app = typer.Typer()

    def look(lang: Lang = Language.EN) -> None:
        """Look."""
        broken.find_vectors(KEYS)

    command(look, on=app)
    run = CliRunner().invoke(app, [])
    assert run.exit_code == OTHER
    told = "vectors.sqlite (KOALITION_CACHE_DIR) can't be read or written: unable to open"
    assert told in run.output


FULL = """
import resource, signal, sys
from pathlib import Path
from data.store.vectors import SqliteVectors
from models.errors import StoreFailure
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = SqliteVectors(Path(sys.argv[1]), "f", "m")
store.keep_vectors({bytes(32): b"kept"})
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    store.keep_vectors({bytes([i]) * 32: bytes(1000) for i in range(1, 250)})
except StoreFailure as error:
    print(error.params["path"].name, error.params["reason"])
print(len(store.find_vectors([bytes([i]) * 32 for i in range(250)])))
"""


def test_a_disk_that_fills_up_leaves_the_rows_that_were_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path], capture_output=True, text=True, check=True
    )
    told, count = done.stdout.splitlines()
    assert told.startswith("vectors.sqlite ")
    assert "rollback" not in told
    assert count == "1"


NAMED = """
import resource, signal, sys
from pathlib import Path
from data.store.vectors import SqliteVectors
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3, 3))
try:
    SqliteVectors(Path(sys.argv[1]), "f", "another").keep_vectors({bytes(32): b"kept"})
except OSError as error:
    print(error.filename)
"""


def test_the_model_s_name_is_written_whole(tmp_path: Path) -> None:
    name = tmp_path / "vectors" / "f" / "model.txt"
    name.parent.mkdir(parents=True)
    name.write_text("one")
    done = subprocess.run(
        [sys.executable, "-c", NAMED, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(name)
    assert name.read_text() == "one"
    assert [path.name for path in name.parent.iterdir() if path.suffix != ".lock"] == ["model.txt"]
