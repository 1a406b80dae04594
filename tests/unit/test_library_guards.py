"""What the library refuses and tells where a program gives it something else than is meant."""

import warnings

import pytest

from api.library import InputWarning, make_season, read
from matcher import match, rank, score, suggest, verify
from models.errors import BadRequest
from tests.kit.embedders import WordEmbedder

ROWS = [
    {"name": name, "sector": sector, "place": place, "description": words}
    for name, sector, place, words in (
        ("Gym", "förening", "Umeå", "We run gyms for children after school"),
        ("Trä", "AB", "Luleå", "We plane wood and take apprentices"),
        ("Kom", "kommun", "Luleå", "School and youth work of the town"),
    )
]
ASKED = [{"id": "stay", "title": "How can children stay?", "min_size": 2, "max_size": 3}]


@pytest.fixture
def season():
    return make_season(ROWS, ASKED)


@pytest.fixture
def reading(season):
    return read(season, WordEmbedder())


@pytest.mark.parametrize(
    "rows", [ROWS[:2], [*ROWS[:2], {**ROWS[2], "description": "Libraries and music for all"}]]
)
def test_a_reading_of_other_words_is_refused(season, rows):
    other = read(make_season(rows, ASKED), WordEmbedder())
    asked = {
        "match": lambda: match(season, other),
        "score": lambda: score(season, other, []),
        "rank": lambda: rank(season, other, "stay"),
        "suggest": lambda: suggest(season, other, "gym"),
        "verify": lambda: verify(season, other, {}),
    }
    for verb, ask in asked.items():
        with pytest.raises(BadRequest) as caught:
            ask()
        assert caught.value.code == "reading_of_other_season", verb


def test_a_reading_serves_where_no_words_changed(season, reading):
    again = make_season(ROWS, ASKED, settings={"seed": 2, "weights": {"novelty": 2}})
    assert rank(again, reading, "stay") == rank(season, reading, "stay")


def test_a_count_below_nothing_is_refused(season, reading):
    assert len(rank(season, reading, "stay", k=0)) == len(ROWS)
    with pytest.raises(BadRequest):
        rank(season, reading, "stay", k=-1)


class Frame:
    """Iterates over its columns' names, as data frames do."""

    def to_dict(self, orient):
        return ROWS

    def __iter__(self):
        return iter(ROWS[0])


@pytest.mark.parametrize("rows", [Frame(), ROWS[0], ["Gym", "Trä"]])
def test_what_are_no_rows_says_what_to_give(rows):
    with pytest.raises(TypeError, match=r'^actors: .*to_dict\("records"\)'):
        make_season(rows, ASKED)
    with pytest.raises(TypeError, match=r"^challenges: "):
        make_season(ROWS, rows)


def test_rows_may_come_one_by_one():
    assert make_season(iter(ROWS), iter(ASKED)) == make_season(ROWS, ASKED)


def test_settings_that_are_none_say_so():
    with pytest.raises(TypeError, match=r"^settings: "):
        make_season(ROWS, ASKED, settings="autumn")


def test_what_is_doubtful_is_a_warning_for_each_cause():
    doubtful = [{**row, "sector": "stiftelse"} for row in ROWS]
    with pytest.warns(InputWarning) as caught:
        make_season(doubtful, [{**ASKED[0], "colour": "red"}])
    told = [str(each.message) for each in caught]
    assert any("stiftelse" in line and "3 rows" in line for line in told)
    assert any("colour" in line for line in told)
    assert all(each.filename == __file__ for each in caught)


def test_sound_rows_warn_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        make_season(ROWS, ASKED)
