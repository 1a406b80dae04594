"""Why an actor has its place, or what giving it one would cost."""

from models.evidence import Evidence
from models.frozen import Frozen
from models.proposals import Coalition, Reserve, UnplacedReason
from models.scores import Conflict, Reason
from models.text import Text


class Forced(Frozen):
    """The best coalitions with the actor in, and the rules that give way for it."""

    coalitions: tuple[Coalition, ...]
    conflicts: tuple[Conflict, ...] = ()


class Opening(Frozen):
    """A single change that would have let an actor in.

    `kind` is `seat` (somebody leaves it), `relevance`, `sector`, `place`, `tie`, `rule` or
    `size`; `value` the member who leaves or is known, the relevance that is needed, the
    sector, the county, the kind of rule or the challenge. With the change there are better
    coalitions with the actor than the proposal, and with a seat left it is the best single
    replacement; `proven` that there are no better coalitions without it.
    """

    kind: str
    value: str
    proven: bool
    text: Text


class Explanation(Frozen):
    """Why in, or why not.

    `reasons` are what the actor brings where it is placed, or else where it was forced
    in. `loss` is F of the proposal less F with the actor forced in, after a new solve, and
    `loss_proven` says whether no smaller one is possible; None where nothing may be forced
    (`reason` then says why). `leavers` are the
    members of the proposal who would be left without a place, `openings` the single changes
    that would have let the actor in, `evidence` the words that carried its relevance,
    `blocked_by` the rules that keep it from the challenge's seats, or from better ones.
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
    openings: tuple[Opening, ...] = ()
    evidence: Evidence | None = None
    blocked_by: Text | None = None
    loss_proven: bool = False
