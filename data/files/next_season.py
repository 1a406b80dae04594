"""The next season's folder: the old season's own files, changed in a few cells.

Rows, headers, columns of the organiser's own, emails and the kind of file stay as they are,
since cells are changed in the table as it was read and not written anew from the season.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data.files.actors import enter_actors
from data.files.columns import ACTORS, SHEETS, TIES, Column, name_likely, tidy_header
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.folders import write_new_folder
from data.files.hosting import find_logo
from data.files.locate import (
    TEXTS,
    WORKBOOK,
    choose_file,
    choose_settings,
    is_there,
    name_table,
)
from data.files.own_words import read_own_words
from data.files.reading import ACTORS_FILE, CHALLENGES_FILE, SETTINGS_FILE, TIES_FILE
from data.files.records import Records, Value
from data.files.spreadsheets import to_shown
from data.files.tables import Table, read_records, to_table
from data.files.templates import BOM
from data.files.ties import KINDS
from data.files.toml_file import read_toml
from data.files.workbook import Cell, TableSheet, to_workbook
from data.reference.names import fold
from models.text import Language
from models.ties import Tie, TieKind

FIRST_YEAR = 1900
"""The first whose days a workbook counts."""
NAMED = (*ACTORS, *TIES)
"""The columns that may be added."""


@dataclass
class _Sheet:
    """A table as it stands in its file: the headers, and rows of cells by row number."""

    path: Path
    known: Sequence[Column]
    headers: list[str]
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    added: list[list[Cell]] = field(default_factory=list)
    delimiter: str = ","

    def find(self, column: str) -> int | None:
        """Give where a column stands; None where there is none."""
        names, _ = name_likely(self.headers, self.known)
        return names.index(column) if column in names else None

    @property
    def language(self) -> Language:
        """The language of most headers that differ between the two."""
        return (
            Language.SV
            if self._count_headers(Language.SV) > self._count_headers(Language.EN)
            else Language.EN
        )

    def _count_headers(self, language: Language) -> int:
        """Count the headers that are as a language has them and no other does."""
        told = {column.header(language) for column in NAMED if column.aliases}
        return len(told.intersection(map(tidy_header, self.headers)))

    def write(self, row: list[Cell], column: str, value: Cell) -> None:
        """Write one cell of a row, under a header at the end where the column is missing.

        The new header is in the language of the others.
        """
        place = self.find(column)
        if place is None:
            place = len(self.headers)
            named = next(each for each in NAMED if each.name == column)
            self.headers.append(named.header(self.language))
        row.extend([""] * (place + 1 - len(row)))
        row[place] = value

    def to_bytes(self) -> bytes:
        """Give the file's content in the format that it had; an .ods file becomes .xlsx."""
        width = len(self.headers)
        rows = [
            [*row, *[""] * (width - len(row))][:width] for row in (*self.rows.values(), *self.added)
        ]
        if self.path.suffix == WORKBOOK:
            name = SHEETS[name_table(self.path)][0]
            return to_workbook([TableSheet(name, self.headers, rows)])
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerows(
            (self.headers, *rows)
        )
        return (BOM + text.getvalue()).encode()


