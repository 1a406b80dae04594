"""An adversary who adds and subtracts what is shown finds no figure made of fewer than five."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from matcher.outcomes.protection import choose_shown
from matcher.outcomes.summary import summarise_answers
from models.outcomes import LEAST_ANSWERS, Answer, Figures
from tests.kit.actors import make_actor
from tests.kit.outcomes import answer, make_proposal
from tests.kit.seasons import make_challenge, make_season

ASKED = ("widened", "collaborate", "new_contacts", "sectors", "forecast", "pairs")

actor_sets = st.lists(st.frozensets(st.integers(0, 24).map(str), max_size=12), max_size=6)


def find_derived(
    answered: list[frozenset[str]], whole: bool, shown: tuple[bool, ...]
) -> list[frozenset[str]]:
    """Give the answers behind every figure that sums and differences of those shown give."""
    own = [c for c, is_shown in enumerate(shown) if is_shown]
    derived = []
    for count in range(len(own) + 1):
        for chosen in combinations(own, count):
            if chosen:
                derived.append(frozenset[str]().union(*(answered[c] for c in chosen)))
            rest = [c for c in range(len(answered)) if c not in chosen]
            if whole and rest:
                derived.append(frozenset[str]().union(*(answered[c] for c in rest)))
    return derived


@given(actor_sets)
def test_no_difference_of_figures_is_made_of_too_few(answered: list[frozenset[str]]) -> None:
    whole, shown = choose_shown(answered)
    assert all(len(own) >= LEAST_ANSWERS for own in find_derived(answered, whole, shown))


@given(actor_sets)
def test_nothing_is_hidden_without_need(answered: list[frozenset[str]]) -> None:
    whole, shown = choose_shown(answered)
    assert whole == (len(frozenset[str]().union(*answered)) >= LEAST_ANSWERS)
    if whole and all(len(own) >= LEAST_ANSWERS for own in answered):
        assert all(shown)
    for c, is_shown in enumerate(shown):
        if not is_shown and whole and len(answered[c]) >= LEAST_ANSWERS:
            others = [own for d, own in enumerate(answered) if d != c and not shown[d]]
            assert any(len(own) < LEAST_ANSWERS for own in others)


def test_a_season_of_two_hides_both_where_one_is_too_small() -> None:
    three, ten = frozenset("abc"), frozenset("defghijklm")
    assert choose_shown([ten, three]) == (True, (False, False))
    assert choose_shown([ten, frozenset()]) == (True, (False, False))
    assert choose_shown([ten, frozenset("nopqr")]) == (True, (True, True))


def test_four_actors_who_answer_twice_are_four() -> None:
    four = frozenset("abcd")
    assert choose_shown([four, four]) == (False, (False, False))


def test_a_whole_summary_gives_nobody_away() -> None:
    draw = Random(7)
    seen = 0
    for _ in range(150):
        coalitions = {f"c{c}/1": [f"a{12 * c + i:02}" for i in range(12)] for c in range(3)}
        actors = [make_actor(i) for i in range(36)]
        season = make_season(actors, [make_challenge(c) for c in range(3)])
        proposal = make_proposal(season, coalitions)
        answers = [
            _draw_answer(draw, id_, member)
            for id_, members in coalitions.items()
            for rate in [draw.choice([0.0, 0.2, 0.5, 0.9])]
            for member in members
            if draw.random() < rate
        ]
        outcomes = summarise_answers(season, proposal, answers)
        for key in ("answers", *ASKED):
            whole = _count(outcomes.total, key)
            parts = [_count(part, key) for part in outcomes.coalitions]
            shown = [count for count in parts if count is not None]
            assert all(count >= LEAST_ANSWERS for count in shown)
            if whole is None:
                assert not shown
            else:
                assert whole >= LEAST_ANSWERS
                assert len(shown) == 3 or whole - sum(shown) >= LEAST_ANSWERS
                seen += len(shown) == 1
    assert seen > 50


def _draw_answer(draw: Random, coalition: str, member: str) -> Answer:
    """Draw an answer that passes by some of the questions."""
    asked = {
        "widened": True,
        "new_contacts": draw.randint(0, 9),
        "sectors": ("public",),
        "will_collaborate": True,
    }
    passed_by = {key: None for key in asked if draw.random() < 0.3}
    return answer(coalition, member, **(asked | passed_by))


def _count(figures: Figures, key: str) -> int | None:
    """Give how many answers lie behind a figure, as it states."""
    own = getattr(figures, key)
    return own if own is None or isinstance(own, int) else own.answers
