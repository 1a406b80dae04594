"""Every test here runs on SQLite and on PostgreSQL, each on an empty database."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from data.store.engines import Database
from data.store.schema import ensure_tables
from tests.kit.databases import run_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with run_postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'state' / 'koalition.sqlite'}"
    address: str = request.getfixturevalue("postgres")
    name = f"k{uuid4().hex}"
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return address.format(name=name)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A new database with its tables."""
    made = Database(url)
    ensure_tables(made)
    yield made
    made.close()
