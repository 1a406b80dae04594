"""Models that a user names: prefixes, length, fingerprints, and what is said of a wrong one."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from matcher.embedding.described import read_dim, read_prefixes
from matcher.embedding.factory import open_model
from matcher.embedding.port import TextKind
from models.errors import ModelMissing
from models.ports.progress import Silence
from tests.kit.models import WIDTH, rewrite

TEXT = "Hur får fler unga ett arbete?"


def settings_of(folder: Path) -> Path:
    return folder / "config_sentence_transformers.json"


def test_a_static_table_is_as_wide_as_its_weights(table: Path, bert: Path) -> None:
    assert read_dim(table) == read_dim(bert) == WIDTH


def test_what_a_model_asks_for_goes_before_its_texts(
    table: Path, plain: Path, tmp_path: Path
) -> None:
    assert read_prefixes(table) == {TextKind.QUERY: "fråga: ", TextKind.PASSAGE: "svar: "}
    assert read_prefixes(plain) is None
    embedder = open_model(str(table), tmp_path)
    asked, said = (embedder.embed([TEXT], kind, Silence())[0] for kind in TextKind)
    copy = shutil.copytree(table, tmp_path / "copy")
    rewrite(settings_of(copy), prompts={})
    bare = open_model(str(copy), tmp_path)
    by_hand = bare.embed([f"fråga: {TEXT}", f"svar: {TEXT}"], TextKind.QUERY, Silence())
    assert np.allclose([asked, said], by_hand, atol=1e-6)
    assert not np.allclose(asked, said, atol=1e-3)


def test_a_default_prompt_is_not_put_before_a_text_twice(table: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(table, tmp_path / "copy")
    rewrite(settings_of(copy), default_prompt_name="query")
    vectors = [
        open_model(str(folder), tmp_path).embed([TEXT], TextKind.PASSAGE, Silence())
        for folder in (table, copy)
    ]
    assert np.allclose(*vectors, atol=1e-6)


def test_a_name_of_the_e5_family_gets_its_prefixes_and_a_fingerprint_of_its_own(
    plain: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(plain, tmp_path / "my-e5-small")
    own, named = open_model(str(plain), tmp_path), open_model(str(other), tmp_path)
    assert named.prefixes == {TextKind.QUERY: "query: ", TextKind.PASSAGE: "passage: "}
    assert set(own.prefixes.values()) == {""}
    assert named.fingerprint != own.fingerprint


def test_the_length_that_is_read_is_known(plain: Path, bert: Path, tmp_path: Path) -> None:
    assert open_model(str(plain), tmp_path).find_limit(Silence()) is None
    embedder = open_model(str(bert), tmp_path)
    assert embedder.find_limit(Silence()) == 24
    assert embedder.count_tokens(["och " * 40], Silence()) == [40]


@pytest.mark.parametrize("damage", ["weights", "width", "modules"])
def test_a_damaged_model_is_said_to_be_damaged(bert: Path, tmp_path: Path, damage: str) -> None:
    folder = shutil.copytree(bert, tmp_path / "damaged")
    if damage == "weights":
        (folder / "model.safetensors").write_bytes(b"nothing")
    elif damage == "width":
        settings = folder / "1_Pooling" / "config.json"
        key = next(key for key in json.loads(settings.read_text()) if "dimension" in key)
        rewrite(settings, **{key: 7})
    else:
        (folder / "modules.json").write_text('[{"idx": 0}]')
    with pytest.raises(ModelMissing) as caught:
        open_model(str(folder), tmp_path).embed([TEXT], TextKind.QUERY, Silence())
    assert caught.value.code == "model_unreadable"
    assert "damaged" in caught.value.text.sv


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    with pytest.raises(ModelMissing) as caught:
        open_model(str(tmp_path / "notes"), tmp_path)
    assert caught.value.code == "model_no_folder"
    assert str(tmp_path / "notes") in caught.value.text.en
