"""A board takes what it shows as given, and refuses the rest with a code and a text."""

from collections.abc import Callable

import numpy as np
import pytest

from matcher.board import NOBODY, Board
from matcher.core.problem import build_problem
from models.boards import BoardOp
from models.errors import NotFound, WrongState
from tests.kit.actors import make_actor
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, make_challenge, make_season


def lay_board() -> Board:
    """Lay c0/1 with a00 to a02, c0/2 with a03 and a04, and leave a05 to a07 in the pool."""
    actors = [make_actor(i, capacity=2 if i == 7 else 1) for i in range(8)]
    challenge = make_challenge(0, min_size=2, max_size=3, coalitions=2)
    rules = (make_rule("ban", "c0", coalition="c0/2", actor="a06"),)
    season = make_season(actors, [challenge], rules=rules)
    problem = build_problem(season, draw_fits(season, 1))
    return Board(problem, (np.array([0, 1, 2]), np.array([3, 4])))


def refusal_of(step: Callable[[], object]) -> WrongState:
    with pytest.raises(WrongState) as caught:
        step()
    assert caught.value.text.sv != caught.value.text.en
    return caught.value


def test_a_card_that_somebody_moved_is_named_with_where_it_is_now() -> None:
    board, _ = lay_board().move("a00", "c0/1", "c0/2")
    error = refusal_of(lambda: board.move("a00", "c0/1", None))
    assert (error.code, error.params["place"]) == ("seat_taken", "c0/1")
    assert "c0/2" in error.text.sv
    assert "poolen" in refusal_of(lambda: board.move("a05", "c0/1", None)).text.sv


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (lambda board: board.move("a05", None, None), "same_place"),
        (lambda board: board.move("a00", None, "c0/2"), "seat_taken"),
        (lambda board: board.move("a06", None, "c0/2"), "seat_banned"),
        (lambda board: board.swap("a06", None, "a03", "c0/2"), "seat_banned"),
        (lambda board: board.lock("a05", "c0/1"), "seat_taken"),
        (lambda board: board.unlock("a00", "c0/1"), "not_locked"),
        (lambda board: board.ban("a00", "c0/1"), "seat_held"),
        (lambda board: board.ban("a06", "c0/2"), "already_banned"),
        (lambda board: board.unban("a06", "c0/2"), "banned_by_season"),
        (lambda board: board.unban("a05", "c0/2"), "not_banned"),
        (lambda board: board.undo(), "nothing_to_undo"),
        (lambda board: board.redo(), "nothing_to_redo"),
    ],
)
def test_what_cannot_be_done_is_refused(step: Callable[[Board], object], code: str) -> None:
    board = lay_board()
    assert refusal_of(lambda: step(board)).code == code
    assert board.version == 0


def test_a_locked_seat_stays() -> None:
    board, _ = lay_board().lock("a00", "c0/1")
    assert refusal_of(lambda: board.move("a00", "c0/1", None)).code == "seat_locked"
    assert refusal_of(lambda: board.swap("a05", None, "a00", "c0/1")).code == "seat_locked"
    assert refusal_of(lambda: board.hints("a00")).code == "seat_locked"
    assert "a00" not in [hint.best_swap.actor for hint in board.hints("a05") if hint.best_swap]
    board, _ = board.unlock("a00", "c0/1")
    board.move("a00", "c0/1", None)


def test_an_actor_with_places_left_is_in_a_coalition_and_in_the_pool() -> None:
    board, _ = lay_board().move("a07", None, "c0/1")
    assert board.places_of("a07") == ("c0/1", None)
    assert refusal_of(lambda: board.move("a07", None, "c0/1")).code == "already_there"
    board, change = board.move("a07", None, "c0/2")
    assert board.places_of("a07") == ("c0/1", "c0/2")
    assert [conflict.rule for conflict in change.changed[-1].broken] == ["siblings"]


def test_undo_is_blocked_by_what_came_later_and_names_it() -> None:
    moved, _ = lay_board().move("a05", None, "c0/2")
    again, _ = moved.move("a05", "c0/2", None)
    locked, _ = moved.lock("a05", "c0/2")
    out, _ = lay_board().move("a00", "c0/1", None)
    banned, _ = out.ban("a00", "c0/1")
    for board in (again, locked, banned):
        error = refusal_of(lambda board=board: board.undo(1))
        assert (error.code, error.params) == (
            "undo_blocked",
            {"step": 1, "later": 2, "who": NOBODY},
        )
    other, _ = moved.move("a01", "c0/1", None)
    undone, change = other.undo(1)
    assert (change.op, change.takes_back) == (BoardOp.UNDO, 1)
    assert [chosen.tolist() for chosen in undone.members] == [[0, 2], [3, 4]]


