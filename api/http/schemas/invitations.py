"""Invitations, answers to them, and ways to mend coalitions."""

from pydantic import Field

from api.http.schemas.common import Requested, Told
from models.invitations import (
    InvitationAnswer,
    PublishedCoalition,
    Repair,
    RepairWay,
    SeatInvitation,
)
from models.sectors import Sector

MOMENT = "With its time zone, such as `2026-12-15T12:00:00+01:00`."


class PublishRequest(Requested):
    """Until when those who are invited have time, and what they are told beside."""

    deadline: str | None = Field(default=None, max_length=40, description=MOMENT)
    message: str = Field(default="", max_length=4000)


class DeclineRequest(Requested):
    """Why not."""

    reason: str = Field(default="", max_length=4000)
    on_behalf: bool = Field(
        default=True, description="It is always recorded that an organiser answered."
    )


class AcceptRequest(Requested):
    """Who is to be turned to from now on, where it is another one."""

    contact: str = Field(default="", max_length=1000)
    on_behalf: bool = Field(
        default=True, description="It is always recorded that an organiser answered."
    )


class AnswerRequest(Requested):
    """An answer by whoever has the link that the mail carries."""

    token: str = Field(min_length=1, max_length=200)
    answer: InvitationAnswer
    reason: str = Field(default="", max_length=4000)
    contact: str = Field(default="", max_length=1000)


class AnsweredView(Told):
    """What an answer led to, for whoever gave it.

    `is_pending` says that the seat was filled meanwhile: the actor stands by for another.
    """

    state: str
    is_pending: bool
    coalition: str

    @classmethod
    def of(cls, invitation: SeatInvitation) -> "AnsweredView":
        """Show what an answer led to."""
        return cls(
            state=invitation.state,
            is_pending=invitation.is_pending or invitation.state == "standby",
            coalition=invitation.coalition,
        )


class InvitationView(Told):
    """An invitation."""

    id: str
    coalition: str = Field(description="What the proposal calls it.")
    coalition_id: str = Field(description="Its own id, which stays.")
    actor: str = Field(description="What the season calls the actor.")
    actor_id: str
    name: str
    sector: Sector
    state: str = Field(description="`held`, `sent`, `accepted`, `declined`, `standby`, …")
    is_reserve: bool
    is_pending: bool = Field(description="It said yes to a seat that was filled meanwhile.")
    has_address: bool = Field(description="Whether it can be written to.")
    deadline: str | None
    reason: str
    contact: str
    answered_by: str = Field(description="The organiser who answered for it, if one did.")
    sent_at: str | None
    answered_at: str | None
    created_at: str

    @classmethod
    def of(cls, invitation: SeatInvitation) -> "InvitationView":
        """Show an invitation."""
        return cls(**{name: getattr(invitation, name) for name in cls.model_fields})


class ReleasedView(Told):
    """How many mails and invitations went, and which reach nobody by mail."""

    mails: int
    invitations: int
    without_address: tuple[str, ...]


class CoalitionView(Told):
    """A published coalition."""

    id: str
    coalition: str
    challenge: str
    proposal: str
    size: int

    @classmethod
    def of(cls, published: PublishedCoalition) -> "CoalitionView":
        """Show a coalition."""
        return cls(
            id=published.id,
            coalition=published.coalition,
            challenge=published.challenge_id,
            proposal=published.proposal_id,
            size=published.size,
        )


class CoalitionsView(Told):
    """A season's published coalitions."""

    items: tuple[CoalitionView, ...]


class ToldView(Told):
    """Who would be told what."""

    actor: str
    mail: str


class RepairView(Told):
    """A way to mend a coalition."""

    id: str
    way: RepairWay
    leaves: tuple[str, ...]
    joins: tuple[str, ...]
    changes: int = Field(description="Actors who get a seat that they did not have.")
    loss: float = Field(description="By how much F falls.")
    broken: tuple[str, ...] = Field(description="Hard rules that it would break.")
    told: tuple[ToldView, ...] = Field(description="The others hear nothing.")

    @classmethod
    def of(cls, repair: Repair) -> "RepairView":
        """Show a repair."""
        told = tuple(ToldView(actor=actor, mail="invitation") for actor in repair.joins)
        own = {name: getattr(repair, name) for name in cls.model_fields if name != "told"}
        return cls(**own, told=told)


class RepairsView(Told):
    """Ways to mend a coalition, fewest changes first; those that break rules last."""

    items: tuple[RepairView, ...]
