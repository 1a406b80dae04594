"""Agendas for any template and number of rounds: minutes, rounds and order are kept."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.meetings.agenda import choose_templates, lay_agenda
from models.agendas import SHORTEST_ROUND_MINUTES, AgendaTemplate, TemplateItem
from models.errors import InputError
from models.text import Text


def text(words: str) -> Text:
    return Text(sv=f"{words} å", en=words)


@st.composite
def templates(draw: st.DrawFn) -> AgendaTemplate:
    """Draw a template of any length with at least one breakout item."""
    drawn = draw(st.lists(st.tuples(st.integers(5, 60), st.booleans()), min_size=1, max_size=8))
    one = draw(st.integers(0, len(drawn) - 1))
    items = tuple(
        TemplateItem(
            title=text(f"item {i}"), text=text("x"), minutes=minutes, is_breakout=flag or i == one
        )
        for i, (minutes, flag) in enumerate(drawn)
    )
    return AgendaTemplate(theme=text("t"), minutes=sum(m for m, _ in drawn), items=items)


def most_rounds(template: AgendaTemplate) -> int:
    return sum(item.minutes // SHORTEST_ROUND_MINUTES for item in template.breakouts)


@settings(max_examples=400, derandomize=True, database=None, deadline=None)
@given(st.data())
def test_minutes_add_up_and_every_round_is_placed_in_order(data: st.DataObject) -> None:
    template = data.draw(templates())
    rounds = data.draw(st.integers(1, most_rounds(template)))

    agenda = lay_agenda(template, rounds)

    assert sum(item.minutes for item in agenda) == template.minutes
    placed = [item.round for item in agenda if item.round]
    assert placed == sorted(placed)
    assert set(placed) == set(range(1, rounds + 1))
    lengths = [sum(i.minutes for i in agenda if i.round == r) for r in range(1, rounds + 1)]
    assert min(lengths) >= SHORTEST_ROUND_MINUTES
    remaining = list(agenda)
    for item in template.items:
        parts = []
        while sum(part.minutes for part in parts) < item.minutes:
            parts.append(remaining.pop(0))
        assert sum(part.minutes for part in parts) == item.minutes
        assert all((part.round is not None) == item.is_breakout for part in parts)
        assert max(p.minutes for p in parts) - min(p.minutes for p in parts) <= 1
        assert all(part.title.sv.startswith(item.title.sv) for part in parts)
        if len(parts) > 1:
            said = [part.title.en for part in parts]
            assert said == [f"{item.title.en} (round {part.round} of {rounds})" for part in parts]
    assert not remaining


def shares_of(total: int, minutes: list[int]) -> list[list[int]]:
    """Give every way to share so many rounds, at least one each."""
    if len(minutes) == 1:
        return [[total]]
    return [
        [first, *rest]
        for first in range(1, total - len(minutes) + 2)
        for rest in shares_of(total - first, minutes[1:])
    ]


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(st.data())
def test_the_shortest_round_is_as_long_as_any_sharing_allows(data: st.DataObject) -> None:
    template = data.draw(templates().filter(lambda t: len(t.breakouts) <= 4))
    minutes = [item.minutes for item in template.breakouts]
    most = min(most_rounds(template), 10)
    rounds = data.draw(st.integers(min(len(minutes), most), most))

    shortest = min(item.minutes for item in lay_agenda(template, rounds) if item.round)

    best = max(
        min(m // share for m, share in zip(minutes, shares, strict=True))
        for shares in shares_of(rounds, minutes)
    )
    assert shortest == best


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(templates())
def test_one_round_more_than_fits_is_refused_with_how_many_fit(template: AgendaTemplate) -> None:
    most = most_rounds(template)
    lay_agenda(template, most)
    with pytest.raises(InputError) as caught:
        lay_agenda(template, most + 1)
    [fault] = caught.value.faults
    assert (fault.column, fault.code) == ("rounds", "rounds_too_many")
    assert f"At most {most} fit" in fault.mend.en
    assert f"Som mest ryms {most}" in fault.mend.sv


@given(st.lists(templates(), min_size=1, max_size=8), st.integers(1, 9))
@settings(max_examples=200, derandomize=True, database=None, deadline=None)
def test_chosen_templates_begin_and_end_the_series_in_its_order(
    drawn: list[AgendaTemplate], meetings: int
) -> None:
    series = tuple(template.evolve(theme=text(f"theme {i}")) for i, template in enumerate(drawn))
    chosen = choose_templates(series, meetings)
    assert len(chosen) == meetings
    stems = [int(template.theme.en.split()[1]) for template in chosen]
    assert stems == sorted(stems)
    assert stems[0] == 0
    assert stems[-1] == (len(series) - 1 if meetings > 1 or len(series) == 1 else 0)
    assert len(set(stems)) == min(meetings, len(series))
    assert len({template.theme.en for template in chosen}) == meetings
    if 1 < meetings <= len(series):
        steps = [b - a for a, b in itertools.pairwise(stems)]
        assert max(steps) - min(steps) <= 1
