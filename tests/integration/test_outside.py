"""A criterion of a new shape and a rule of a new kind from an installed package, end to end."""

import json
from pathlib import Path

import pytest

from tests.kit.outside import install, run_with

KOALITION = ("-c", "from api.cli import main; main()")
RULE = '\n[[rules]]\nkind = "distinct_counties"\nmin = 2\n'
OF_THE_CONTRACT = "not formula and not random_coalitions and not soft_rule and not can_be_kept"
"""Leaves out what compares with the contract, which knows nothing from outside."""


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package with a criterion and a rule that register nothing with the optimiser."""
    return install("outside", tmp_path_factory.mktemp("outside"))


def test_tiny_seasons_are_as_complete_enumeration_says(outside: Path) -> None:
    done = run_with(outside, "-m", "tests.kit.outside_seasons")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    counts = found["counts"]
    assert counts["solved"] == 60
    assert counts["proven"] > 50
    assert counts["binding"] > 15
    assert "closeness" in found["proposal"]["settings"]["weights"]
    for coalition in found["proposal"]["coalitions"]:
        assert 0 <= coalition["scores"]["closeness"] <= 1
        assert len({member["county"] for member in coalition["members"]}) >= 4


def test_commands_propose_verify_and_tell(outside: Path, tmp_path: Path) -> None:
    season, proposal, report = tmp_path / "s", tmp_path / "p.json", tmp_path / "r.html"
    assert run_with(outside, *KOALITION, "new", str(season)).returncode == 0
    settings = season / "season.toml"
    settings.write_text(settings.read_text("utf-8") + RULE, encoding="utf-8")
    done = run_with(
        outside, *KOALITION, "propose", str(season), "--out", str(proposal),
        "--report", str(report), "--lang", "en",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert run_with(outside, *KOALITION, "verify", str(season), str(proposal)).returncode == 0
    words = report.read_text("utf-8")
    assert "Distinct counties" in words
    assert "Closeness of words" in words
    priced = run_with(outside, *KOALITION, "price", str(season), str(proposal), "--json")
    assert priced.returncode == 0, priced.stderr
    assert "distinct_counties" in [row["rule"] for row in json.loads(priced.stdout)]


def test_contract_tests_pass_on_it(outside: Path) -> None:
    chosen = f"(closeness or distinct_counties) and {OF_THE_CONTRACT}"
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", chosen)
    done = run_with(outside, "-m", "pytest", *options, "tests/contract")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(".") > 15


def test_a_shape_with_a_compiled_kernel(tmp_path: Path) -> None:
    """Compiled apart, so that nothing of it stays behind for those who do not have it."""
    installed = install("outside_kernel", tmp_path)
    done = run_with(
        installed, "-m", "tests.kit.outside_kernel",
        NUMBA_CACHE_DIR=str(tmp_path / "compiled"), NUMBA_OPT="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50
