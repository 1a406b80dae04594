"""What `check` says of a season before anything is embedded or solved."""

from models.frozen import Frozen
from models.scores import Conflict


class ChallengeCheck(Frozen):
    """Whether one challenge's coalitions can be formed together with the others'."""

    id: str
    eligible: int
    seats: int
    feasible: bool
    conflicts: tuple[Conflict, ...] = ()
