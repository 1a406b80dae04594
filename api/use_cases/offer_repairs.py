"""Offer the ways to mend a coalition after somebody said no."""

from typing import TYPE_CHECKING

from api.use_cases.call import Call
from api.use_cases.invitations import OVER, SEATED, insist_on_published
from api.use_cases.mending import find_ways
from api.use_cases.use_case import Reach, UseCase
from models.errors import WrongState
from models.frozen import Frozen
from models.invitations import PublishedCoalition, Repair
from models.proposals import Proposal
from models.text import Text

if TYPE_CHECKING:
    from data.store.transaction import Transaction


class RepairsAsked(Frozen):
    """Nothing is given: the coalition that the address names is meant."""


class RepairsOffered(Frozen):
    """The ways, fewest changes first."""

    items: tuple[Repair, ...]


def offer_repairs(call: Call, given: RepairsAsked) -> RepairsOffered:
    """Find the ways, and keep them so that one can be accepted.

    Raises
    ------
    WrongState
        `nobody_left`: every seat is taken, or offered; `coalition_outdated`;
        `proposal_outdated`.
    """
    store = call.store
    coalition = store.invitations.read_coalition(call.thing)
    kept = insist_on_published(store, coalition)
    document = Proposal.model_validate_json(store.proposals.read_document(kept.id))
    gone = find_gone(store, coalition, document)
    if not gone:
        raise WrongState("nobody_left")
    try:
        settings = document.settings.evolve(keep=None)
        board = call.table.lay_board(call, settings, document.memberships)
    except KeyError as error:
        raise WrongState("proposal_outdated") from error
    unwilling = {each.actor for each in store.invitations.list_of(call.at.id, *OVER)}
    ways = find_ways(board, coalition, gone, _reserves_of(store, coalition, document), unwilling)
    return RepairsOffered(items=store.repairs.offer(ways, coalition.id))


def find_gone(
    store: "Transaction", coalition: PublishedCoalition, document: Proposal
) -> tuple[str, ...]:
    """Give the members of a coalition who have neither a seat nor an invitation any more."""
    invited = store.invitations.list_of(coalition.season_id, *SEATED, "standby")
    own = [each for each in invited if each.coalition_id == coalition.id]
    there = {each.actor for each in own if each.state in SEATED or each.deadline is not None}
    members = next(each.members for each in document.memberships if each.id == coalition.coalition)
    return tuple(actor for actor in members if actor not in there)


def _reserves_of(
    store: "Transaction", coalition: PublishedCoalition, document: Proposal
) -> tuple[str, ...]:
    """Give who stands by, in the order of what F would lose, then those who came late."""
    stated = next(each for each in document.coalitions if each.id == coalition.coalition)
    by_loss = sorted(stated.reserves, key=lambda each: (each.loss, each.actor_id))
    waiting = {
        each.actor
        for each in store.invitations.list_of(coalition.season_id, "standby")
        if each.coalition_id == coalition.id
    }
    ordered = [each.actor_id for each in by_loss if each.actor_id in waiting]
    return tuple(dict.fromkeys([*ordered, *sorted(waiting)]))


OFFER_REPAIRS = UseCase(
    action="repair.offer",
    input=RepairsAsked,
    run=offer_repairs,
    title=Text(sv="Föreslå lagningar", en="Offer repairs"),
    description=Text(
        sv="Visar hur en koalition kan lagas när någon har tackat nej, med få byten först.",
        en="Shows how a coalition can be mended when somebody said no, fewest changes first.",
    ),
    reach=Reach.CHANGE,
    right="repair.offer",
    event="repairs_offered",
)
