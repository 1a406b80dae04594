"""Choose when coalitions meet, from the times that their members gave."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.plan_meetings import list_coalitions
from api.use_cases.use_case import UseCase
from models.agendas import AgendaTemplate
from models.dates import DatePlan, DateSettings
from models.frozen import Frozen
from models.proposals import Proposal
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
    return tuple(plan_dates(season, each, settings) for each in coalitions)


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
