"""Other people's headers and words, as `season.toml` maps them: `[columns]`, `[words.sector]`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.files.columns import ACTORS, CHALLENGES, TIES, Column, find_column, tidy_header
from data.files.findings import Findings, ask_if_meant
from data.files.toml_file import TomlFile
from data.reference.sectors import to_sector
from data.reference.spelling import find_nearest
from models.sectors import Sector

TABLES = (ACTORS, CHALLENGES, TIES)
COLUMNS, WORDS, SECTOR = "columns", "words", "sector"


@dataclass(frozen=True)
class OwnWords:
    """What a season's sheets call things.

    Attributes
    ----------
    columns : dict of str to str
        Columns' English names by headers as written.
    sectors : dict of str to Sector
        Sectors by words as written.
    """

    columns: dict[str, str] = field(default_factory=dict)
    sectors: dict[str, Sector] = field(default_factory=dict)

    def known(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Give a table's columns with the season's own headers; these go before others."""
        own = {tidy_header(header): name for header, name in self.columns.items()}
        return tuple(
            replace(
                column,
                aliases=(
                    *(header for header, name in own.items() if name == column.name),
                    *(alias for alias in column.aliases if tidy_header(alias) not in own),
                ),
            )
            for column in columns
        )


def read_own_words(toml: TomlFile | None, findings: Findings) -> OwnWords:
    """Read both tables; each entry that means nothing is a fault at its line."""
    if toml is None:
        return OwnWords()
    columns = {}
    for header, meant in _read_table(toml, COLUMNS, toml.data.get(COLUMNS), findings).items():
        if (name := _find_meant(header, meant)) is None:
            allowed = sorted({column.name for table in TABLES for column in table})
            _refuse(toml, COLUMNS, header, meant, allowed, findings)
        else:
            columns[header] = name
    words = toml.data.get(WORDS)
    if words is not None and (not isinstance(words, dict) or set(words) - {SECTOR}):
        row = toml.row("", WORDS) or toml.row(WORDS, "")
        findings.fault(toml.file, row, WORDS, str(words), "own_words_unknown")
        words = None
    stated = words.get(SECTOR) if isinstance(words, dict) else None
    sectors = {}
    section = f"{WORDS}.{SECTOR}"
    for word, meant in _read_table(toml, section, stated, findings).items():
        if (sector := to_sector(meant)) is None:
            _refuse(toml, section, word, meant, [str(s) for s in Sector], findings)
        else:
            sectors[word] = sector
    return OwnWords(columns, sectors)


def warn_unused(own: OwnWords, toml: TomlFile | None, findings: Findings) -> None:
    """Note each mapped header that no table has; tables are read before."""
    seen = {tidy_header(header) for header in findings.headers.values()}
    for header, name in own.columns.items():
        if toml and tidy_header(header) not in seen:
            row = toml.row(COLUMNS, header)
            findings.warn(toml.file, row, header, name, "own_header_unused")


def _find_meant(header: str, meant: str) -> str | None:
    """Give the column that a header is mapped to; None where it is, by its name, another one."""
    found = {column.name for table in TABLES if (column := find_column(meant, table))}
    names = {column.name for table in TABLES for column in table}
    taken = tidy_header(header) in names - found
    return None if taken or not found else min(found)


def _read_table(
    toml: TomlFile, section: str, stated: object, findings: Findings
) -> Mapping[str, str]:
    """Give a table of texts; anything else is a fault."""
    if stated is None:
        return {}
    if isinstance(stated, dict) and all(isinstance(meant, str) for meant in stated.values()):
        return stated
    row = toml.row(section, "") or toml.row("", section)
    findings.fault(toml.file, row, section, str(stated), "own_words_not_texts", section=section)
    return {}


def _refuse(
    toml: TomlFile,
    section: str,
    key: str,
    meant: str,
    allowed: Sequence[str],
    findings: Findings,
) -> None:
    """Note an entry whose meaning is not known."""
    hint = ask_if_meant(find_nearest(meant, allowed))
    row = toml.row(section, key)
    shown = ", ".join(allowed)
    findings.fault(toml.file, row, key, meant, "unknown_word", allowed=shown, hint=hint)
