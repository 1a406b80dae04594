"""A whole database in one file, and back into an empty one, whichever of the two kinds each is.

The file is a ZIP: `manifest.json` with the tables' step, their rows and checksums, and for
each table its rows as lines of JSON, read in one transaction while others write.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from data.files.folders import replace_whole
from data.store.engines import Database
from data.store.schema import ensure_tables, insist_on_current
from data.store.tables import Base
from models.clock import stamp_now
from models.errors import BadRequest, WrongState

FORMAT, MANIFEST = 1, "manifest.json"
ROWS_AT_ONCE = 500


def write_backup(database: Database, path: Path) -> dict[str, int]:
    """Write a database's rows into a file, whole or not at all; give how many of each table.

    Raises
    ------
    WrongState
        If its tables are not of this version.
    """
    newest = insist_on_current(database)
    counts, sums = dict[str, int](), dict[str, str]()
    with (
        replace_whole(path) as draft,
        zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive,
        database.reading() as session,
    ):
        for table in Base.metadata.sorted_tables:
            told, number = hashlib.sha256(), 0
            with archive.open(f"{table.name}.jsonl", "w") as file:
                for row in _read_rows(session, table):
                    line = f"{json.dumps(row, ensure_ascii=False)}\n".encode()
                    told.update(line)
                    file.write(line)
                    number += 1
            counts[table.name], sums[table.name] = number, told.hexdigest()
        manifest = {
            "format": FORMAT,
            "step": newest,
            "created_at": stamp_now(),
            "rows": counts,
            "sha256": sums,
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
    return counts


def restore_backup(database: Database, path: Path) -> dict[str, int]:
    """Put a backup's rows into an empty database, all of them or none; give how many of each.

    Raises
    ------
    BadRequest
        `backup_broken`: the file is none, or does not hold what it says.
    WrongState
        `database_not_empty`; `backup_of_other_version`.
    """
    ensure_tables(database)
    newest = insist_on_current(database)
    try:
        with zipfile.ZipFile(path) as archive, database.writing() as session:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["format"] != FORMAT or manifest["step"] != newest:
                raise WrongState("backup_of_other_version", step=manifest["step"], newest=newest)
            for table in Base.metadata.sorted_tables:
                if session.scalar(select(func.count()).select_from(table)):
                    raise WrongState("database_not_empty")
            for table in Base.metadata.sorted_tables:
                _restore(session, archive, table, manifest)
            _set_counters(session)
            return {name: int(count) for name, count in manifest["rows"].items()}
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise BadRequest("backup_broken", path=path) from error


def _read_rows(session: Session, table: Table) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key.columns)
    for row in session.execute(query).yield_per(ROWS_AT_ONCE).mappings():
        yield {column.name: row[column.key] for column in table.columns}


def _restore(session: Session, archive: zipfile.ZipFile, table: Table, manifest: Any) -> None:
    told, rows = hashlib.sha256(), list[dict[str, Any]]()
    keys = {column.name: column.key for column in table.columns}
    with archive.open(f"{table.name}.jsonl") as file:
        for line in file:
            told.update(line)
            rows.append({keys[name]: value for name, value in json.loads(line).items()})
            if len(rows) >= ROWS_AT_ONCE:
                session.execute(insert(table), rows)
                rows.clear()
    if rows:
        session.execute(insert(table), rows)
    if told.hexdigest() != manifest["sha256"][table.name]:
        raise ValueError(table.name)


def _set_counters(session: Session) -> None:
    """Let what counts by itself go on after the rows that are there."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(
            text(
                "SELECT setval(pg_get_serial_sequence('events', 'number'), "
                "GREATEST((SELECT max(number) FROM events), 1))"
            )
        )
