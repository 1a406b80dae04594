"""Ties: who already knows or works with whom."""

from enum import StrEnum

from models.frozen import Frozen


class TieKind(StrEnum):
    """How two actors know each other."""

    KNOW = "know"
    COLLABORATE = "collaborate"
    MET_IN_COALITION = "met_in_coalition"


class Tie(Frozen):
    """A symmetric tie; `actor_a` < `actor_b`."""

    actor_a: str
    actor_b: str
    kind: TieKind = TieKind.KNOW
    since: int | None = None
