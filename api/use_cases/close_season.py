"""Close a season: what the next one takes along."""

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.errors import BadRequest
from models.frozen import Frozen
from models.meetings import MeetingPlan
from models.outcomes import Answer, CloseCounts
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.seasons import Season
from models.text import Text
from models.ties import Tie


class Closing(Frozen):
    """What a season ended with: its proposal, members' answers, and the plans of all coalitions.

    Without plans all members of a coalition have met.
    """

    proposal: Proposal
    answers: tuple[Answer, ...] = ()
    plans: tuple[MeetingPlan, ...] | None = None


class Legacy(Frozen):
    """What the next season takes along: who was passed over how often, by id, and the ties.

    `counts` says what is new in them.
    """

    passed_over: dict[str, int]
    ties: tuple[Tie, ...]
    counts: CloseCounts


def close_season(call: Call, given: Closing) -> Legacy:
    """Say who has met, who collaborates, and who was passed over.

    Raises
    ------
    BadRequest
        `plan_missing` for a coalition without a plan; `plan_of_others` for a plan that seats
        somebody who is no actor of the season.
    """
    from matcher.outcomes.closing import count_close, met_pairs, next_passed_over, next_ties

    season, coalitions = call.season, given.proposal.memberships
    rooms = None if given.plans is None else _list_rooms(season, coalitions, given.plans)
    passed_over = next_passed_over(season, given.proposal, rooms)
    ties = next_ties(season, met_pairs(coalitions, rooms), given.answers)
    counts = count_close(season, passed_over, ties)
    return Legacy(passed_over=passed_over, ties=ties, counts=counts)


def _list_rooms(
    season: Season, coalitions: tuple[CoalitionMembers, ...], plans: tuple[MeetingPlan, ...]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """List who sat together by coalition, late joiners included."""
    rooms = {
        plan.coalition: tuple(
            room.members
            for meeting in plan.meetings
            for each in meeting.rounds
            for room in each.rooms
        )
        for plan in plans
    }
    for coalition in coalitions:
        if coalition.id not in rooms:
            raise BadRequest("plan_missing", coalition=coalition.id, field="plans")
        seated = {member for room in rooms[coalition.id] for member in room}
        if strangers := sorted(seated - season.actor_index.keys()):
            words = {"coalition": coalition.id, "name": strangers[0]}
            raise BadRequest("plan_of_others", **words, field="plans")
    return rooms


CLOSE_SEASON = UseCase(
    action="season.close",
    input=Closing,
    run=close_season,
    title=Text(sv="Avsluta en säsong", en="Close a season"),
    description=Text(
        sv="Säger vilka som har träffats och samarbetar, och vilka som blev förbigångna.",
        en="Says who has met and collaborates, and who was passed over.",
    ),
    position=43,
)
