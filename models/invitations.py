"""Invitations: a seat that an actor was offered, and what came of it."""

from datetime import timedelta
from enum import StrEnum

from models.frozen import Frozen
from models.sectors import Sector

ANSWER_TIME = timedelta(days=14)
"""How long somebody has for an answer where the organiser says nothing."""
REMINDER = timedelta(days=3)
"""How long before the deadline those who are silent are reminded, once."""
LATE = timedelta(days=60)
"""How long after the deadline a link still takes an answer, to be answered kindly."""


class InvitationAnswer(StrEnum):
    """What an invited actor says."""

    ACCEPT = "accept"
    DECLINE = "decline"


class SeatInvitation(Frozen):
    """An invitation as the store keeps it.

    Attributes
    ----------
    coalition_id : str
        The coalition's own id; `coalition` is what the proposal calls it.
    is_reserve : bool
        Whether the actor stands by for a seat that gets free.
    is_pending : bool
        Whether it said yes to a seat that was no longer free; it stands by until one is.
    deadline, sent_at, answered_at : str or None
        Moments.
    reason : str
        Of a decline.
    contact : str
        Another one who is to be asked instead.
    answered_by : str
        Who answered, where it was an organiser on the actor's behalf.
    """

    id: str
    season_id: str
    coalition_id: str
    coalition: str
    actor_id: str
    actor: str
    name: str
    sector: Sector
    has_address: bool
    state: str
    is_reserve: bool
    is_pending: bool
    deadline: str | None
    message: str
    reason: str
    contact: str
    answered_by: str
    sent_at: str | None
    answered_at: str | None
    created_at: str


class RepairWay(StrEnum):
    """How a coalition is mended after somebody left it."""

    SMALLER = "smaller"
    RESERVE = "reserve"
    REPLACEMENT = "replacement"


class Repair(Frozen):
    """One way to mend a coalition.

    Attributes
    ----------
    leaves, joins : tuple of str
        Actors, by what their season calls them.
    changes : int
        Actors who get a seat that they did not have.
    loss : float
        By how much F falls, rounded as published.
    broken : tuple of str
        Codes of hard rules that the coalition would break.
    """

    id: str
    season_id: str
    coalition_id: str
    proposal_id: str
    way: RepairWay
    leaves: tuple[str, ...]
    joins: tuple[str, ...]
    changes: int
    loss: float
    broken: tuple[str, ...]
    created_at: str


class PublishedCoalition(Frozen):
    """A coalition of a published proposal, which stays the same while its members change."""

    id: str
    season_id: str
    proposal_id: str
    coalition: str
    challenge_id: str
    size: int
