"""The page to send: what was asked, the coalitions, how good they are and whom to invite."""

from dataclasses import dataclass, replace
from math import ceil

from api.documents.report.rules import asked_rules, tell_conflict
from api.show.coalitions import CoalitionCard, coalition_cards
from api.show.showing import Showing
from models.messages import say
from models.numbers import decimal
from models.proposals import Certificate, Proposal
from models.seasons import Season
from models.sectors import Sector
from models.text import Text
from models.viewers import PUBLIC

MOST_CONFLICTS = 3
"""So many are told on the page; the others are counted."""

ROOMY, DENSE = 2600, 4600
"""Letters to print up to which names stand in the larger type, and in the smaller one."""


@dataclass(frozen=True)
class Invitee:
    """An organisation to invite."""

    name: str
    sector: Sector


@dataclass(frozen=True)
class Invitation:
    """A coalition with whom to invite to it; those hidden from others are only counted."""

    card: CoalitionCard
    invitees: tuple[Invitee, ...]


@dataclass(frozen=True)
class SendingPage:
    """Everything on the page beside the head."""

    asked: Text
    rules: tuple[Text, ...]
    promise: Text
    conflicts: tuple[Text, ...]
    more_conflicts: int
    invitations: tuple[Invitation, ...]
    density: str
    """`roomy`, `dense` or `packed`: which type lets the names of this season fit."""


def lay_out_sheet(showing: Showing, proposal: Proposal) -> SendingPage:
    """Put the page together; it is made to be sent, so whoever reads the report, it is public."""
    public = replace(showing, viewer=PUBLIC)
    invitations = tuple(map(_invite, coalition_cards(public, proposal)))
    letters = sum(len(i.name) + 4 for item in invitations for i in item.invitees)
    return SendingPage(
        asked=_say_asked(public.season, proposal),
        rules=asked_rules(public, proposal),
        promise=_say_promise(proposal.certificate),
        conflicts=tuple(
            tell_conflict(public, conflict) for conflict in proposal.conflicts[:MOST_CONFLICTS]
        ),
        more_conflicts=max(0, len(proposal.conflicts) - MOST_CONFLICTS),
        invitations=invitations,
        density="roomy" if letters <= ROOMY else "dense" if letters <= DENSE else "packed",
    )


def _say_asked(season: Season, proposal: Proposal) -> Text:
    """Say how many coalitions and seats were wished for, and among whom."""
    only = proposal.settings.challenge
    asked = [challenge for challenge in season.challenges if only in (None, challenge.id)]
    return say(
        "report_asked_for",
        coalitions=say("count_coalitions", n=sum(c.coalitions for c in asked)),
        challenges=say("count_challenges", n=len(asked)),
        seats=say("count_seats", n=sum(c.coalitions * c.wished_size for c in asked)),
        actors=say("count_actors", n=len(season.actors)),
    )


def _say_promise(certificate: Certificate) -> Text:
    """Say F and its bound, rounded up as a bound must be; one number where F is proven."""
    if certificate.is_proven:
        return say("report_objective_proven", objective=decimal(certificate.objective, 3))
    return say(
        "report_objective_and_bound",
        objective=decimal(certificate.objective, 3),
        bound=decimal(ceil(1000 * certificate.bound - 1e-9) / 1000, 3),
    )


def _invite(card: CoalitionCard) -> Invitation:
    invitees = (Invitee(row.member.name, row.member.sector) for row in card.members)
    return Invitation(card, tuple(invitees))
