"""Seasons kept in a database come back as they were."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.bootstrap import Installation
from data.samples import DEMO
from data.store.columns import HOLDS, Holds
from data.store.engines import Database
from data.store.seasons import StoredSeasons
from data.store.tables import Base, SeasonRow
from models.errors import DatabaseFailure, NotFound, WrongState
from models.kept_seasons import SeasonContent
from models.ports.progress import Silence
from models.viewers import ORGANISER


def read_content(folder: Path) -> SeasonContent:
    installation = Installation()
    return installation.call(installation.open_season(folder), ORGANISER, Silence()).content


@pytest.fixture(scope="module")
def demo() -> SeasonContent:
    return read_content(DEMO)


@pytest.mark.parametrize("folder", [DEMO, DEMO.with_name("historic")], ids=["demo", "historic"])
def test_a_season_comes_back_whole(database: Database, folder: Path) -> None:
    content = read_content(folder)
    with database.writing() as session:
        StoredSeasons(session).add("s", content)
    with database.reading() as session:
        kept = StoredSeasons(session).get("s")
    assert (kept.slug, kept.version) == ("s", 1)
    assert kept.content == content


def test_actors_keep_their_ids_when_a_season_is_replaced(
    database: Database, demo: SeasonContent
) -> None:
    season = demo.season
    fewer = season.evolve(actors=season.actors[1:], ties=(), rules=season.rules[:1])
    with database.writing() as session:
        seasons = StoredSeasons(session)
        seasons.add("s", demo)
        before = seasons.actor_ids("s")
        seasons.replace("s", 1, demo.evolve(season=fewer))
        after = seasons.actor_ids("s")
    assert after == {code: id_ for code, id_ in before.items() if code != season.actors[0].id}
    with database.reading() as session:
        kept = StoredSeasons(session).get("s")
    assert kept.version == 2
    assert kept.season == fewer


def test_a_replacement_of_an_older_version_is_refused(
    database: Database, demo: SeasonContent
) -> None:
    with database.writing() as session:
        StoredSeasons(session).add("s", demo)
        StoredSeasons(session).replace("s", 1, demo)
    with (
        pytest.raises(WrongState, match="Somebody else"),
        database.writing() as session,
    ):
        StoredSeasons(session).replace("s", 1, demo)


def test_a_slug_is_given_once(database: Database, demo: SeasonContent) -> None:
    with database.writing() as session:
        StoredSeasons(session).add("s", demo)
        with pytest.raises(WrongState, match="already"):
            StoredSeasons(session).add("s", demo)


def test_an_unknown_season_names_the_known_ones(database: Database, demo: SeasonContent) -> None:
    with database.writing() as session:
        StoredSeasons(session).add("one", demo)
        StoredSeasons(session).add("two", demo)
    with database.reading() as session, pytest.raises(NotFound, match="one, two"):
        StoredSeasons(session).get("three")


def test_seasons_are_listed_with_their_actors(database: Database, demo: SeasonContent) -> None:
    empty = demo.evolve(season=demo.season.evolve(actors=(), ties=(), rules=()))
    with database.writing() as session:
        StoredSeasons(session).add("b", demo)
        StoredSeasons(session).add("a", empty)
    with database.reading() as session:
        listed = StoredSeasons(session).list_all()
    assert [(each.slug, each.actors) for each in listed] == [("a", 0), ("b", 120)]


def test_what_fails_half_way_leaves_nothing(database: Database, demo: SeasonContent) -> None:
    with pytest.raises(RuntimeError), database.writing() as session:
        StoredSeasons(session).add("s", demo)
        raise RuntimeError("the disk is full")
    with database.reading() as session:
        assert StoredSeasons(session).find("s") is None


def test_who_reads_cannot_write(database: Database, demo: SeasonContent) -> None:
    with pytest.raises(DatabaseFailure), database.reading() as session:
        StoredSeasons(session).add("s", demo)


def test_who_reads_sees_one_state(database: Database, demo: SeasonContent) -> None:
    with database.writing() as session:
        StoredSeasons(session).add("s", demo)
    with database.reading() as reader:
        assert len(StoredSeasons(reader).list_all()) == 1
        with database.writing() as session:
            StoredSeasons(session).add("t", demo)
        assert len(StoredSeasons(reader).list_all()) == 1


def test_writers_wait_for_one_another(database: Database, demo: SeasonContent) -> None:
    small = demo.evolve(season=demo.season.evolve(actors=(), ties=(), rules=()))
    with database.writing() as session:
        StoredSeasons(session).add("s", small)

    def write(number: int) -> None:
        for step in range(10):
            with database.writing() as session:
                StoredSeasons(session).add(f"w{number}-{step}", small)

    with ThreadPoolExecutor(8) as writers:
        for done in [writers.submit(write, number) for number in range(8)]:
            done.result()
    with database.reading() as session:
        assert len(StoredSeasons(session).list_all()) == 81


def test_of_replacements_at_once_one_wins(database: Database, demo: SeasonContent) -> None:
    small = demo.evolve(season=demo.season.evolve(actors=(), ties=(), rules=()))
    with database.writing() as session:
        StoredSeasons(session).add("s", small)

    def replace(_: int) -> bool:
        try:
            with database.writing() as session:
                StoredSeasons(session).replace("s", 1, small)
        except WrongState:
            return False
        return True

    with ThreadPoolExecutor(6) as writers:
        assert sum(writers.map(replace, range(6))) == 1


def test_a_season_that_goes_takes_its_parts(database: Database, demo: SeasonContent) -> None:
    with database.writing() as session:
        StoredSeasons(session).add("s", demo)
        session.delete(session.query(SeasonRow).one())
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            assert session.query(table).count() == 0, table.name


def test_every_column_says_what_it_holds_of_people() -> None:
    columns = [column for table in Base.metadata.sorted_tables for column in table.columns]
    assert [column for column in columns if column.info.get(HOLDS) not in list(Holds)] == []
    personal = {str(column) for column in columns if column.info[HOLDS] is not Holds.NONE}
    assert {"actors.email", "actors.name", "actors.description", "seasons.host"} <= personal
