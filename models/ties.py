"""Ties: who already knows or works with whom."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from models.frozen import Frozen
from models.promises import Breach, insist


class TieKind(StrEnum):
    """How two actors know each other."""

    KNOW = "know"
    COLLABORATE = "collaborate"
    MET_IN_COALITION = "met_in_coalition"


class Tie(Frozen):
    """A symmetric tie between two actors; `actor_a` < `actor_b`, in whichever order given."""

    actor_a: str = Field(min_length=1)
    actor_b: str = Field(min_length=1)
    kind: TieKind = TieKind.KNOW
    since: int | None = Field(default=None, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _sort(cls, given: object) -> object:
        if isinstance(given, Mapping):
            one, other = given.get("actor_a"), given.get("actor_b")
            if isinstance(one, str) and isinstance(other, str) and other < one:
                return {**given, "actor_a": other, "actor_b": one}
        return given

    @model_validator(mode="after")
    def _insist_on_two(self) -> Self:
        if self.actor_a == self.actor_b:
            insist("Tie", [Breach(("actor_b",), "tie_to_itself", {"actor": self.actor_a})])
        return self

    @property
    def pair(self) -> tuple[str, str]:
        """The two actors' ids in their order."""
        return self.actor_a, self.actor_b
