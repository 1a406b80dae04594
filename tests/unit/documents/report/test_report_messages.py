"""Every text of the report exists in both languages, and every one is used."""

import importlib
import pkgutil
import re
import string
from pathlib import Path

import pytest

import api
from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import KINDS
from matcher.glossary import read_glossary
from models import messages
from models.messages import MESSAGES, results
from models.proposals import EndedBy, Status
from models.seasons import Effort
from tests.kit.texts import assert_says_both

TABLES = {
    code: text
    for module in pkgutil.iter_modules(messages.__path__)
    if module.name.startswith("report")
    for code, text in importlib.import_module(f"models.messages.{module.name}").MESSAGES.items()
}
NAMED_BY_KEY = (
    "report_status_",
    "report_ended_by_",
    "report_effort_",
)
SAME_IN_BOTH = {
    "report_value_2020", "report_reading_2020", "report_organisation", "report_rule_of_actor",
    "report_map_description", "report_km",
}  # fmt: skip


def read_sources() -> str:
    folder = Path(api.__path__[0])
    files = [*sorted(folder.rglob("*.py")), *sorted(folder.rglob("*.j2"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_code_used_has_its_message() -> None:
    used = {code for code in re.findall(r'"(report_\w+)"', read_sources()) if code[-1] != "_"}
    assert len(used) > 80
    families = {code.removesuffix("_one") for code in TABLES} | {"report_status"}
    assert used <= TABLES.keys() | families | {"report_ended_by", "report_effort", "report_written"}


def test_every_message_is_used() -> None:
    sources = read_sources()
    for code in TABLES:
        stem = re.sub(r"_(one|many)$", "", code)
        is_named_by_key = (
            code.startswith(NAMED_BY_KEY) or code.removeprefix("report_") in results.MESSAGES
        )
        assert is_named_by_key or f'"{stem}"' in sources or stem in sources, code


def test_both_languages_have_words_and_name_the_same_places() -> None:
    for code, text in TABLES.items():
        assert text.sv.strip() and text.en.strip(), code
        fields = [
            sorted(field for _, field, _, _ in string.Formatter().parse(part) if field is not None)
            for part in (text.sv, text.en)
        ]
        assert fields[0] == fields[1], code


def test_counts_exist_as_one_and_as_many() -> None:
    ones = {code.removesuffix("_one") for code in TABLES if code.endswith("_one")}
    assert ones == {code.removesuffix("_many") for code in TABLES if code.endswith("_many")}


@pytest.mark.parametrize(
    ("prefix", "keys"),
    [
        ("report_status", list(Status)),
        ("report_ended_by", list(EndedBy)),
        ("report_effort", list(Effort)),
        ("report", [code for code in results.MESSAGES if code.startswith("unplaced_")]),
    ],
)
def test_every_key_of_this_version_has_its_name(prefix: str, keys: list[str]) -> None:
    assert keys
    assert {f"{prefix}_{key}" for key in keys} <= MESSAGES.keys()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_rule_brings_its_words(kind: RuleKind) -> None:
    words = read_glossary()
    assert_says_both(kind.title)
    assert words.rule_of(kind.key) == kind.title
    if kind.unit_cost is None:  # never gives way
        assert kind.mend is None
    else:
        assert kind.mend is not None
        assert_says_both(kind.mend.format(what="det", given=1))
        assert words.mend_of(kind.key) == kind.mend
