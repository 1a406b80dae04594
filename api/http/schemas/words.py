"""Partners, rankings and scores over HTTP."""

from pydantic import Field

from api.http.schemas.common import LanguageQuery, Requested, Told
from api.use_cases.suggest_partners import Wish
from models.checks import ChallengeCheck, CoreRule, OtherRelaxation, PoolCount
from models.errors import Fault
from models.evidence import Evidence
from models.scores import CoalitionMembers
from models.sectors import Sector
from models.suggestions import Suggestion, Taste


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


class GivenCoalition(Requested):
    """Members to score, by their codes."""

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


class ReadChallengeView(Told):
    """How near an actor is to a challenge, with the words that carried it."""

    challenge: str
    title: str
    relevance: float
    rank: int
    evidence: Evidence | None


class ReadingView(Told):
    """How the engine understood an actor: the nearest challenges, and who is about the same."""

    actor: str
    challenges: tuple[ReadChallengeView, ...]
    kindred: tuple[Suggestion, ...]


class CheckView(Told):
    """What `koalition check --json` says."""

    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    pool: PoolCount
    challenges: tuple[ChallengeCheck, ...]
    alternatives: tuple[OtherRelaxation, ...]
    core: tuple[CoreRule, ...]
    unjudged: tuple[str, ...]
