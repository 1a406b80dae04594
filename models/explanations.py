"""Why an actor has its place, or what giving it one would cost."""

from models.frozen import Frozen
from models.proposals import Coalition, Reserve, UnplacedReason
from models.scores import Conflict, Reason


class Forced(Frozen):
    """The best coalitions with the actor in, and the rules that give way for it."""

    coalitions: tuple[Coalition, ...]
    conflicts: tuple[Conflict, ...] = ()


class Explanation(Frozen):
    """Why in, or why not.

    `reasons` are what the actor brings where it is placed, or else where it was forced
    in. `loss` is F of the proposal less F with the actor forced in, after a whole new
    solve; None where nothing may be forced (`reason` then says why). `leavers` are the
    members of the proposal who would be left without a place.
    """

    actor_id: str
    challenge_id: str | None
    placed: bool
    reasons: tuple[Reason, ...]
    loss: float | None
    forced: Forced | None
    reason: UnplacedReason | None = None
    reserve: Reserve | None = None
    leavers: tuple[str, ...] = ()
