"""What is kept in memory: weighed, and bounded in bytes; the answers stay what they were."""

from pathlib import Path

import numpy as np
import pytest

from api.service import Order, Service
from api.use_cases.open_board import OPEN_BOARD, NewBoard
from api.warm import MOST
from api.weighing import weigh_parts
from models.callers import LOCAL
from models.season_places import Target
from tests.kit.computing import read_small

NAMES = ("one", "two", "three")


@pytest.fixture
def seasons(service: Service, tmp_path: Path) -> tuple[str, ...]:
    """Three small frozen seasons."""
    with service.changing() as store:
        for name in NAMES:
            store.seasons.add(name, read_small(tmp_path / name))
            for event in ("open", "freeze"):
                place = store.seasons.locate(name, LOCAL)
                assert place is not None
                store.seasons.advance(place, event)
    return NAMES


def ask(service: Service, name: str) -> None:
    """Ask for a season's content."""
    with service.reading() as store:
        place = store.seasons.locate(name, LOCAL)
        assert place is not None
        service.warm.keep(place, store)


def lay(service: Service, name: str) -> None:
    """Lay a board."""
    service.perform(OPEN_BOARD, Order(LOCAL, Target(kind="season", id=name)), NewBoard())


def test_seasons_give_way_once_they_take_more_than_they_may(
    service: Service, seasons: tuple[str, ...]
) -> None:
    warm = service.warm
    assert warm.bytes == 0
    ask(service, "one")
    alone = warm.bytes
    assert alone > 20_000
    ask(service, "two")
    assert 1.8 * alone < warm.bytes < 2.2 * alone
    warm.most_bytes = int(2.5 * alone)
    ask(service, "one")
    ask(service, "three")  # the second was left longest
    assert (warm.kept, warm.evictions) == (2, 1)
    assert warm.bytes <= warm.most_bytes
    misses = warm.misses
    ask(service, "one")
    assert warm.misses == misses
    ask(service, "two")
    assert warm.misses == misses + 1


def test_what_was_asked_for_last_stays_however_large_it_is(
    service: Service, seasons: tuple[str, ...]
) -> None:
    service.warm.most_bytes = 1
    for name in seasons:
        ask(service, name)
        assert service.warm.kept == 1
    misses = service.warm.misses
    ask(service, seasons[-1])
    assert service.warm.misses == misses


def test_boards_are_weighed_with_what_they_hold_and_what_they_share_counts_once(
    service: Service, seasons: tuple[str, ...]
) -> None:
    warm = service.warm
    lay(service, "one")
    first = warm.bytes
    lay(service, "one")
    second = warm.bytes - first
    assert 0 < second < first / 2  # the problem is the same
    lay(service, "two")
    assert (warm.boards, warm.kept) == (3, 2)
    several = warm.bytes
    assert several > first + 2 * second  # another season has another problem
    warm.most_bytes = 1
    lay(service, "three")
    assert (warm.boards, warm.kept) == (1, 1)
    assert warm.bytes < several - second


def test_boards_are_bounded_in_number_too(service: Service, seasons: tuple[str, ...]) -> None:
    for _ in range(MOST + 2):
        lay(service, "one")
    assert service.warm.boards == MOST
    assert service.warm.evictions == 2


def test_long_rows_are_weighed_by_a_part_of_them() -> None:
    row = [f"{number:0100}" for number in range(10_000)]
    (size,) = weigh_parts(row).values()
    assert 1_490_000 < size < 1_620_000
    table = np.zeros((1000, 100))
    assert sum(weigh_parts(table, table[::2], {"same": table}).values()) < 801_000
