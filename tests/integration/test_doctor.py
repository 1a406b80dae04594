"""`koalition doctor` as a user runs it: quick, without torch or network, and clear."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.embedding.trial import read_cases
from tests.integration.conftest import Run
from tests.integration.test_words import NO_NETWORK, READERS_WATCHED
from tests.kit.models import make_table

Koalition = Callable[..., Run]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    topics = [list(case.profile.values()) for case in read_cases()]
    return make_table(tmp_path_factory.mktemp("models") / "tiny", topics)


@pytest.mark.parametrize(("lang", "said"), [("sv", "Installationen är hel."), ("en", "sound")])
def test_the_state_is_told_without_torch(koalition: Koalition, lang: str, said: str) -> None:
    run = koalition("doctor", "--lang", lang, program=READERS_WATCHED)
    assert run.returncode == 0, run.stdout
    assert said in run.stdout.splitlines()[-1]
    assert run.stderr == "readers: []\n"


def test_a_chosen_model_is_not_fetched_unasked(koalition: Koalition, tmp_path: Path) -> None:
    chosen = {"KOALITION_EMBEDDING_MODEL": "nobody/has-this-model", "HF_HOME": str(tmp_path)}
    run = koalition("doctor", program=NO_NETWORK, **chosen)
    assert run.returncode == 0, run.stderr
    assert "koalition doctor --model nobody/has-this-model" in run.stdout
    assert "the language model is not ready" in run.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", ["nobody/has-this-model", "/nowhere/at/all", "not a / name"])
def test_a_chosen_model_that_cannot_be_had_is_broken(koalition: Koalition, name: str) -> None:
    run = koalition("doctor", KOALITION_EMBEDDING_MODEL=name, HF_HUB_OFFLINE="1")
    assert run.returncode == 1
    assert f"broken  The chosen model {name} is not on this computer and can't be" in run.stdout
    assert "sound" not in run.stdout


def test_what_is_broken_is_said_with_its_mend(koalition: Koalition, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    place = {"KOALITION_CACHE_DIR": str(tmp_path / "file")}
    run = koalition("doctor", "--lang", "sv", **place)
    assert run.returncode == 1
    assert "trasigt Cachen" in run.stdout
    assert "→ ge dig rätt att skriva där" in run.stdout
    document = json.loads(koalition("doctor", "--json", **place).stdout)
    assert document["is_sound"] is False
    faults = [f for f in document["findings"] if f["state"] == "broken"]
    assert {fault["key"] for fault in faults} >= {"cache"}
    assert all(fault["mend"]["sv"] and fault["mend"]["en"] for fault in faults)


def test_a_model_on_trial_is_set_beside_the_bundled_one(koalition: Koalition, tiny: Path) -> None:
    run = koalition("doctor", "--model", tiny, "--lang", "sv", program=NO_NETWORK)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("tiny: 64 tal i varje vektor\n")
    assert "får inga" in run.stdout
    assert "medföljande" in run.stdout
    document = json.loads(koalition("doctor", "--model", tiny, "--json").stdout)
    assert document.keys() == {"trial", "bundled"}
    assert document["trial"].keys() == document["bundled"].keys()
    assert document["trial"]["model"] == "tiny"
    assert document["bundled"]["model"] != "tiny"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobody/has-this-model", "could not be fetched"),
        ("not a / name", "could not be fetched"),
        ("{empty}", "is no sentence-transformers model"),
    ],
)
def test_a_model_that_is_none_is_said_to_be_none(
    koalition: Koalition, tmp_path: Path, name: str, said: str
) -> None:
    name = name.format(empty=tmp_path)
    run = koalition("doctor", "--model", name, HF_HUB_OFFLINE="1")
    assert run.returncode == 1
    assert run.stdout == ""
    assert said in run.stderr
    assert name in run.stderr
    assert "Traceback" not in run.stderr
