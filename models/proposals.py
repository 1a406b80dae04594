"""A proposal: the coalitions of a season with their reasons and certificate."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from models.canonical import Json, round_number
from models.frozen import Frozen
from models.rules import Rule
from models.scores import CoalitionMembers, Conflict, Penalty, Reason
from models.sectors import Sector
from models.text import Text

SCHEMA = "koalition/proposal/1"
OPTIMAL = 2e-6
"""What may be left up to the bound of a proposal that is called optimal."""


class Status(StrEnum):
    """What the certificate promises."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    RELAXED = "relaxed"


class Solver(StrEnum):
    """Who solves the models."""

    HIGHS = "highs"
    CBC = "cbc"


class EndedBy(StrEnum):
    """What ended the optimiser's work."""

    OPTIMAL = "optimal"
    WORK = "work"
    TIME = "time"
    CANCEL = "cancel"


class _LeavesOutNone(Frozen):
    """Leaves out the fields of `_optional` where they are None."""

    @model_serializer(mode="wrap")
    def _dump(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        dumped: dict[str, Any] = handler(self)
        return {k: v for k, v in dumped.items() if v is not None or k not in _OPTIONAL}


STEERED = frozenset({"alternatives", "keep"})
"""Keys that only proposals have which were steered."""
_OPTIONAL = frozenset({"created_at", "seconds", "engine"}) | STEERED


class Keep(Frozen):
    """Coalitions that a run starts from, and how many of their seats may change hands."""

    coalitions: tuple[CoalitionMembers, ...]
    max_changes: int | None = Field(default=None, ge=0)


class Settings(_LeavesOutNone):
    """Every effective setting of a run."""

    weights: dict[str, Annotated[float, Field(gt=0)]] = Field(min_length=1)
    balance: float = Field(ge=0, le=1)
    effort: str
    time_limit_s: float = Field(gt=0)
    seed: int = Field(ge=0)
    challenge: str | None = None
    rules: tuple[Rule, ...] = ()
    """Pins and bans given with the command, beside the season's own rules."""
    solver: Solver = Solver.HIGHS
    keep: Keep | None = None


_VERSION = (
    r"^[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?"
    r"(\+[a-z0-9]+([.-][a-z0-9]+)*)?$"
)
"""A version of a Python package, as installed ones are written."""


_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
"""A moment in universal time, to the second."""


class Engine(Frozen):
    """What made a proposal: the version of the package, whose sentences it has, and of the rules.

    `algorithm` is raised when the same season, settings and seed may give other numbers.
    """

    version: str = Field(pattern=_VERSION, max_length=60)
    algorithm: int = Field(ge=1)


class EmbeddingInfo(Frozen):
    """Which model read the words."""

    model: str
    fingerprint: str
    dim: int


class Member(Frozen):
    """A member with what it brings."""

    actor_id: str
    name: str
    sector: Sector
    place: str
    county: str
    relevance: float
    new_contacts: int
    reasons: tuple[Reason, ...]


class Reserve(Frozen):
    """Who would take a member's seat, and what F would lose by it."""

    actor_id: str
    for_: str = Field(alias="for")
    loss: float
    relevance: float


class Coalition(Frozen):
    """One proposed coalition."""

    id: str
    challenge_id: str
    size: int
    total: float
    scores: dict[str, float]
    members: tuple[Member, ...]
    penalties: tuple[Penalty, ...] = ()
    reserves: tuple[Reserve, ...] = ()


class UnplacedReason(Frozen):
    """Why an actor got no place."""

    code: str
    sv: str
    en: str

    @classmethod
    def of(cls, code: str, text: Text) -> "UnplacedReason":
        """Join a code and its sentence."""
        return cls(code=code, sv=text.sv, en=text.en)


class Unplaced(Frozen):
    """An actor left over."""

    actor_id: str
    reason: UnplacedReason


def is_proven(objective: float, bound: float) -> bool:
    """Say whether a published bound proves that a published objective is the best."""
    return round_number(bound - objective) <= OPTIMAL


class Certificate(_LeavesOutNone):
    """How good the proposal is, and how that is known."""

    objective: float
    bound: float
    gap: float
    status: Status
    ended_by: EndedBy
    solver: str
    seconds: float | None = Field(default=None, ge=0)

    @property
    def is_proven(self) -> bool:
        """Say whether the bound leaves no better proposal, relaxed or not."""
        return is_proven(self.objective, self.bound)


class Alternative(Frozen):
    """Another proposal for the same season, clearly different from those before it."""

    certificate: Certificate
    coalitions: tuple[Coalition, ...]


class Proposal(_LeavesOutNone):
    """The whole answer, in the order of keys that the contract fixes."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    season: str
    created_at: str | None = Field(default=None, pattern=_MOMENT)
    seed: int
    input_sha256: str
    content_sha256: str = ""
    engine: Engine | None = None
    """None in a proposal that is older than the key; its sentences are nobody's to compare."""
    settings: Settings
    embedding: EmbeddingInfo
    coalitions: tuple[Coalition, ...]
    unplaced: tuple[Unplaced, ...]
    certificate: Certificate
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Alternative, ...] | None = None

    def to_document(self) -> Json:
        """Give the JSON document of the contract."""
        return self.model_dump(mode="json", by_alias=True)

    def as_alternative(self) -> Alternative:
        """Give what an alternative states."""
        return Alternative(certificate=self.certificate, coalitions=self.coalitions)

    @property
    def memberships(self) -> tuple[CoalitionMembers, ...]:
        """Members by coalition."""
        return tuple(
            CoalitionMembers(
                id=coalition.id,
                challenge_id=coalition.challenge_id,
                members=tuple(member.actor_id for member in coalition.members),
            )
            for coalition in self.coalitions
        )
