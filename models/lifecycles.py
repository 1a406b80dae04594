"""Lifecycles: which states things pass through, and which event leads from which to which.

Each is one table; nothing else says what may follow what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.errors import WrongState


class SeasonState(StrEnum):
    """How far a season has come."""

    DRAFT = "draft"
    OPEN = "open"
    FROZEN = "frozen"
    MATCHED = "matched"
    PUBLISHED = "published"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Lifecycle:
    """The states of one kind of thing.

    Attributes
    ----------
    thing : str
        What goes through them, as messages name it (`thing_season`).
    first : str
        In which state each begins.
    steps : mapping of (state, event) to state
        What is not there can't happen.
    """

    thing: str
    first: str
    steps: Mapping[tuple[str, str], str]

    @property
    def states(self) -> tuple[str, ...]:
        """Give every state, in the order of the table."""
        named = [
            self.first,
            *(state for (state, _), to in self.steps.items() for state in (state, to)),
        ]
        return tuple(dict.fromkeys(map(str, named)))

    @property
    def events(self) -> tuple[str, ...]:
        """Give every event, in the order of the table."""
        return tuple(dict.fromkeys(event for _, event in self.steps))

    def events_of(self, state: str) -> tuple[str, ...]:
        """Give what can happen in a state."""
        return tuple(event for from_, event in self.steps if from_ == state)

    def advance(self, state: str, event: str) -> str:
        """Give the state that an event leads to.

        Raises
        ------
        WrongState
            `wrong_state`, with what can happen instead.

        Examples
        --------
        >>> str(SEASON.advance("draft", "open"))
        'open'
        """
        to = self.steps.get((state, event))
        if to is None:
            known = ", ".join(self.events_of(state)) or "–"
            raise WrongState("wrong_state", event=event, state=state, known=known)
        return to


SEASON = Lifecycle(
    "season",
    SeasonState.DRAFT,
    {
        (SeasonState.DRAFT, "open"): SeasonState.OPEN,
        (SeasonState.OPEN, "freeze"): SeasonState.FROZEN,
        (SeasonState.FROZEN, "match"): SeasonState.MATCHED,
        (SeasonState.MATCHED, "publish"): SeasonState.PUBLISHED,
        (SeasonState.PUBLISHED, "start"): SeasonState.RUNNING,
        (SeasonState.RUNNING, "close"): SeasonState.CLOSED,
        (SeasonState.FROZEN, "reopen"): SeasonState.OPEN,
        (SeasonState.MATCHED, "unmatch"): SeasonState.FROZEN,
        (SeasonState.DRAFT, "cancel"): SeasonState.CANCELLED,
        (SeasonState.OPEN, "cancel"): SeasonState.CANCELLED,
        (SeasonState.FROZEN, "cancel"): SeasonState.CANCELLED,
        (SeasonState.MATCHED, "cancel"): SeasonState.CANCELLED,
    },
)
PROPOSAL = Lifecycle(
    "proposal",
    "candidate",
    {
        ("candidate", "choose"): "chosen",
        ("chosen", "unchoose"): "candidate",
        ("chosen", "publish"): "published",
        ("published", "supersede"): "superseded",
        ("published", "withdraw"): "withdrawn",
    },
)
IMPORT = Lifecycle(
    "import",
    "read",
    {
        ("read", "plan"): "planned",
        ("read", "discard"): "discarded",
        ("planned", "apply"): "applied",
        ("planned", "outdate"): "stale",
        ("planned", "discard"): "discarded",
        ("stale", "discard"): "discarded",
    },
)
RUN = Lifecycle(
    "run",
    "queued",
    {
        ("queued", "claim"): "running",
        ("running", "finish"): "done",
        ("running", "relax"): "relaxed",
        ("running", "fail"): "failed",
        ("queued", "cancel"): "cancelled",
        ("running", "cancel"): "cancelled",
        ("running", "lose"): "queued",
        ("queued", "set_aside"): "failed",
    },
)
JOB = Lifecycle(
    "job",
    "queued",
    {
        ("queued", "claim"): "running",
        ("running", "finish"): "done",
        ("running", "fail"): "failed",
        ("queued", "cancel"): "cancelled",
        ("running", "cancel"): "cancelled",
        ("running", "lose"): "queued",
        ("queued", "set_aside"): "set_aside",
    },
)
INVITATION = Lifecycle(
    "invitation",
    "held",
    {
        ("held", "release"): "sent",
        ("held", "revoke"): "revoked",
        ("standby", "release"): "sent",
        ("standby", "revoke"): "revoked",
        ("sent", "accept"): "accepted",
        ("sent", "decline"): "declined",
        ("sent", "expire"): "expired",
        ("sent", "revoke"): "revoked",
        ("accepted", "leave"): "left",
    },
)
MAIL = Lifecycle(
    "mail",
    "draft",
    {
        ("draft", "release"): "queued",
        ("draft", "drop"): "dropped",
        ("queued", "claim"): "sending",
        ("queued", "drop"): "dropped",
        ("sending", "send"): "sent",
        ("sending", "fail"): "failed",
        ("sending", "drop"): "dropped",
        ("sending", "lose"): "queued",
        ("failed", "release"): "queued",
        ("failed", "drop"): "dropped",
    },
)
LIFECYCLES = {each.thing: each for each in (SEASON, PROPOSAL, IMPORT, RUN, JOB, INVITATION, MAIL)}
