"""Summarise the answers of a season's members."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.errors import BadRequest
from models.frozen import Frozen
from models.outcomes import Answer, Outcomes, SeasonFigures
from models.proposals import Proposal
from models.text import Text


class Answers(Frozen):
    """The answers of a proposal's members, and summaries of earlier seasons.

    A summary brings the seasons before it along, so that the last one is enough.
    """

    proposal: Proposal
    answers: tuple[Answer, ...]
    earlier: tuple[Outcomes, ...] = ()
    with_comments: bool = False


class OutcomesSummary(Frozen):
    """The figures, small numbers protected; and, for the organiser alone, the comments."""

    outcomes: Outcomes
    comments: tuple[tuple[str | None, tuple[str, ...]], ...] = ()
    """By coalition; None stands for all coalitions that are too small to be shown."""


def summarise_outcomes(call: Call, given: Answers) -> OutcomesSummary:
    """Summarise by coalition, season and over time.

    Raises
    ------
    BadRequest
        `earlier_is_this`: a summary of the same proposal is among the earlier ones; the
        difference of the two would show who answered between them.
    """
    from matcher.outcomes.comments import find_comments
    from matcher.outcomes.summary import summarise_answers

    points: dict[str, SeasonFigures] = {}
    for outcomes in given.earlier:
        for point in (*outcomes.earlier, outcomes.point):
            points.setdefault(point.proposal_sha256, point)
    current = given.proposal.content_sha256
    if current in points:
        raise BadRequest("earlier_is_this", season=points[current].season, field="earlier")
    made = summarise_answers(call.season, given.proposal, given.answers, tuple(points.values()))
    ids = [coalition.id for coalition in given.proposal.coalitions]
    told = find_comments(call.season, ids, given.answers) if given.with_comments else ()
    return OutcomesSummary(outcomes=made, comments=tuple(told))


SUMMARISE_OUTCOMES = UseCase(
    action="outcomes.summarise",
    input=Answers,
    run=summarise_outcomes,
    title=Text(sv="Sammanställ utfall", en="Summarise outcomes"),
    description=Text(
        sv="Sammanställer medlemmarnas svar per koalition, säsong och över tid.",
        en="Summarises the members' answers by coalition, season and over time.",
    ),
    position=41,
)
