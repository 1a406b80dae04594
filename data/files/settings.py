"""The season's settings from the top of `season.toml`."""

from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

from data.files.findings import Findings, ask_if_meant
from data.files.toml_file import TomlFile
from data.reference.countries import SWEDEN, to_country, to_country_named
from data.reference.spelling import find_nearest
from models.canonical import DECIMALS
from models.seasons import (
    CONTRACT_CRITERIA,
    HEAVIEST,
    LARGEST_SEED,
    Effort,
    Weight,
    place_of_criterion,
)
from models.text import Language

Default = TypeVar("Default", int, None)

KEYS = (
    *("name", "year", "country", "weights", "balance", "rules", "effort", "seed", "time_limit_s"),
    *("lang", "columns", "words", "organiser", "meetings"),
)


@dataclass(frozen=True)
class StatedSettings:
    """The settings as stated, defaults filled in; `country` is None where it is at fault."""

    name: str
    year: int | None = None
    country: str | None = SWEDEN
    seed: int = 1
    effort: Effort = Effort.NORMAL
    time_limit_s: float = 600.0
    balance: float = 0.5
    weights: tuple[Weight, ...] = ()


def read_settings(
    toml: TomlFile, name: str, criteria: Collection[str], findings: Findings
) -> StatedSettings:
    """Read everything but the rules.

    Parameters
    ----------
    toml : TomlFile
        The parsed file.
    name : str
        The season's name where none is stated.
    criteria : collection of str
        The criteria that this version has; a weight for another of the contract's is
        left out with a warning.
    findings : Findings
        Takes faults and warnings.
    """
    top = _Top(toml, findings)
    for key in (key for key in toml.data if key not in KEYS):
        hint = ask_if_meant(find_nearest(key, KEYS))
        top.fault(key, "unknown_setting", allowed=", ".join(KEYS), hint=hint)
    top.check_language()
    return StatedSettings(
        name=top.read_name(name),
        year=top.whole("year", None),
        country=top.read_country(),
        seed=top.whole("seed", 1),
        effort=top.read_effort(),
        time_limit_s=top.number("time_limit_s", 600.0),
        balance=round(top.number("balance", 0.5, most=1.0), DECIMALS),
        weights=_read_weights(toml, criteria, findings),
    )


def to_number(value: object) -> float | None:
    """Give a finite number as a float; None for anything else, yes and no among it.

    Examples
    --------
    >>> to_number(2), to_number(True), to_number("2")
    (2.0, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value) + 0.0
    except OverflowError:
        return None
    return number if isfinite(number) else None


@dataclass(frozen=True)
class _Top:
    """Reads the top-level keys; a bad value gives one fault and the default."""

    toml: TomlFile
    findings: Findings

    def fault(self, key: str, code: str, **params: object) -> None:
        """Note that a key or its value can't be used."""
        value = str(self.toml.data[key])
        row = self.toml.row("", key) or self.toml.row(key, "")
        self.findings.fault(self.toml.file, row, key, value, code, **params)

    def read_name(self, default: str) -> str:
        """Read the season's name."""
        value = self.toml.data.get("name", default)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        self.fault("name", "not_text")
        return default

    def read_country(self) -> str | None:
        """Read the country's code; None where it is at fault."""
        value = self.toml.data.get("country", SWEDEN)
        country = to_country(value) or to_country_named(value) if isinstance(value, str) else None
        if country is None:
            self.fault("country", "unknown_country")
        return country

    def check_language(self) -> None:
        """Note a language that Koalition does not speak; `find_language` reads it."""
        value = self.toml.data.get("lang", Language.EN)
        if value not in list(Language):
            hint = ask_if_meant(find_nearest(str(value), list(Language)))
            self.fault("lang", "unknown_word", allowed=", ".join(Language), hint=hint)

    def read_effort(self) -> Effort:
        """Read the effort's name."""
        value = self.toml.data.get("effort", Effort.NORMAL)
        if value in list(Effort):
            return Effort(str(value))
        hint = ask_if_meant(find_nearest(str(value), list(Effort)))
        self.fault("effort", "unknown_word", allowed=", ".join(Effort), hint=hint)
        return Effort.NORMAL

    def whole(self, key: str, default: Default) -> int | Default:
        """Read a whole number, 0 or more."""
        value = self.toml.data.get(key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_SEED:
            return value
        self.fault(key, "not_whole", least=0)
        return default

    def number(self, key: str, default: float, most: float | None = None) -> float:
        """Read a number from 0 to `most`; without it any number above 0."""
        number = to_number(self.toml.data.get(key, default))
        if most is None and (number is None or number <= 0):
            self.fault(key, "not_positive")
        elif number is None or (most is not None and not 0 <= number <= most):
            self.fault(key, "not_decimal_between", least=0, most=f"{most:g}")
        else:
            return number
        return default


def _read_weights(
    toml: TomlFile, criteria: Collection[str], findings: Findings
) -> tuple[Weight, ...]:
    """Read the weights."""
    table = toml.data.get("weights", {})
    if not isinstance(table, dict):
        row = toml.row("", "weights")
        findings.fault(toml.file, row, "weights", str(table), "weights_not_table")
        return ()
    known = sorted({*CONTRACT_CRITERIA, *criteria}, key=place_of_criterion)
    weights: dict[str, Weight] = {}
    for criterion, value in table.items():
        row, number = toml.row("weights", criterion), to_number(value)
        if criterion not in known:
            hint = ask_if_meant(find_nearest(criterion, known))
            findings.fault(
                toml.file,
                row,
                criterion,
                str(value),
                "unknown_criterion",
                allowed=", ".join(known),
                hint=hint,
            )
        elif number is None or not 0 <= number <= HEAVIEST:
            findings.fault(toml.file, row, criterion, str(value), "bad_weight")
        elif criterion not in criteria:
            findings.warn(toml.file, row, criterion, str(value), "criterion_not_yet")
        else:
            weights[criterion] = Weight(criterion=criterion, weight=round(number, DECIMALS))
    return tuple(weights.values())
