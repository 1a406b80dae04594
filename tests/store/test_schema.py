"""The tables come up from nothing, go back, and are what this version works with."""

import pytest
from sqlalchemy import inspect, text

from data.samples import DEMO
from data.store.engines import Database
from data.store.schema import (
    downgrade_tables,
    ensure_tables,
    find_differences,
    insist_on_current,
    upgrade_tables,
)
from data.store.seasons import StoredSeasons
from models.errors import BadRequest, DatabaseFailure, WrongState
from tests.store.test_seasons import read_content


def test_migrations_agree_with_the_tables(database: Database) -> None:
    assert find_differences(database) == ()


def test_a_difference_is_found(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("ALTER TABLE seasons ADD COLUMN colour TEXT"))
    assert any("colour" in each for each in find_differences(database))


def test_up_down_up_with_data(database: Database) -> None:
    content = read_content(DEMO)
    with database.writing() as session:
        StoredSeasons(session).add("s", content)
    downgrade_tables(database, "base")
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    upgrade_tables(database)
    with database.writing() as session:
        StoredSeasons(session).add("s", content)
        assert StoredSeasons(session).get("s").content == content


def test_an_older_database_is_not_changed_unasked(database: Database) -> None:
    downgrade_tables(database, "base")
    with pytest.raises(WrongState) as caught:
        ensure_tables(database)
    assert caught.value.code == "database_behind"
    upgrade_tables(database)
    assert insist_on_current(database) == "0008"


def test_a_newer_database_is_told(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WrongState) as caught:
        ensure_tables(database)
    assert caught.value.code == "database_ahead"


def test_tables_of_others_are_left_alone(url: str) -> None:
    other = Database(url)
    with other.writing() as session:
        session.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(WrongState) as caught:
        ensure_tables(other)
    assert caught.value.code == "database_ahead"
    assert inspect(other.engine).get_table_names() == ["recipes"]
    other.close()


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://a@b/c", "sqlite+oracle"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(BadRequest, match="KOALITION_DATABASE_URL"):
        Database(address)


def test_a_database_that_is_not_there_is_told() -> None:
    with pytest.raises(DatabaseFailure):
        ensure_tables(Database("postgresql://nobody@127.0.0.1:1/none"))
