"""A swap trades one seat of each actor, however many the two have."""

import pytest

from matcher.steer.repair import hold_swapped, swap
from models.errors import InputError
from models.scores import CoalitionMembers
from tests.kit.rules import make_rule

Seats = dict[str, str]


def seat(seats: Seats) -> tuple[CoalitionMembers, ...]:
    return tuple(
        CoalitionMembers(id=id_, challenge_id=id_.partition("/")[0], members=tuple(members))
        for id_, members in seats.items()
    )


def told(coalitions: tuple[CoalitionMembers, ...]) -> Seats:
    return {each.id: "".join(each.members) for each in coalitions}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"c/1": "ax", "d/1": "by"}, {"c/1": "bx", "d/1": "ay"}),
        ({"c/1": "ax", "d/1": "xy"}, {"c/1": "bx", "d/1": "xy"}),
        ({"c/1": "ax", "d/1": "ay"}, {"c/1": "bx", "d/1": "ay"}),
        ({"c/1": "ax", "d/1": "ab", "e/1": "by"}, {"c/1": "bx", "d/1": "ab", "e/1": "ay"}),
        ({"c/1": "ax", "d/1": "ay", "e/1": "bx"}, {"c/1": "bx", "d/1": "ay", "e/1": "ax"}),
        ({"c/1": "ax", "c/2": "by"}, {"c/1": "bx", "c/2": "ay"}),
        ({"c/1": "ax", "d/1": "ay", "d/2": "bx"}, {"c/1": "ax", "d/1": "by", "d/2": "ax"}),
    ],
)
def test_one_seat_is_traded_and_the_others_kept(before: Seats, after: Seats) -> None:
    assert told(swap(seat(before), "a", "b")) == after


@pytest.mark.parametrize(
    "seats",
    [
        {"c/1": "xy"},
        {"c/1": "ab"},
        {"c/1": "ax", "d/1": "ab"},
        {"c/1": "ab", "d/1": "ab"},
    ],
)
def test_no_swap_without_a_seat_that_the_other_can_take(seats: Seats) -> None:
    with pytest.raises(InputError) as error:
        swap(seat(seats), "a", "b")
    assert [fault.code for fault in error.value.faults] == ["swap_without_places"]


def test_what_holds_a_swap_is_what_changed() -> None:
    before = seat({"c/1": "ax", "d/1": "ay", "e/1": "xy"})
    assert hold_swapped(before, swap(before, "a", "b")) == (
        make_rule("ban", "c", actor="a"),
        make_rule("pin", "c", coalition="c/1", actor="b"),
    )
    assert hold_swapped(before, swap(before, "b", "x")) == (
        make_rule("pin", "c", coalition="c/1", actor="b"),
        make_rule("ban", "c", actor="x"),
    )
    alone = seat({"c/1": "ax"})
    assert hold_swapped(alone, swap(alone, "a", "b"))[0] == make_rule("ban", actor="a")


def test_a_swap_taken_back_holds_nothing() -> None:
    before = seat({"c/1": "ax", "d/1": "by"})
    assert hold_swapped(before, swap(swap(before, "a", "b"), "b", "a")) == ()
