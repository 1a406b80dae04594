"""Agenda templates: what happens in a meeting, before anybody knows how many rounds it has."""

from pydantic import Field, model_validator

from models.frozen import Frozen
from models.text import Text

MEETING_MINUTES = 120
"""A meeting of the coalition model, where nothing else is stated."""
SHORTEST_ROUND_MINUTES = 5
"""In less time a room has hardly opened."""


class TemplateItem(Frozen):
    """One point of a template; a breakout item is held in small groups.

    Attributes
    ----------
    title, text : Text
        What it is called, and what happens in it.
    minutes : int
    is_breakout : bool
        Whether it is divided among the meeting's breakout rounds.
    """

    title: Text
    text: Text
    minutes: int = Field(gt=0)
    is_breakout: bool = False


class AgendaTemplate(Frozen):
    """A meeting's theme and points, whose minutes add up to the meeting's."""

    theme: Text
    minutes: int = Field(default=MEETING_MINUTES, gt=0)
    items: tuple[TemplateItem, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_sound(self) -> "AgendaTemplate":
        """Hold minutes and breakout items to what every laid agenda relies on."""
        if sum(item.minutes for item in self.items) != self.minutes:
            raise ValueError("the minutes of the items must add up to the meeting's")
        if not self.breakouts:
            raise ValueError("there must be a breakout item")
        if any(item.minutes < SHORTEST_ROUND_MINUTES for item in self.breakouts):
            raise ValueError("a breakout item must not be shorter than a round")
        return self

    @property
    def breakouts(self) -> tuple[TemplateItem, ...]:
        """The items in small groups, in order."""
        return tuple(item for item in self.items if item.is_breakout)
