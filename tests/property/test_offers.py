"""Offers found on demand are those of the whole table, to the last digit and in any part."""

import csv
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.samples import DEMO
from matcher.core.arrays import Ints
from matcher.core.offers import OffersTable
from matcher.embedding import reading
from matcher.embedding.offers import OffersInWords
from matcher.embedding.reading import read_words
from models.ports.progress import Silence
from models.seasons import Season
from tests.kit.actors import make_actor
from tests.kit.embedders import WordEmbedder
from tests.kit.seasons import make_challenge, make_season

COUNT = 60


def told(column: str) -> list[str]:
    """Give what the demo's actors say in a column; one in three says nothing."""
    with (DEMO / "actors.csv").open(encoding="utf-8", newline="") as file:
        texts = [row[column] for row in csv.DictReader(file)]
    shift = 0 if column == "offers" else 1
    return [text if (i + shift) % 3 else "" for i, text in enumerate(texts)]


@pytest.fixture(scope="module")
def season() -> Season:
    offers, seeks = told("offers"), told("seeks")
    return make_season(
        [make_actor(i, offers=offers[i], seeks=seeks[i]) for i in range(COUNT)],
        [make_challenge(0)],
    )


@pytest.fixture(scope="module")
def table(season: Season) -> OffersTable:
    offers = read_words(season, WordEmbedder(), Silence()).fits.offers
    assert isinstance(offers, OffersTable)
    return offers


@pytest.fixture(scope="module")
def on_demand(season: Season) -> OffersInWords:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "MOST_CELLS", 0)
        offers = read_words(season, WordEmbedder(), Silence()).fits.offers
    assert isinstance(offers, OffersInWords)
    return offers


ACTORS = st.lists(st.integers(0, COUNT - 1), max_size=20).map(lambda a: np.array(a, dtype=np.int64))


def test_the_whole_is_the_table(table: OffersTable, on_demand: OffersInWords) -> None:
    assert np.unique(table.table).size > 500
    assert on_demand.table.tolist() == table.table.tolist()
    seeking = on_demand.question_of >= 0
    assert 0 < seeking.sum() < COUNT
    assert on_demand.most[seeking].tolist() == table.most[seeking].tolist()
    others = table.table.copy()
    np.fill_diagonal(others, 0.0)
    assert table.most.tolist() == others.max(axis=1).tolist()


@settings(max_examples=30, deadline=None)
@given(ACTORS, ACTORS)
def test_every_part_is_what_it_is_in_the_whole(
    table: OffersTable, on_demand: OffersInWords, seekers: Ints, givers: Ints
) -> None:
    expected = table.table[np.ix_(seekers, givers)]
    assert on_demand.between(seekers, givers).tolist() == expected.tolist()


@settings(max_examples=10, deadline=None)
@given(ACTORS, st.integers(0, 3))
def test_a_subset_widened_is_the_table_with_its_rows(
    table: OffersTable, on_demand: OffersInWords, actors: Ints, count: int
) -> None:
    expected = np.pad(table.table[np.ix_(actors, actors)], (0, count))
    for offers in (table, on_demand):
        assert offers.subset(actors).widened(count).table.tolist() == expected.tolist()


def test_a_row_among_many_takes_no_table(on_demand: OffersInWords) -> None:
    many = on_demand.subset(np.arange(20_000) % COUNT)
    few = np.array([1, 2, 20])
    tracemalloc.start()
    fits = many.between(few, np.arange(many.size))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert fits.shape == (3, 20_000)
    assert fits[:, :COUNT].tolist() == on_demand.table[few].tolist()
    assert peak < 200_000_000 < 8 * many.size**2
