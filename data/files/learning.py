"""A first try's unknown headers and sector words, written into `season.toml` to be settled."""

import json
import re
from collections import Counter
from pathlib import Path

from data.files.columns import ACTORS, find_column
from data.files.findings import Findings
from data.files.folders import replace_whole
from data.files.headers import find_meant
from data.files.locate import choose_file, choose_settings
from data.files.own_words import COLUMNS, SECTOR, WORDS, OwnWords, read_own_words
from data.files.reading import ACTORS_FILE, SETTINGS_FILE
from data.files.tables import Table, read_table
from data.files.toml_file import read_toml
from data.reference.sectors import read_sector
from models.sectors import Sector

NEEDED = tuple(column for column in ACTORS if column.is_required or column.name == "place")


def write_learned(folder: Path) -> tuple[str, ...]:
    """Write what the actors' table calls things into the settings, and give the lines.

    A header that is much like one that must be there is mapped to it; whatever only the
    organiser can know stands behind a `#`. Lines that are there already stay as they are.

    Raises
    ------
    InputError
        Where the settings can't be read.
    """
    findings = Findings()
    path = choose_settings(folder / SETTINGS_FILE, findings)
    toml = read_toml(path, findings) if path else None
    own = read_own_words(toml, findings)
    findings.stop_if_faulty()
    chosen = choose_file(folder / ACTORS_FILE, findings)
    table = read_table(chosen, own.known(ACTORS), findings) if chosen else None
    if table is None:
        return ()
    text = path.read_text("utf-8-sig") if path else ""
    learned = {
        COLUMNS: _learn_columns(table, own, findings),
        f"{WORDS}.{SECTOR}": _learn_words(table, own),
    }
    written = []
    for section, lines in learned.items():
        new = [line for line in lines if line not in text.splitlines()]
        text = _insert(text, section, new)
        written += new
    if written:
        with replace_whole(path or folder / SETTINGS_FILE) as draft:
            draft.write_text(text, "utf-8")
    return tuple(written)


def _learn_columns(table: Table, own: OwnWords, findings: Findings) -> list[str]:
    """Give a line for each column that is missing, with the header that may mean it."""
    known = own.known(ACTORS)
    headers = [
        findings.headers[table.file, name]
        for name in sorted(table.columns)
        if find_column(name, known) is None
    ]
    missing = [column for column in NEEDED if column.name not in table.columns]
    near = {
        column.name: header
        for column in missing
        for header in headers
        if find_meant(header, (column,))
    }
    rest = [header for header in headers if header not in near.values()]
    lines = [f'{_quote(header)} = "{name}"' for name, header in near.items()]
    for column in missing:
        if column.name not in near:
            lines += [f'# {_quote(header)} = "{column.name}"' for header in rest]
    return lines


def _quote(text: str) -> str:
    """Write a text as TOML has it."""
    return json.dumps(text, ensure_ascii=False)


def _learn_words(table: Table, own: OwnWords) -> list[str]:
    """Give a line to settle for each sector word that is not known, the commonest first."""
    words = Counter(row.cells.get("sector", "") for row in table.rows)
    allowed = "|".join(Sector)
    return [
        f'# {_quote(word)} = "{allowed}"'
        for word, _ in words.most_common()
        if word and read_sector(word, own.sectors) is None
    ]


def _insert(text: str, section: str, lines: list[str]) -> str:
    """Put lines under a header, which is added where it is not there."""
    if not lines:
        return text
    block = "\n".join(lines)
    header = re.compile(rf"^\s*\[{re.escape(section)}\][^\n]*$", re.MULTILINE)
    if found := header.search(text):
        return f"{text[: found.end()]}\n{block}{text[found.end() :]}"
    gap = "\n\n" if text.strip() else ""
    return f"{text.rstrip()}{gap}[{section}]\n{block}\n"