def test_undo_is_blocked_where_another_place_was_taken_since() -> None:
    out, _ = lay_board().move("a00", "c0/1", None)
    board, _ = out.move("a00", None, "c0/2")
    error = refusal_of(lambda: board.undo(1))
    assert error.code == "undo_blocked"
    assert error.params == {"step": 1, "later": 2, "who": NOBODY}

    joined, _ = lay_board().move("a07", None, "c0/1")
    out, _ = joined.move("a07", "c0/1", None)
    sibling, _ = out.move("a07", None, "c0/2")
    assert refusal_of(lambda: sibling.undo(2)).params == {"step": 2, "later": 3, "who": NOBODY}
    freed, _ = sibling.move("a07", "c0/2", None)
    undone, _ = freed.undo(2)
    assert undone.places_of("a07") == ("c0/1", None)


def test_hints_tell_of_each_pin_of_an_actor() -> None:
    """It misses one of its two coalitions already; the swap makes it miss the other."""
    actors = [make_actor(i, capacity=2) for i in range(5)]
    challenges = [make_challenge(c, min_size=2, max_size=3) for c in range(2)]
    rules = tuple(make_rule("pin", f"c{c}", actor="a00") for c in range(2))
    season = make_season(actors, challenges, rules=rules)
    problem = build_problem(season, draw_fits(season, 1))
    board = Board(problem, (np.array([0]), np.array([2, 3])))
    hints = {hint.coalition: hint for hint in board.hints("a04")}
    swap = hints["c0/1"].best_swap
    assert swap is not None and swap.actor == "a00"
    assert [(c.rule, c.coalition) for c in swap.breaks] == [("pin", "c0/1")]


def test_redo_is_forgotten_by_another_step_and_blocked_by_no_undo() -> None:
    board, _ = lay_board().move("a05", None, "c0/2")
    undone, _ = board.undo()
    redone, change = undone.redo()
    assert (change.op, change.takes_back) == (BoardOp.REDO, 2)
    assert redone.sheets() == board.sheets()
    other, _ = undone.move("a06", None, "c0/1")
    assert refusal_of(other.redo).code == "nothing_to_redo"


def test_restore_goes_back_with_locks_and_bans_and_can_be_undone() -> None:
    start = lay_board()
    board, _ = start.lock("a00", "c0/1")
    board, _ = board.ban("a05", "c0/2")
    board, _ = board.swap("a01", "c0/1", "a03", "c0/2")
    back, change = board.restore(0)
    assert (back.sheets(), back.locked, back.banned) == (start.sheets(), (), ())
    assert (change.version, change.takes_back) == (4, 0)
    again, _ = back.undo()
    assert (again.sheets(), again.locked) == (board.sheets(), (("a00", "c0/1"),))
    with pytest.raises(NotFound) as caught:
        board.restore(9)
    assert caught.value.code == "version_not_found"


def test_unknown_names_are_told_with_near_ones() -> None:
    board = lay_board()
    for step in (lambda: board.move("a0", None, "c0/1"), lambda: board.sheet("c0/3")):
        with pytest.raises(NotFound) as caught:
            step()
        assert str(caught.value.params["known"])


def test_a_coalition_without_members_is_not_formed() -> None:
    board, _ = lay_board().move("a03", "c0/2", None)
    (hint,) = [hint for hint in board.hints("a04") if hint.coalition == "c0/1"]
    board, change = board.move("a04", "c0/2", None)
    sheet = change.changed[0]
    assert (sheet.size, sheet.total, sheet.scores) == (0, 0.0, {})
    assert [(conflict.rule, conflict.given) for conflict in sheet.broken] == [("size", 0)]
    assert board.objective == board.sheet("c0/1").total
    assert [conflict.coalition for conflict in hint.breaks] == ["c0/1", "c0/2"]


def test_a_seat_too_many_elsewhere_is_no_change_of_a_sheet_that_tells_of_it_still() -> None:
    """Who has two seats and can take none has too many in each, whichever the other one is."""
    actors = [make_actor(i, capacity=0 if i == 0 else 1) for i in range(4)]
    challenge = make_challenge(0, min_size=2, max_size=3, coalitions=3)
    season = make_season(actors, [challenge])
    problem = build_problem(season, draw_fits(season, 1))
    board = Board(problem, (np.array([0, 1]), np.array([2]), np.array([0, 3])))
    after, change = board.move("a00", "c0/1", "c0/2")
    assert after.sheet("c0/3") == board.sheet("c0/3")
    assert [sheet.coalition for sheet in change.changed] == ["c0/1", "c0/2"]
