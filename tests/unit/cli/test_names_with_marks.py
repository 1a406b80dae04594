"""Names with commas and equals signs on the command line are taken whole."""

import pytest

from api.cli.seats import read_actors, read_seats, read_swaps
from api.use_cases.call import Call
from api.use_cases.prepare_run import Seat, Swap
from matcher.core.fits import Fits
from models.errors import BadRequest
from tests.kit.actors import make_actor
from tests.kit.seasons import draw_relevance, give_reading, make_challenge, make_season
from tests.kit.words import call_with

LASA, VI, BOTH = "Läsfrämjarna, Karlshamn", "Du + jag = vi", "a03,a04"
NAMES = (LASA, VI, BOTH, "Bräda", "Grytan")
SEASON = make_season(
    [make_actor(number, name=name) for number, name in enumerate(NAMES)], [make_challenge(0)]
)


@pytest.fixture
def call() -> Call:
    return call_with(SEASON, give_reading(Fits(draw_relevance(1, len(NAMES), 1))))


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([LASA], (LASA,)),
        ([f"{LASA},a01"], (LASA, "a01")),
        ([f"a01, {LASA} ,Grytan"], ("a01", LASA, "Grytan")),
        (["a03,a04"], (BOTH,)),
        (["a04,a03"], ("a04", "a03")),
        (["a03", "a04"], ("a03", "a04")),
        (["a03", "a03,a01"], ("a03", "a01")),
        (["nobody, else"], ("nobody", "else")),
    ],
)
def test_declines_are_names_first(call: Call, options: list[str], names: tuple[str, ...]) -> None:
    assert read_actors(call, options) == names


@pytest.mark.parametrize(
    ("option", "actor", "coalition"),
    [
        (VI, VI, ""),
        (f"{VI}=c0/1", VI, "c0/1"),
        (f"{LASA}=c0", LASA, "c0"),
        ("a01=c0", "a01", "c0"),
        ("nobody=c0", "nobody", "c0"),
    ],
)
def test_pins_and_bans_are_names_first(call: Call, option: str, actor: str, coalition: str) -> None:
    assert read_seats(call, [option]) == (Seat(actor=actor, coalition=coalition),)


def test_swaps_are_names_first(call: Call) -> None:
    given = [f"{LASA},a01", f"a01,{LASA}", f"{VI},Grytan"]
    assert read_swaps(call, given) == (
        Swap(one=LASA, other="a01"),
        Swap(one="a01", other=LASA),
        Swap(one=VI, other="Grytan"),
    )
    for option in (LASA, "a01", "a01,a02,a04"):
        with pytest.raises(BadRequest) as error:
            read_swaps(call, [option])
        assert error.value.code == "swap_of_two"
