"""Seasons over HTTP."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Requested, Told
from api.use_cases.read_season import SeenSeason
from models.challenges import Scope
from models.kept_seasons import ListedSeason
from models.lifecycles import SEASON, SeasonState
from models.seasons import Effort
from models.sectors import Sector


class SettingsRequest(Requested):
    """Settings of a season; what is left out stays, or is the default."""

    seed: int | None = Field(default=None, ge=0)
    effort: Effort | None = None
    time_limit_s: float | None = Field(default=None, gt=0)
    balance: float | None = Field(default=None, ge=0, le=1)
    weights: dict[str, float] | None = Field(default=None, description="By criterion.")


class SeasonRequest(Requested):
    """A new season."""

    name: str = Field(min_length=1)
    slug: str | None = Field(
        default=None, description="What addresses call it; made of the name where it is left out."
    )
    year: int | None = Field(default=None, ge=0)
    country: str | None = Field(default=None, description="`SE` where it is left out.")
    settings: SettingsRequest | None = None

    def stated(self) -> dict[str, Any]:
        """Give what is stated, as `season.toml` would."""
        own = self.model_dump(exclude={"slug", "settings"}, exclude_none=True)
        more = self.settings.model_dump(mode="json", exclude_none=True) if self.settings else {}
        return {**own, **more}


class SeasonChange(SeasonRequest):
    """What changes of a season; what is left out stays."""

    name: str | None = Field(default=None, min_length=1)  # type: ignore[assignment]
    slug: None = Field(default=None, exclude=True)


class TransitionRequest(Requested):
    """What happens to a season."""

    event: str = Field(
        description=f"One of {', '.join(SEASON.events)}, where the season's state allows it."
    )


class CountsView(Told):
    """How many of each kind of thing a season has."""

    actors: int
    challenges: int
    ties: int
    rules: int


class SettingsView(Told):
    """A season's settings."""

    seed: int
    effort: Effort
    time_limit_s: float
    balance: float
    weights: dict[str, float]


class SeasonView(Told):
    """A season as those see it who have a role in it."""

    id: str
    slug: str
    name: str
    year: int | None
    country: str
    state: SeasonState
    version: int
    created_at: str
    events: tuple[str, ...] = Field(description="What can happen to it now.")
    counts: CountsView
    settings: SettingsView

    @classmethod
    def of(cls, values: dict[str, Any]) -> "SeasonView":
        """Give the view of a season's values."""
        own = {name: values[name] for name in SettingsView.model_fields}
        named = (
            "id",
            "slug",
            "name",
            "year",
            "country",
            "state",
            "version",
            "created_at",
            "counts",
        )
        told = {name: values[name] for name in named}
        return cls(**told, events=SEASON.events_of(values["state"]), settings=own)


class PublicChallenge(Told):
    """A challenge as everybody may read it."""

    code: str
    title: str
    description: str
    scope: Scope
    place: str | None
    coalitions: int


class PublicActor(Told):
    """An actor as everybody may see it."""

    code: str
    name: str
    sector: Sector
    place: str
    county: str
    country: str
    description: str
    offers: str
    seeks: str
    languages: tuple[str, ...]


class PublicSeason(Told):
    """A season as everybody may see it: no addresses, no hidden actors, no own columns."""

    name: str
    year: int | None
    country: str
    challenges: tuple[PublicChallenge, ...]
    actors: tuple[PublicActor, ...]

    @classmethod
    def of(cls, season: SeenSeason) -> "PublicSeason":
        """Give the view of what may be seen."""
        told = PublicActor.model_fields.keys() - {"code"}
        return cls(
            name=season.name,
            year=season.year,
            country=season.country,
            challenges=tuple(
                PublicChallenge(
                    code=each.id,
                    title=each.title,
                    description=each.description,
                    scope=each.scope,
                    place=each.place.name if each.place else None,
                    coalitions=each.coalitions,
                )
                for each in season.challenges
            ),
            actors=tuple(
                PublicActor(code=each.id, **{name: getattr(each, name) for name in told})
                for each in season.actors
            ),
        )


class ListedSeasonView(Told):
    """A season in a list."""

    id: str
    slug: str
    name: str
    state: SeasonState
    version: int
    actors: int

    @classmethod
    def of(cls, season: ListedSeason) -> "ListedSeasonView":
        """Give the view of a line."""
        return cls(**season.model_dump())
