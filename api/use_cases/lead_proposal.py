"""Choose a proposal, publish it, or withdraw it."""

from typing import Literal

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_proposals import KeptProposal
from models.lifecycles import SeasonState
from models.text import Text


class ProposalStep(Frozen):
    """What happens to the proposal that the address names."""

    event: Literal["choose", "publish", "withdraw"]


def lead_proposal(call: Call, given: ProposalStep) -> KeptProposal:
    """Let it happen, to the proposal and with it to the season.

    Choosing takes the place of whatever was chosen, and a frozen season is then matched;
    publishing supersedes what was published before.

    Raises
    ------
    WrongState
        `wrong_state`.
    """
    store, season = call.store, call.at
    proposals = store.proposals
    others = [each for each in _standing(call) if each.id != call.thing]
    if given.event == "choose":
        for other in (each for each in others if each.state == "chosen"):
            proposals.advance(other.id, "unchoose")
        if season.state is SeasonState.FROZEN:
            store.seasons.advance(season, "match")
    elif given.event == "publish":
        for other in (each for each in others if each.state == "published"):
            proposals.advance(other.id, "supersede")
        if season.state is SeasonState.MATCHED:
            store.seasons.advance(season, "publish")
    store.ring(f"season:{season.id}")
    return proposals.advance(call.thing, given.event)


def _standing(call: Call) -> tuple[KeptProposal, ...]:
    found = call.store.proposals.find_in_state
    return (*found(call.at.id, "chosen"), *found(call.at.id, "published"))


def _right(given: ProposalStep) -> str:
    return "proposal.choose" if given.event == "choose" else "proposal.publish"


LEAD_PROPOSAL = UseCase(
    action="proposal.lead",
    input=ProposalStep,
    run=lead_proposal,
    title=Text(sv="Välj eller publicera ett förslag", en="Choose or publish a proposal"),
    description=Text(
        sv="Väljer, publicerar eller drar tillbaka ett förslag, och för säsongen med sig.",
        en="Chooses, publishes or withdraws a proposal, and leads the season on with it.",
    ),
    reach=Reach.CHANGE,
    right=_right,
    event="proposal_led",
)
