"""Challenges: the societal questions to gather around."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from models.actors import Labels
from models.frozen import Frozen
from models.places import Place
from models.promises import Breach, insist


class Scope(StrEnum):
    """How far a coalition is to be spread."""

    NATIONAL = "national"
    REGIONAL = "regional"


class Challenge(Frozen):
    """A question with its scope and the sizes of its coalitions.

    `areas` is K, how many areas (counties or other first-level regions for national
    scope, municipalities within the radius for regional) a coalition could spread over;
    `reference_km` is the mean distance that counts as fully spread. Both come from the
    places' reference data. `min_size` ≤ `size` ≤ `max_size`; a regional challenge has a
    place and a radius.
    """

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    description: str = ""
    scope: Scope = Scope.NATIONAL
    place: Place | None = None
    radius_km: float | None = Field(default=None, gt=0)
    min_size: int = Field(default=12, ge=2)
    max_size: int = Field(default=18, ge=2)
    size: int | None = Field(default=None, ge=2)
    coalitions: int = Field(default=1, ge=1)
    facets: Labels = ()
    areas: int = Field(ge=0)
    reference_km: float = Field(gt=0)

    @model_validator(mode="after")
    def _insist_on_sense(self) -> Self:
        insist("Challenge", self._find_breaches())
        return self

    def _find_breaches(self) -> Iterator[Breach]:
        bounds: dict[str, object] = {"least": self.min_size, "most": self.max_size}
        if self.min_size > self.max_size:
            yield Breach(("max_size",), "sizes_out_of_order", bounds)
        elif self.size is not None and not self.min_size <= self.size <= self.max_size:
            yield Breach(("size",), "size_out_of_bounds", {**bounds, "size": self.size})
        if self.scope is Scope.REGIONAL and self.place is None:
            yield Breach(("place",), "region_without_centre")
        if self.scope is Scope.REGIONAL and self.radius_km is None:
            yield Breach(("radius_km",), "region_without_radius")

    @property
    def wished_size(self) -> int:
        """Seats to fill where the rules and the pool allow it."""
        return self.max_size if self.size is None else self.size

    @property
    def question(self) -> str:
        """The words that actors are read against."""
        return f"{self.title}\n{self.description}".strip()
