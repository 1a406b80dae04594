"""What goes in and out beside the vocabulary: requests, runs, the public view of a season."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.http.problems import Problem
from api.http.runs import State
from api.use_cases.suggest_partners import Wish
from models.challenges import Scope
from models.scores import CoalitionMembers
from models.seasons import Effort
from models.sectors import Sector
from models.suggestions import Taste
from models.text import Language
from models.ties import TieKind


class Requested(BaseModel):
    """Parameters of a request; unknown ones are refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class LanguageQuery(Requested):
    """The query that every address understands."""

    lang: Language | None = Field(
        default=None, description="Language of problems; goes before `Accept-Language`."
    )


class SuggestionQuery(LanguageQuery):
    """Which partners are suggested."""

    k: int = Field(default=10, ge=0, description="How many; 0 gives all.", examples=[5])
    include_known: bool = Field(default=False, description="Actors with a tie, too.")
    sector: Sector | None = Field(default=None, description="Only this sector.")
    within_km: float | None = Field(default=None, ge=0, description="Only so near.")
    language: str | None = Field(
        default=None,
        min_length=1,
        description="Only who meets in it, by its code or name, such as `sv` or `Swedish`.",
    )
    prefer: Taste = Field(default=Taste.ANY, description="Which distance lifts the score.")

    def to_wish(self, actor: str) -> Wish:
        """Give what is asked for an actor."""
        return Wish(**self.model_dump(exclude={"lang"}), actor=actor)


class RankingQuery(LanguageQuery):
    """How much of a ranking is given."""

    k: int = Field(default=20, ge=0, description="How many; 0 gives all.", examples=[5])


class RunRequest(Requested):
    """What a run overrides; what is left out or null follows the season."""

    challenge: str | None = Field(default=None, description="Only this challenge's coalitions.")
    seed: Annotated[int, Field(ge=0, strict=True)] | None = None
    effort: Effort | None = Field(default=None, description="How much work is spent.")


class GivenCoalition(Requested):
    """Members to score, by their ids."""

    id: str = Field(min_length=1, description="The caller's own name for it.")
    challenge_id: str
    members: list[str] = Field(min_length=1)

    def to_members(self) -> CoalitionMembers:
        """Give the members as the engine takes them."""
        return CoalitionMembers(
            id=self.id, challenge_id=self.challenge_id, members=tuple(self.members)
        )


class ScoreRequest(Requested):
    """Coalitions to score by the season's criteria and rules."""

    coalitions: list[GivenCoalition] = Field(min_length=1)


class Shown(BaseModel):
    """What is shown to others."""

    model_config = ConfigDict(frozen=True)


class RunView(Shown):
    """A run as it is now."""

    id: str
    state: State = Field(description="The last three are final.")
    progress: float = Field(ge=0, le=1, description="Never falls.")
    gap: float | None = Field(description="The proven gap so far, where there is one.")
    error: Problem | None = Field(description="Why it failed; null unless it did.")


class ChallengeView(Shown):
    """A challenge of the season."""

    id: str
    title: str
    description: str
    scope: Scope
    place: str | None = Field(description="The middle of a regional challenge.")
    radius_km: float | None
    min_size: int
    max_size: int
    size: int | None = Field(description="The wished size.")
    coalitions: int
    facets: tuple[str, ...]


class ActorView(Shown):
    """An actor as others may see it."""

    id: str
    name: str
    sector: Sector
    place: str
    municipality: str
    county: str
    country: str
    description: str
    offers: str
    seeks: str
    languages: tuple[str, ...]


class TieView(Shown):
    """A tie between two visible actors."""

    actor_a: str
    actor_b: str
    kind: TieKind
    since: int | None


class SeasonView(Shown):
    """The season as everybody may see it: no addresses, no hidden actors, no own columns."""

    name: str
    year: int | None
    country: str
    challenges: tuple[ChallengeView, ...]
    actors: tuple[ActorView, ...]
    ties: tuple[TieView, ...]


class Health(Shown):
    """That the server answers."""

    status: str
