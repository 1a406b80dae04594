"""The state of a database's tables: made, brought up to date, and checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from data.store.engines import Database, telling
from data.store.tables import Base
from models.errors import WrongState

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade_tables(database: Database, to: str = "head") -> str:
    """Bring the tables to a step, the last one by default, and give its number."""
    with _configured(database) as (config, connection):
        command.upgrade(config, to)
        return _current(connection) or ""


def downgrade_tables(database: Database, to: str) -> None:
    """Take steps back; `base` takes back all of them, and with them what was kept."""
    with _configured(database) as (config, _):
        command.downgrade(config, to)


def ensure_tables(database: Database) -> None:
    """Make the tables of a database that has none; others are left as they are.

    Raises
    ------
    WrongState
        As `insist_on_current`.
    """
    with _configured(database) as (config, connection):
        if not connection.dialect.get_table_names(connection):
            command.upgrade(config, "head")
    insist_on_current(database)


def insist_on_current(database: Database) -> str:
    """Give the number of the tables' last step.

    Raises
    ------
    WrongState
        `database_behind`: the tables are older than this version's, and are not changed
        unasked; `database_ahead`: they are newer, or not Koalition's.
    """
    with _configured(database) as (config, connection):
        steps = ScriptDirectory.from_config(config)
        current, newest = _current(connection), steps.get_current_head() or ""
        if current == newest:
            return newest
        tables = connection.dialect.get_table_names(connection)
        known = {step.revision for step in steps.walk_revisions()}
        is_behind = current in known or set(tables) <= {"alembic_version"}
        code = "database_behind" if is_behind else "database_ahead"
        raise WrongState(code, current=current or "-", newest=newest)


def find_differences(database: Database) -> tuple[str, ...]:
    """Say where the tables differ from what this version works with; nothing where they agree."""
    with telling(), database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return tuple(str(each) for each in compare_metadata(context, Base.metadata))


@contextmanager
def _configured(database: Database) -> Iterator[tuple[Config, Connection]]:
    """Give Alembic one transaction to work in."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with telling(), database.engine.begin() as connection:
        config.attributes["connection"] = connection
        yield config, connection


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
