"""Ask the members of coalitions what came of them."""

from api.use_cases.call import Call
from api.use_cases.open_proposal import Opened
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.scores import CoalitionMembers
from models.text import Text
from models.viewers import is_hidden


class Survey(Frozen):
    """Whom the questions go to: every seat, and how many members are hidden from others."""

    coalitions: tuple[CoalitionMembers, ...]
    seats: int
    hidden: int


def ask_for_outcomes(call: Call, given: Opened) -> Survey:
    """Give whom the questions go to."""
    season, coalitions = call.season, given.proposal.memberships
    members = {member for coalition in coalitions for member in coalition.members}
    return Survey(
        coalitions=coalitions,
        seats=sum(len(coalition.members) for coalition in coalitions),
        hidden=sum(is_hidden(season.actors[season.actor_index[member]]) for member in members),
    )


ASK_FOR_OUTCOMES = UseCase(
    action="outcomes.ask",
    input=Opened,
    run=ask_for_outcomes,
    title=Text(sv="Fråga om utfall", en="Ask for outcomes"),
    description=Text(
        sv="Säger vilka medlemmar som får frågorna om vad träffarna gav.",
        en="Says which members get the questions about what came of the meetings.",
    ),
    position=40,
)
