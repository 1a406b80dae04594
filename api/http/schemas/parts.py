"""Actors, challenges, ties and rules over HTTP."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import PageQuery, Requested, Told
from api.use_cases.parts import PartRow
from models.challenges import Scope
from models.errors import Fault
from models.sectors import Sector
from models.ties import TieKind

FIRST_YEAR, LAST_YEAR = 1000, 9999


class ActorsQuery(PageQuery):
    """Which actors are listed."""

    q: str | None = Field(
        default=None,
        min_length=1,
        max_length=2000,
        description="By meaning: those whose words are nearest come first.",
    )
    sector: Sector | None = None
    county: str | None = Field(default=None, min_length=1)
    state: str | None = Field(default=None, min_length=1, description="Such as `active`.")


class ActorChange(Requested):
    """What changes of an actor, by the columns of its file; what is left out stays.

    What is read of words, such as a sector's or a place's, is read as in files.
    """

    name: str | None = None
    sector: str | None = Field(default=None, description="By any of its names.")
    place: str | None = None
    country: str | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    description: str | None = None
    offers: str | None = None
    seeks: str | None = None
    languages: list[str] | None = None
    wishes: list[str] | None = Field(default=None, description="Codes of challenges, best first.")
    capacity: int | None = Field(default=None, ge=0)
    group: str | None = None
    available: list[str] | None = None
    passed_over: int | None = Field(default=None, ge=0)
    visible: bool | None = None
    email: str | None = None
    attributes: dict[str, str] | None = Field(default=None, description="Columns of one's own.")

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        own = self.model_dump(mode="json", exclude_unset=True, exclude={"attributes", "code"})
        return {**own, **(self.attributes or {})}


class ActorRequest(ActorChange):
    """A new actor."""

    code: str | None = Field(
        default=None, min_length=1, description="Its id in files; made of the name where left out."
    )
    name: str = Field(min_length=1)
    sector: str
    description: str = Field(min_length=1)

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return {**super().row(), **({"id": self.code} if self.code else {})}


class ChallengeChange(Requested):
    """What changes of a challenge; what is left out stays."""

    title: str | None = None
    description: str | None = None
    scope: Scope | None = None
    place: str | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    radius_km: float | None = Field(default=None, gt=0)
    min_size: int | None = Field(default=None, ge=2)
    max_size: int | None = Field(default=None, ge=2)
    size: int | None = Field(default=None, ge=2)
    coalitions: int | None = Field(default=None, ge=1)
    facets: list[str] | None = None

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return self.model_dump(mode="json", exclude_unset=True, exclude={"code"})


class ChallengeRequest(ChallengeChange):
    """A new challenge."""

    code: str = Field(min_length=1, description="Its id in files.")
    title: str = Field(min_length=1)

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return {**super().row(), "id": self.code}


class TieChange(Requested):
    """What changes of a tie; what is left out stays."""

    kind: TieKind | None = None
    since: int | None = Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR)

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return self.model_dump(mode="json", exclude_unset=True)


class TieRequest(Requested):
    """A new tie between two actors, by their codes."""

    actor_a: str = Field(min_length=1)
    actor_b: str = Field(min_length=1)
    kind: TieKind = TieKind.KNOW
    since: int | None = Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR)

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return self.model_dump(mode="json")


class RuleRequest(Requested):
    """A rule as `season.toml` states it; keys of its kind stand in `keys`."""

    kind: str = Field(min_length=1)
    challenge: str | None = Field(default=None, description="Its code; all where it is left out.")
    strength: float | None = Field(default=None, ge=0, description="Hard where it is left out.")
    keys: dict[str, str | bool | int | float | list[str]] = Field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a table of `season.toml`."""
        own = self.model_dump(mode="json", exclude={"keys"}, exclude_none=True)
        return {**self.keys, **own}


class PartView(Told):
    """What all things of a season have."""

    id: str
    version: int
    edited_by: str = Field(description="Who edited it last by hand; empty for nobody.")
    edited_at: str
    warnings: tuple[Fault, ...] = Field(default=(), description="What was odd when it was kept.")

    @classmethod
    def of(cls, part: PartRow) -> Any:
        """Give the view of a thing."""
        told = {name: part.values[name] for name in cls.model_fields if name in part.values}
        return cls(**told, warnings=part.warnings)


class PlaceFields(PartView):
    """Where something is."""

    place: str | None
    municipality: str | None
    county: str | None
    lat: float | None
    lon: float | None
    country: str | None


class ActorView(PlaceFields):
    """An actor as organisers see it; `code` is its id in files."""

    code: str
    state: str
    name: str
    sector: Sector
    description: str
    offers: str
    seeks: str
    languages: tuple[str, ...]
    wishes: tuple[str, ...]
    capacity: int
    group: str
    available: tuple[str, ...]
    passed_over: int
    visible: bool
    attributes: dict[str, str]
    email: str

    @classmethod
    def of(cls, part: PartRow) -> Any:
        """Give the view of an actor."""
        values = {**part.values, "attributes": dict(part.values["attributes"])}
        return super().of(part.evolve(values=values))


class ChallengeView(PlaceFields):
    """A challenge; `code` is its id in files."""

    code: str
    title: str
    description: str
    scope: Scope
    radius_km: float | None
    min_size: int
    max_size: int
    size: int | None
    coalitions: int
    facets: tuple[str, ...]


class TieView(PartView):
    """A tie between two actors, by their codes."""

    actor_a: str
    actor_b: str
    kind: TieKind
    since: int | None


class RuleView(PartView):
    """A rule; it is hard where `strength` is null."""

    kind: str
    challenge: str | None
    strength: float | None
    keys: dict[str, Any]
