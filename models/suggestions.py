"""Rankings and partner suggestions."""

from models.frozen import Frozen
from models.sectors import Sector
from models.text import Text


class Ranked(Frozen):
    """An actor's place in the ranking for one challenge; `rank` counts from 1."""

    actor_id: str
    relevance: float
    rank: int


class SuggestionReason(Frozen):
    """One part of why a partner is suggested."""

    criterion: str
    value: float
    text: Text


class Suggestion(Frozen):
    """A suggested partner, with the score that orders the list."""

    actor_id: str
    name: str
    score: float
    sector: Sector
    place: str
    distance_km: float
    known: bool
    reasons: tuple[SuggestionReason, ...]
