"""Settings: secrets are shown nowhere, and production insists on what it needs."""

import ast
import re
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from api.bootstrap import Installation
from api.cli.commands import app
from api.doctor.examine import examine
from api.letters.addresses import Addresses
from api.settings import DEFAULT_SECRET, Environment, InstallationSettings, read_environment
from models.errors import BadRequest
from models.installation import Soundness

ROOT = Path(__file__).parents[3]
CANARY = "kanarie-7f3a"
SECRETS = ["KOALITION_DATABASE_URL", "KOALITION_SECRET", "KOALITION_SMTP_URL"]
VALUES = {
    "KOALITION_DATABASE_URL": f"mysql://me:{CANARY}@host/db",
    "KOALITION_SECRET": CANARY,
    "KOALITION_SMTP_URL": f"gopher://me:{CANARY}@host",
}
SERVING = [("serve", "--port", "0"), ("worker",)]


def run(*words: str, **settings: object) -> str:
    """Run a command of an installation with these settings, and give all that it says."""
    installation = Installation(InstallationSettings.model_validate(settings))
    result = CliRunner().invoke(app, words, obj=installation)
    assert result.exit_code == 2, result.output
    return result.output


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see the database of whoever runs it."""
    monkeypatch.setenv("KOALITION_STATE_DIR", str(tmp_path / "state"))


@pytest.mark.parametrize("variable", SECRETS)
def test_a_secret_is_shown_nowhere(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, VALUES[variable])
    settings = read_environment()
    said = [repr(settings), str(settings), settings.model_dump_json()]
    said.append(examine().model_dump_json())
    assert CANARY not in "".join(said)
    assert f"{variable} = set, not shown (from the environment)" in said[-1]


def test_every_setting_that_may_hold_a_secret_is_hidden() -> None:
    names = re.compile("secret|password|token|key|database|smtp")
    hidden = [
        name
        for name, field in InstallationSettings.model_fields.items()
        if SecretStr.__name__ in str(field.annotation)
    ]
    assert hidden == [name for name in InstallationSettings.model_fields if names.search(name)]


def test_an_address_that_cannot_be_read_is_told_without_its_password(tmp_path: Path) -> None:
    for words in (("db", "check"), *SERVING):
        told = run(*words, database_url=VALUES["KOALITION_DATABASE_URL"])
        assert "KOALITION_DATABASE_URL" in told
        assert CANARY not in told
    told = run(*SERVING[0], smtp_url=VALUES["KOALITION_SMTP_URL"], state_dir=tmp_path)
    assert "KOALITION_SMTP_URL" in told
    assert CANARY not in told


def test_a_value_that_cannot_be_used_is_told_by_name_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KOALITION_ENV", CANARY)
    with pytest.raises(BadRequest) as caught:
        read_environment()
    assert str(caught.value).startswith("KOALITION_ENV can't be used: ")
    assert "'development' or 'production'" in caught.value.text.sv
    assert CANARY not in str(caught.value)
    result = CliRunner().invoke(app, ["db", "check"], obj=Installation())
    assert (result.exit_code, CANARY in result.output) == (2, False)


@pytest.mark.parametrize(
    "address", ["koalition.example.org", "https://", "https://x:port", "ftp://x"]
)
def test_an_address_that_can_begin_no_link_is_told(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITION_BASE_URL", address)
    with pytest.raises(BadRequest, match="KOALITION_BASE_URL can't be used"):
        read_environment()
    broken = [each for each in examine().findings if each.state is Soundness.BROKEN]
    assert [each.text.en.split()[0] for each in broken] == ["KOALITION_BASE_URL"]


def test_a_stroke_at_the_end_of_the_address_is_not_doubled_in_links() -> None:
    settings = InstallationSettings(base_url="https://koalition.example.org/")
    assert Addresses(settings.base_url).of_link("x") == "https://koalition.example.org/link/x"


def test_a_variable_without_a_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (*SECRETS, "KOALITION_ENV", "KOALITION_CACHE_DIR"):
        monkeypatch.setenv(variable, "")
    monkeypatch.delenv("KOALITION_STATE_DIR")
    assert read_environment() == InstallationSettings.model_construct()
    assert "KOALITION_SECRET = set, not shown (default)" in examine().model_dump_json()


@pytest.mark.parametrize("words", SERVING)
@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({}, "KOALITION_SECRET, KOALITION_SMTP_URL"),
        ({"secret": DEFAULT_SECRET, "smtp_url": "smtp://host"}, "KOALITION_SECRET"),
        ({"secret": " ", "smtp_url": "smtp://host"}, "KOALITION_SECRET"),
        ({"secret": CANARY}, "KOALITION_SMTP_URL"),
    ],
)
def test_production_does_not_start_without_its_secret_and_a_mail_server(
    words: tuple[str, ...], settings: dict[str, str], missing: str, tmp_path: Path
) -> None:
    given = {**settings, "env": "production", "state_dir": tmp_path / "state"}
    assert f"have to be set as well: {missing}." in " ".join(run(*words, **given).split())
    swedish = " ".join(run(*words, "--lang", "sv", **given).split())
    assert f"måste också dessa vara satta: {missing}." in swedish
    assert CANARY not in swedish
    assert not (tmp_path / "state").exists()


def test_production_with_both_is_ready_and_development_needs_neither() -> None:
    both = {"secret": SecretStr(CANARY), "smtp_url": SecretStr("smtp://host")}
    assert InstallationSettings(env=Environment.PRODUCTION, **both).missing == ()
    assert InstallationSettings().missing == ()


def test_the_doctor_tells_what_production_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITION_ENV", "production")
    broken = [each for each in examine().findings if each.state is Soundness.BROKEN]
    assert [each.text.en.partition(": ")[0] for each in broken] == ["The service does not start"]


def test_every_variable_that_the_code_names_is_a_setting() -> None:
    known = {f"KOALITION_{name.upper()}" for name in InstallationSettings.model_fields}
    for package in ("api", "data", "models", "matcher"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    named = re.findall(r"KOALITION_[A-Z][A-Z_]*[A-Z]", node.value)
                    assert set(named) <= known, path
