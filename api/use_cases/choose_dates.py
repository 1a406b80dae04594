"""Choose when coalitions meet, from the times that their members gave."""

from collections.abc import Sequence

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.plan_meetings import MOST_TURNS, list_coalitions
from api.use_cases.use_case import UseCase
from models.agendas import AgendaTemplate
from models.bookings import Occasion, find_double_bookings
from models.dates import DatePlan, DateSettings
from models.frozen import Frozen
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.text import Text


class DateOrder(Frozen):
    """How many meetings, by which agendas, and within which limits.

    The proposal need not agree with the season, as long as its actors and challenges are
    there.
    """

    proposal: Proposal
    coalition: str | None = None
    meetings: int = Field(default=4, ge=1)
    templates: tuple[AgendaTemplate, ...]
    settings: DateSettings = DateSettings()


def choose_dates(call: Call, given: DateOrder) -> tuple[DatePlan, ...]:
    """Choose the dates that most can attend, and say who can and what is lacking.

    Raises
    ------
    NotFound
        `coalition_not_found`.
    BadRequest
        `proposal_of_other_season`.
    """
    from matcher.meetings.agenda import choose_templates
    from matcher.meetings.dates import plan_dates

    season = call.season
    templates = choose_templates(given.templates, given.meetings)
    minutes = tuple(template.minutes for template in templates)
    settings = given.settings.evolve(minutes=minutes)
    coalitions = list_coalitions(season, given.proposal, given.coalition)
    plans: dict[str, DatePlan] = {}
    for _ in range(MOST_TURNS):
        before = dict(plans)
        for each in coalitions:
            elsewhere = _list_occasions(coalitions, plans, minutes, each.id)
            plans[each.id] = plan_dates(season, each, settings, elsewhere)
        if plans == before:
            break
    return tuple(
        _note(plans[each.id], each, minutes, _list_occasions(coalitions, plans, minutes, each.id))
        for each in coalitions
    )


def _list_occasions(
    coalitions: Sequence[CoalitionMembers],
    plans: dict[str, DatePlan],
    minutes: tuple[int, ...],
    but: str,
) -> list[Occasion]:
    """Give the meetings of all coalitions but one that have dates by now."""
    return [
        Occasion(each.id, date.number, date.start, length, frozenset(each.members))
        for each in coalitions
        if each.id != but and each.id in plans
        for date, length in zip(plans[each.id].dates, minutes, strict=False)
    ]


def _note(
    plan: DatePlan,
    coalition: CoalitionMembers,
    minutes: tuple[int, ...],
    elsewhere: Sequence[Occasion],
) -> DatePlan:
    """Give dates that name those who have another meeting at the same hour."""
    own = _list_occasions((coalition,), {coalition.id: plan}, minutes, "")
    return plan.evolve(
        dates=tuple(
            date.evolve(double_booked=find_double_bookings(occasion, elsewhere))
            for date, occasion in zip(plan.dates, own, strict=True)
        )
    )


CHOOSE_DATES = UseCase(
    action="dates.choose",
    input=DateOrder,
    run=choose_dates,
    title=Text(sv="Välj datum", en="Choose dates"),
    description=Text(
        sv="Väljer de datum då flest kan komma, och säger vad som saknas.",
        en="Chooses the dates that most can attend, and says what is lacking.",
    ),
    position=30,
)
