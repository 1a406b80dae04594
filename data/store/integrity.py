"""Whether a database is whole: what it can say of itself without reading every row twice."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from data.store.engines import Database

MOST_TOLD = 5
"""Faults that are told; one is enough to act."""
UNSURE = """
SELECT conrelid::regclass || ': ' || conname FROM pg_constraint WHERE NOT convalidated
UNION ALL
SELECT indrelid::regclass || ': ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid
"""


def find_damage(database: Database) -> tuple[str, ...]:
    """Say what of a database is damaged, in its own words; nothing where it is whole.

    SQLite looks at every page and every reference; PostgreSQL, which does so itself when it
    writes, at references and indexes that were left unchecked.

    Raises
    ------
    DatabaseFailure
        If it does not answer.
    """
    with database.reading() as session:
        if not database.is_sqlite:
            return tuple(session.scalars(text(UNSURE + f"LIMIT {MOST_TOLD}")))
        pages = session.scalars(text(f"PRAGMA quick_check({MOST_TOLD})"))
        damaged = [line for line in pages if line != "ok"]
        lost = session.execute(text("PRAGMA foreign_key_check")).fetchmany(MOST_TOLD)
        damaged += [f"{row[0]} {row[1]} → {row[2]}" for row in lost]
        return tuple(damaged)


def weigh(database: Database, session: Session) -> int:
    """Give the bytes that a database takes."""
    if not database.is_sqlite:
        return int(session.scalar(text("SELECT pg_database_size(current_database())")) or 0)
    if not database.is_in_memory:
        file = Path(database.place)
        return sum(
            each.stat().st_size
            for each in (file, file.with_name(f"{file.name}-wal"))
            if each.exists()
        )
    pages, size = (
        int(session.scalar(text(f"PRAGMA {n}")) or 0) for n in ("page_count", "page_size")
    )
    return pages * size
