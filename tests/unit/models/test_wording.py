"""Numbers and dates as each language writes them."""

import pytest

from models import numbers, wording
from models.messages import say
from models.text import Text


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        (numbers.decimal(1234567.891, 2), "1 234 567,89", "1,234,567.89"),
        (numbers.decimal(-0.00001, 2), "0,00", "0.00"),
        (numbers.count(120000), "120 000", "120,000"),
        (numbers.percent(0.5), "50 %", "50%"),
        (numbers.percent_at_most(0.000298), "0,03 %", "0.03%"),
        (numbers.percent_at_most(0.0003), "0,03 %", "0.03%"),
        (numbers.percent_at_most(0.031), "4 %", "4%"),
        (numbers.percent_at_most(0.25), "25 %", "25%"),
        (numbers.percent_at_most(0), "0 %", "0%"),
        (numbers.percent_below_all(0.99999), "99,9 %", "99.9%"),
        (numbers.loss(0.0), "0,0000", "0.0000"),
        (numbers.loss(0.00004), "< 0,0001", "< 0.0001"),
        (numbers.contribution(-0.5), "−0,5000", "−0.5000"),
        (say("count_seats", n=1), "1 plats", "1 seat"),
        (say("count_seats", n=1200), "1 200 platser", "1,200 seats"),
    ],
)
def test_numbers(text: Text, sv: str, en: str) -> None:
    assert (text.sv.replace("\u00a0", " "), text.en.replace("\u00a0", " ")) == (sv, en)


def test_a_number_and_its_noun_stay_on_one_line() -> None:
    assert say("count_seats", n=18).sv == "18\u00a0platser"


@pytest.mark.parametrize(
    ("names", "sv"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_listing(names: list[str], sv: str) -> None:
    assert wording.listing([Text(sv=name, en=name) for name in names]).sv == sv
