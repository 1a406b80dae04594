"""Choose a proposal, publish it, or withdraw it."""

from typing import Literal

from api.use_cases.call import Call
from api.use_cases.invitations import SEATED, withdraw_seats
from api.use_cases.publishing import publish_proposal, read_deadline
from api.use_cases.use_case import Reach, UseCase
from models.errors import WrongState
from models.frozen import Frozen
from models.kept_proposals import KeptProposal
from models.lifecycles import SeasonState
from models.text import Text


class ProposalStep(Frozen):
    """What happens to the proposal that the address names.

    Attributes
    ----------
    deadline : str or None
        Of publishing: until when those who are invited have time; two weeks by default.
    message : str
        Of publishing: what the invitations say beside.
    """

    event: Literal["choose", "publish", "withdraw"]
    deadline: str | None = None
    message: str = ""


def lead_proposal(call: Call, given: ProposalStep) -> KeptProposal:
    """Let it happen, to the proposal and with it to the season.

    Choosing takes the place of whatever was chosen, and a frozen season is then matched;
    publishing supersedes what was published before.

    Raises
    ------
    WrongState
        `wrong_state`; `proposal_answered`: it can't be withdrawn any more.
    InputError
        `deadline_unreadable`, `deadline_past`.
    """
    store, season = call.store, call.at
    proposals = store.proposals
    if given.event == "publish":
        return publish_proposal(store, call.thing, read_deadline(given.deadline), given.message)
    if given.event == "withdraw":
        return _withdraw(call)
    for other in proposals.find_in_state(season.id, "chosen"):
        if other.id != call.thing:
            proposals.advance(other.id, "unchoose")
    if season.state is SeasonState.FROZEN:
        store.seasons.advance(season, "match")
    store.ring(f"season:{season.id}")
    return proposals.advance(call.thing, given.event)


def _withdraw(call: Call) -> KeptProposal:
    """Take back a proposal that nobody has answered yet, with every invitation to it."""
    store, season = call.store, call.at
    if store.invitations.has_answers(season.id):
        raise WrongState("proposal_answered")
    withdrawn = store.proposals.advance(call.thing, "withdraw")
    withdraw_seats(store, list(store.invitations.list_of(season.id, *SEATED, "standby")))
    store.ring(f"season:{season.id}")
    return withdrawn


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