def write_next_season(
    folder: Path, out: Path, passed_over: Mapping[str, int], ties: Sequence[Tie]
) -> tuple[Path, ...]:
    """Write a season's folder anew with other counts and ties.

    Parameters
    ----------
    folder : Path
        A season that reads without faults.
    out : Path
        Made if it is not there.
    passed_over : mapping of str to int
        By the actor's id.
    ties : sequence of Tie
        All ties of the new season, each pair once.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    InputError
        `folder_not_empty` where `out` has files already, or `unwritable_file`; then nothing
        is written.
    """
    findings = Findings()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        findings.fault(out.name, None, None, None, "folder_not_empty")
        findings.stop_if_faulty()
    settings = choose_settings(folder / SETTINGS_FILE, findings)
    toml = read_toml(settings, findings) if settings else None
    own = read_own_words(toml, findings)
    actors, table = _open(folder / ACTORS_FILE, own.known(ACTORS), findings)
    directory, ids = enter_actors(table)
    names = {ids[row.number]: row.cells["name"] for row in table.rows if row.number in ids}
    shown = {} if "id" in table.columns else names
    for number, id_ in ids.items():
        _count(actors, actors.rows[number], passed_over[id_])
    files = {actors.path.name: actors.to_bytes()}
    for path in (choose_file(folder / CHALLENGES_FILE, findings), settings):
        if path:
            files[path.name] = path.read_bytes()
    if logo := find_logo(toml):
        files[logo] = (folder / logo).read_bytes()
    path = folder / TIES_FILE
    if is_there(path):
        tied, rows = _open(path, own.known(TIES), findings)
        _add_ties(tied, _change_ties(tied, rows, directory, ties), shown)
        files[tied.path.name] = tied.to_bytes()
    elif ties:
        headers = [column.header(actors.language) for column in TIES]
        new = _Sheet(path, TIES, headers, delimiter=actors.delimiter)
        _add_ties(new, ties, shown)
        files[path.name] = new.to_bytes()
    try:
        write_new_folder(out, files)
    except OSError:
        findings.fault(out.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()
    return tuple(out / name for name in files)


def _open(path: Path, known: Sequence[Column], findings: Findings) -> tuple[_Sheet, Table]:
    """Read a table as it stands, and what it means; merged cells are parted in both."""
    chosen = choose_file(path, findings) or path
    records = read_records(chosen, known, findings) or Records([])
    table = to_table(chosen.name, records, known, findings)
    findings.stop_if_faulty()
    assert table is not None
    (_, headers), *body = records.rows
    kept = chosen if chosen.suffix.lower() in TEXTS else chosen.with_suffix(WORKBOOK)
    values = dict(records.values)
    for (top, left), (bottom, _) in records.merged:
        if (top, left) in values:
            last = min(bottom, body[-1][0] if body else 0)
            values.update(((row, left), values[top, left]) for row in range(top + 1, last + 1))
    rows: dict[int, list[Cell]] = {
        number: [_restore(cell, values.get((number - 1, at))) for at, cell in enumerate(cells)]
        for number, cells in body
    }
    return _Sheet(kept, known, headers, rows, [], records.delimiter), table


def _restore(cell: str, value: Value | None) -> Cell:
    """Give a cell as it was stored, where it still says so and any workbook can hold it."""
    if value is None or (isinstance(value, date) and value.year < FIRST_YEAR):
        return cell
    return value if to_shown(value) == cell else cell


def _count(sheet: _Sheet, row: list[Cell], count: int) -> None:
    """Write how often an actor was passed over, where its row does not say so already."""
    place = sheet.find("passed_over")
    before = row[place] if place is not None and place < len(row) else ""
    if to_shown(before or 0) != str(count):
        sheet.write(row, "passed_over", count)


def _change_ties(
    sheet: _Sheet, table: Table, actors: Directory, ties: Sequence[Tie]
) -> Iterable[Tie]:
    """Change the rows of ties that became stronger, and give the new ones.

    Later rows of a pair, which never counted, and a row of totals are left out.
    """
    wanted = {(tie.actor_a, tie.actor_b): tie for tie in ties}
    kept: dict[int, list[Cell]] = {}
    for row in table.rows:
        one, other = (actors.find(row.cells[name]) or "" for name in ("actor_a", "actor_b"))
        tie = wanted.pop((min(one, other), max(one, other)), None)
        if tie is not None:
            cells = kept[row.number] = sheet.rows[row.number]
            if KINDS.get(fold(row.cells.get("kind", "")), TieKind.KNOW) is not tie.kind:
                sheet.write(cells, "kind", str(tie.kind))
            if tie.since is not None and not row.cells.get("since"):
                sheet.write(cells, "since", tie.since)
    sheet.rows = kept
    return wanted.values()


def _add_ties(sheet: _Sheet, ties: Iterable[Tie], shown: Mapping[str, str]) -> None:
    """Add a row for each tie, with the actors by what is shown of them, else by id."""
    for tie in ties:
        row: list[Cell] = []
        cells: tuple[Cell, ...] = (
            *(shown.get(id_, id_) for id_ in (tie.actor_a, tie.actor_b)),
            *(str(tie.kind), tie.since or ""),
        )
        for column, value in zip(TIES, cells, strict=True):
            sheet.write(row, column.name, value)
        sheet.added.append(row)
