"""What happened."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Told
from api.use_cases.registry import USE_CASES
from models.kept_events import KeptEvent
from models.messages import say
from models.text import Text

TITLES = {
    each.event: each.title for each in reversed(tuple(USE_CASES.values())) if each.event is not None
} | {"invitation_expired": say("event_invitation_expired")}
"""What was done, by the name of its event; of several ways to do it the first is named."""


class EventView(Told):
    """One change; what was erased is null."""

    sequence: int = Field(description="Its place in the season's chain, without gaps.")
    event: str
    text: Text = Field(description="What was done, in a few words.")
    at: str
    by: str = Field(description="Who did it; empty where they were erased or had no name.")
    thing: str | None = Field(description="The id of what it was done to.")
    given: dict[str, Any] | None = Field(description="What was asked for.")
    is_erased: bool

    @classmethod
    def of(cls, kept: KeptEvent) -> "EventView":
        """Show an event."""
        return cls(
            sequence=kept.sequence,
            event=kept.name,
            text=TITLES.get(kept.name, Text.same(kept.name)),
            at=kept.at,
            by=kept.by,
            thing=kept.thing,
            given=kept.body,
            is_erased=kept.body is None,
        )
