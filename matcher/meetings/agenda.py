"""Agendas for meetings: which templates are used, and where the breakout rounds are placed."""

from models.agendas import SHORTEST_ROUND_MINUTES, AgendaTemplate, TemplateItem
from models.errors import Fault, InputError
from models.meetings import AgendaItem
from models.messages import say


def choose_templates(
    templates: tuple[AgendaTemplate, ...], meetings: int
) -> tuple[AgendaTemplate, ...]:
    """Choose a template for each meeting: the first, the last, and those between spread out.

    Where there are more meetings than templates, the last but one goes on, its parts
    numbered.

    Parameters
    ----------
    templates : tuple of AgendaTemplate
        At least one.
    meetings : int
        At least one.
    """
    count = len(templates)
    if meetings <= count:
        last = max(meetings - 1, 1)
        return tuple(templates[i * (count - 1) // last] for i in range(meetings))
    middle, parts = max(count - 2, 0), meetings - count + 1
    theme = templates[middle].theme
    longer = tuple(
        templates[middle].evolve(theme=say("agenda_part", theme=theme, part=part, parts=parts))
        for part in range(1, parts + 1)
    )
    return (*templates[:middle], *longer, *templates[middle + 1 :])


def lay_agenda(template: AgendaTemplate, rounds: int) -> tuple[AgendaItem, ...]:
    """Place a meeting's breakout rounds in its template.

    Every round is placed, in order, and the minutes stay what they were. Several rounds
    divide the breakout items so that the shortest round is as long as can be; where there
    are fewer rounds than breakout items, the items left over continue the last round.

    Parameters
    ----------
    template : AgendaTemplate
    rounds : int
        At least one.

    Raises
    ------
    InputError
        `rounds_too_many`, with how many fit, where a round would be too short.
    """
    shares = _share_rounds(template, rounds)
    agenda: list[AgendaItem] = []
    breakout = placed = 0
    for item in template.items:
        if not item.is_breakout:
            agenda.append(AgendaItem(title=item.title, text=item.text, minutes=item.minutes))
            continue
        parts = shares[breakout]
        agenda += _divide(item, min(placed + 1, rounds), parts, rounds)
        breakout, placed = breakout + 1, placed + parts
    return tuple(agenda)


def _share_rounds(template: AgendaTemplate, rounds: int) -> list[int]:
    """Give each breakout item its number of rounds, at least one."""
    minutes = [item.minutes for item in template.breakouts]
    shares = [1] * len(minutes)
    for _ in range(rounds - len(minutes)):
        best = max(range(len(minutes)), key=lambda b: (minutes[b] / (shares[b] + 1), -b))
        shares[best] += 1
    if any(m // share < SHORTEST_ROUND_MINUTES for m, share in zip(minutes, shares, strict=True)):
        fit = sum(m // SHORTEST_ROUND_MINUTES for m in minutes)
        words = {"theme": template.theme, "least": SHORTEST_ROUND_MINUTES, "fit": fit}
        raise InputError((Fault.given("rounds", rounds, "rounds_too_many", **words),))
    return shares


def _divide(item: TemplateItem, first: int, parts: int, rounds: int) -> list[AgendaItem]:
    """Divide an item among rounds that follow each other, the longer ones first."""
    least, more = divmod(item.minutes, parts)
    return [
        AgendaItem(
            title=item.title
            if parts == 1
            else say("agenda_round", title=item.title, round=first + part, rounds=rounds),
            text=item.text,
            minutes=least + (part < more),
            round=first + part,
        )
        for part in range(parts)
    ]
