"""Rankings and partner suggestions."""

from enum import StrEnum

from pydantic import Field

from models.evidence import Evidence
from models.frozen import Frozen
from models.sectors import Sector
from models.text import Text


class Ranked(Frozen):
    """An actor's place in the ranking for one challenge; `rank` counts from 1."""

    actor_id: str
    relevance: float
    rank: int


class RankedWhy(Ranked):
    """The same with the words that carried it; None for an actor without words."""

    evidence: Evidence | None


class Taste(StrEnum):
    """Where partners are rather to be: near, far, or it does not matter."""

    ANY = "any"
    NEAR = "near"
    FAR = "far"


class Selection(Frozen):
    """Which partners are asked for.

    Attributes
    ----------
    k : int
        How many at most; 0 gives all.
    include_known : bool
        Suggest actors with a tie, too.
    sector, within_km, language
        Only partners of this sector, so near, or meeting in this language.
    prefer : Taste
        Which distance lifts the score.
    """

    k: int = Field(default=10, ge=0)
    include_known: bool = False
    sector: Sector | None = None
    within_km: float | None = Field(default=None, ge=0)
    language: str | None = Field(default=None, min_length=1)
    prefer: Taste = Taste.ANY


class SuggestionReason(Frozen):
    """One part of why a partner is suggested."""

    criterion: str
    value: float
    text: Text


class Suggestion(Frozen):
    """A suggested partner, with the score that orders the list.

    There is no distance where one of the two works in the whole country.
    """

    actor_id: str
    name: str
    score: float
    sector: Sector
    place: str
    distance_km: float | None
    known: bool
    reasons: tuple[SuggestionReason, ...]
