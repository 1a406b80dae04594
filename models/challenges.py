"""Challenges: the societal questions to gather around."""

from enum import StrEnum

from pydantic import Field

from models.frozen import Frozen
from models.places import Place


class Scope(StrEnum):
    """How far a coalition is to be spread."""

    NATIONAL = "national"
    REGIONAL = "regional"


class Challenge(Frozen):
    """A question with its scope and the sizes of its coalitions.

    `areas` is K, how many areas (counties or other first-level regions for national
    scope, municipalities within the radius for regional) a coalition could spread over;
    `reference_km` is the mean distance that counts as fully spread. Both come from the
    places' reference data.
    """

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    description: str = ""
    scope: Scope = Scope.NATIONAL
    place: Place | None = None
    radius_km: float | None = Field(default=None, gt=0)
    min_size: int = Field(default=12, ge=2)
    max_size: int = Field(default=18, ge=2)
    size: int | None = None
    coalitions: int = Field(default=1, ge=1)
    facets: tuple[str, ...] = ()
    areas: int = Field(ge=0)
    reference_km: float = Field(gt=0)

    @property
    def wished_size(self) -> int:
        """Seats to fill where the rules and the pool allow it."""
        return self.max_size if self.size is None else self.size

    @property
    def question(self) -> str:
        """The words that actors are read against."""
        return f"{self.title}\n{self.description}".strip()
