"""The rules of `season.toml`: their shape here, their meaning by a `RuleCheck`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from data.files.cells import YES_NO
from data.files.columns import ACTORS, find_column, tidy_header
from data.files.directory import Directory
from data.files.findings import Findings, ask_if_meant
from data.files.rule_review import review_rule
from data.files.rules import RuleCheck
from data.files.settings import to_number
from data.files.toml_file import TomlFile
from data.reference.countries import to_country_named
from data.reference.languages import to_language
from data.reference.names import fold, strip_county
from data.reference.sectors import to_sector
from data.reference.spelling import find_nearest
from models.rules import STRONGEST, Rule, RuleKey, RuleValue

OWN_FIELDS = frozenset({"kind", "challenge", "strength"})


@dataclass(frozen=True)
class Known:
    """What rules may name; None for what can't be known because a file could not be read."""

    actors: Directory
    challenges: Directory
    columns: Collection[str] | None
    counties: Collection[str] | None


class _BadKey(Exception):
    """A key that can't be used, with the code and parameters of its fault."""

    def __init__(self, key: str, code: str, **params: object) -> None:
        super().__init__(code)
        self.key, self.code, self.params = key, code, params


def read_rules(
    toml: TomlFile, known: Known, check_rule: RuleCheck, findings: Findings
) -> tuple[Rule, ...]:
    """Read the rules in the file's order; faulty ones are left out and noted.

    Parameters
    ----------
    toml : TomlFile
        The parsed file.
    known : Known
        What rules may name.
    check_rule : RuleCheck
        Judges each rule that has a kind.
    findings : Findings
        Takes the faults; their row is that of the rule's header.
    """
    tables = toml.data.get("rules", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        row = toml.row("", "rules") or toml.row("rules", "")
        findings.fault(toml.file, row, "rules", None, "rules_not_tables")
        return ()
    rules = []
    for number, table in enumerate(tables):
        row = toml.row("rules", "", number) or toml.row("", "rules")
        before = len(findings.faults)
        rule = _read_rule(table, known, toml.file, row, findings)
        if rule is None:
            continue
        kept = {"kind", "challenge", "strength", *(key.name for key in rule.keys)}
        for problem in review_rule(rule, table.keys() - kept, check_rule):
            value = _show(table[problem.key]) if problem.key in table else None
            findings.fault_in_words(toml.file, row, problem.key, value, problem.code, problem.mend)
        if len(findings.faults) == before:
            rules.append(rule)
    return tuple(rules)


def _read_rule(
    table: dict[str, object], known: Known, file: str, row: int | None, findings: Findings
) -> Rule | None:
    """Read one rule, noting every bad key; None where its kind is at fault."""
    if "kind" not in table:
        findings.fault(file, row, "kind", None, "missing_kind")
        return None
    values: dict[str, RuleValue | None] = {}
    for key, value in table.items():
        try:
            values[key] = _read_key(key, value, known)
        except _BadKey as bad:
            findings.fault(file, row, bad.key, _show(value), bad.code, **bad.params)
    if "kind" not in values:
        return None
    column, value = values.get("attribute"), values.get("value")
    if isinstance(column, str) and isinstance(value, str):
        values["value"] = _to_word_of(column, value)
    challenge, strength = values.get("challenge"), values.get("strength")
    return Rule(
        kind=str(values["kind"]),
        challenge=None if challenge is None else str(challenge),
        strength=float(strength) if isinstance(strength, float) else None,
        keys=tuple(
            RuleKey(name=key, value=value)
            for key, value in sorted(values.items())
            if key not in OWN_FIELDS and value is not None
        ),
    )


def _read_key(key: str, value: object, known: Known) -> RuleValue | None:
    """Read one key's value in the one spelling that the engine knows."""
    if key == "strength":
        return _read_strength(value)
    plain = _to_plain_value(key, value)
    if key == "kind" and not isinstance(plain, str):
        raise _BadKey(key, "not_text")
    if key == "challenge":
        return _find_challenge(plain, known)
    if key == "actor":
        return _find_actor(key, plain, known)
    if key == "actors" and isinstance(plain, tuple):
        return tuple(sorted({_find_actor(key, word, known) for word in plain}))
    if not isinstance(plain, str):
        return plain
    if key == "sector":
        return str(to_sector(plain) or plain)
    if key == "county":
        return _find_county(plain, known)
    if key == "attribute":
        return _find_column(plain, known)
    return plain


def _read_strength(value: object) -> float | None:
    """Read a strength: None for a hard rule, else its weight."""
    if isinstance(value, str) and value.strip().lower() == "hard":
        return None
    number = to_number(value)
    if number is None or not 0 <= number <= STRONGEST:
        raise _BadKey("strength", "bad_strength")
    return number


def _to_plain_value(key: str, value: object) -> RuleValue:
    """Give a text, number, yes or no, or list of texts; anything else is at fault."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float) and to_number(value) is not None:
        return value
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(" ".join(word.split()) for word in value)
    raise _BadKey(key, "bad_rule_value")


def _find_challenge(value: RuleValue, known: Known) -> str:
    """Give the id of the challenge that an id or a title stands for."""
    if not isinstance(value, str):
        raise _BadKey("challenge", "not_text")
    id_ = known.challenges.find(value)
    if id_ is None and (trouble := known.challenges.explain(value)):
        code, params = trouble
        raise _BadKey("challenge", code, **params)
    return id_ or value


def _find_actor(key: str, value: RuleValue, known: Known) -> str:
    """Give the id of the actor that an id or an exact name stands for."""
    if not isinstance(value, str):
        raise _BadKey(key, "not_text")
    id_ = known.actors.find(value)
    if id_ is None and (trouble := known.actors.explain(value)):
        code, params = trouble
        raise _BadKey(key, code, **params)
    return id_ or value


def _find_county(value: str, known: Known) -> str:
    """Give a county's name without "län"."""
    if known.counties is None:
        return value
    names = {fold(name): name for name in known.counties}
    found = names.get(fold(value)) or names.get(fold(strip_county(value)))
    if found is None:
        raise _BadKey(
            "county", "unknown_county", hint=ask_if_meant(find_nearest(value, known.counties))
        )
    return found


def _find_column(value: str, known: Known) -> str:
    """Give the name that a column has among an actor's attributes and fields."""
    column = find_column(value, ACTORS)
    name = column.name if column else tidy_header(value)
    if known.columns is not None and name not in known.columns:
        raise _BadKey(
            "attribute", "unknown_attribute", hint=ask_if_meant(find_nearest(name, known.columns))
        )
    return name


def _to_word_of(column: str, value: str) -> str:
    """Give a column's value as actors have it there, whichever of its words was written."""
    read = _VOCABULARIES.get(column)
    return str((read and read(value)) or value)


_YES_NO = {word: "yes" if is_so else "no" for word, is_so in YES_NO.items()}
_VOCABULARIES: dict[str, Callable[[str], str | None]] = {
    "sector": to_sector,
    "languages": to_language,
    "country": to_country_named,
    "county": strip_county,
    "visible": lambda word: _YES_NO.get(word.casefold()),
}
"""What reads the words of columns that are read as one of a few."""


def _show(value: object) -> str:
    """Give a value as it is shown in a fault."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
