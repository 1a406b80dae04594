"""Weekly times are read in the languages of the countries whose places are known."""

import pytest

from models.slots import WEEKDAYS, read_slot


@pytest.mark.parametrize(
    ("label", "weekday"),
    [
        ("Di 13:00", 1),
        ("Donnerstag 9.30", 3),
        ("lørdag 10", 5),
        ("man 8:00", 0),
        ("keskiviikko 12", 2),
        ("To 18:00", 3),
    ],
)
def test_a_weekday_of_another_language(label: str, weekday: int) -> None:
    slot = read_slot(label)
    assert slot is not None
    assert slot.weekday == weekday


def test_no_word_is_two_days() -> None:
    assert sorted(set(WEEKDAYS.values())) == [*range(7)]
    assert WEEKDAYS["tis"] == WEEKDAYS["di"] == WEEKDAYS["tir"] == WEEKDAYS["tiistai"]
