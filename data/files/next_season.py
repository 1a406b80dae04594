"""The next season's folder: the old season's own files, changed in a few cells.

Rows, headers, columns of the organiser's own, emails and the kind of file stay as they are,
since cells are changed in the table as it was read and not written anew from the season.
"""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.files.actors import enter_actors
from data.files.columns import ACTORS, SHEETS, TIES, Column, find_column
from data.files.directory import Directory
from data.files.findings import Findings
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
from data.files.records import Records
from data.files.tables import Table, read_records, to_table
from data.files.templates import BOM
from data.files.ties import KINDS
from data.files.toml_file import read_toml
from data.files.workbook import TableSheet, to_workbook
from data.reference.names import fold
from models.ties import Tie, TieKind


@dataclass
class _Sheet:
    """A table as it stands in its file: the headers, and rows of cells by row number."""

    path: Path
    known: Sequence[Column]
    headers: list[str]
    rows: dict[int, list[str]] = field(default_factory=dict)
    added: list[list[str]] = field(default_factory=list)
    delimiter: str = ","

    def find(self, column: str) -> int | None:
        """Give where a column stands; None where there is none."""
        found = (find_column(header, self.known) for header in self.headers)
        return next((at for at, each in enumerate(found) if each and each.name == column), None)

    def write(self, row: list[str], column: str, value: str) -> None:
        """Write one cell of a row, under a header at the end where the column is missing."""
        place = self.find(column)
        if place is None:
            place = len(self.headers)
            self.headers.append(column)
        row.extend([""] * (place + 1 - len(row)))
        row[place] = value

    def to_bytes(self) -> bytes:
        """Give the file's content in the format that it had; an .ods file becomes .xlsx."""
        width = len(self.headers)
        rows = [
            [*row, *[""] * (width - len(row))][:width]
            for row in (self.headers, *self.rows.values(), *self.added)
        ]
        if self.path.suffix == WORKBOOK:
            name = SHEETS[name_table(self.path)][0]
            return to_workbook([TableSheet(name, rows[0], rows[1:])])
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerows(rows)
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
    own = read_own_words(read_toml(settings, findings) if settings else None, findings)
    actors, table = _open(folder / ACTORS_FILE, own.known(ACTORS), findings)
    directory, ids = enter_actors(table)
    for number, id_ in ids.items():
        _count(actors, actors.rows[number], passed_over[id_])
    files = {actors.path.name: actors.to_bytes()}
    for path in (choose_file(folder / CHALLENGES_FILE, findings), settings):
        if path:
            files[path.name] = path.read_bytes()
    path = folder / TIES_FILE
    if is_there(path):
        tied = _change_ties(*_open(path, own.known(TIES), findings), directory, ties)
        files[tied.path.name] = tied.to_bytes()
    elif ties:
        new = _Sheet(path, TIES, [column.name for column in TIES])
        _add_ties(new, ties)
        files[path.name] = new.to_bytes()
    try:
        _write_together(out, files)
    except OSError:
        findings.fault(out.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()
    return tuple(out / name for name in files)


def _write_together(out: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside their place, and move them there when all are whole."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".next-", dir=out.parent) as draft:
        season = Path(draft) / out.name
        season.mkdir()
        for name, content in files.items():
            (season / name).write_bytes(content)
        if out.exists():
            out.rmdir()
        shutil.move(season, out)


def _open(path: Path, known: Sequence[Column], findings: Findings) -> tuple[_Sheet, Table]:
    """Read a table as it stands, and what it means; merged cells are parted in both."""
    chosen = choose_file(path, findings) or path
    records = read_records(chosen, known, findings) or Records([])
    table = to_table(chosen.name, records, known, findings)
    findings.stop_if_faulty()
    assert table is not None
    (_, headers), *body = records.rows
    kept = chosen if chosen.suffix.lower() in TEXTS else chosen.with_suffix(WORKBOOK)
    return _Sheet(kept, known, headers, dict(body), [], records.delimiter), table


def _count(sheet: _Sheet, row: list[str], count: int) -> None:
    """Write how often an actor was passed over, where its row does not say so already."""
    place = sheet.find("passed_over")
    before = row[place] if place is not None and place < len(row) else ""
    if (before or "0") != str(count):
        sheet.write(row, "passed_over", str(count))


def _change_ties(sheet: _Sheet, table: Table, actors: Directory, ties: Sequence[Tie]) -> _Sheet:
    """Change the rows of ties that became stronger, and add the new ones.

    Later rows of a pair, which never counted, and a row of totals are left out.
    """
    wanted = {(tie.actor_a, tie.actor_b): tie for tie in ties}
    kept: dict[int, list[str]] = {}
    for row in table.rows:
        one, other = (actors.find(row.cells[name]) or "" for name in ("actor_a", "actor_b"))
        tie = wanted.pop((min(one, other), max(one, other)), None)
        if tie is not None:
            cells = kept[row.number] = sheet.rows[row.number]
            if KINDS.get(fold(row.cells.get("kind", "")), TieKind.KNOW) is not tie.kind:
                sheet.write(cells, "kind", tie.kind)
            if tie.since is not None and not row.cells.get("since"):
                sheet.write(cells, "since", str(tie.since))
    sheet.rows = kept
    _add_ties(sheet, wanted.values())
    return sheet


def _add_ties(sheet: _Sheet, ties: Iterable[Tie]) -> None:
    """Add a row for each tie, with the actors by id."""
    for tie in ties:
        row: list[str] = []
        since = "" if tie.since is None else str(tie.since)
        for column, value in zip(
            TIES, (tie.actor_a, tie.actor_b, str(tie.kind), since), strict=True
        ):
            sheet.write(row, column.name, value)
        sheet.added.append(row)
