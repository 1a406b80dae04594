"""A proposal being changed by hand: what a step does, changes, and would change."""

from enum import StrEnum

from models.frozen import Frozen
from models.proposals import Settings
from models.scores import CoalitionMembers, Conflict, Penalty


class BoardOp(StrEnum):
    """What somebody does at a board."""

    MOVE = "move"
    SWAP = "swap"
    LOCK = "lock"
    UNLOCK = "unlock"
    BAN = "ban"
    UNBAN = "unban"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"


class CoalitionSheet(Frozen):
    """One coalition as it stands on the board.

    `total` is T and `scores` are by criterion in use; a coalition without members has a
    total of 0 and no scores, and doesn't count in F. `broken` are the hard rules that it
    breaks, and the members whom capacities, sibling coalitions, bans or pins keep out.
    """

    coalition: str
    size: int
    total: float
    scores: dict[str, float]
    broken: tuple[Conflict, ...] = ()
    penalties: tuple[Penalty, ...] = ()


class BoardChange(Frozen):
    """What a step changed.

    Attributes
    ----------
    version : int
        Steps taken since the board was laid; it names this one.
    changed : tuple of CoalitionSheet
        Every coalition whose sheet is another than before, in the board's order.
    gain : float
        Change of F.
    objective : float
        F as it now is.
    takes_back : int or None
        Of undo, the step that it took back; of redo, the undo; of restore, the version that
        it went back to.
    """

    version: int
    op: BoardOp
    changed: tuple[CoalitionSheet, ...]
    gain: float
    objective: float
    takes_back: int | None = None


class BestSwap(Frozen):
    """The member whose place an actor would take with the largest gain of F."""

    actor: str
    gain: float
    breaks: tuple[Conflict, ...] = ()


class BoardHint(Frozen):
    """What it would mean to move an actor to a coalition.

    `gain` is the change of F, `breaks` what would then be broken, or broken by more, that
    is not now; `best_swap` is None where no member can give up its place. Where the actor
    already is, everything stays as it is.
    """

    coalition: str
    gain: float
    breaks: tuple[Conflict, ...] = ()
    best_swap: BestSwap | None = None


class BoardMark(Frozen):
    """A seat, a lock or a ban of one actor in one coalition, by their ids."""

    kind: str
    actor: str
    coalition: str


class BoardStep(Frozen):
    """A step as it can be kept: the marks that it took off and put on."""

    op: BoardOp
    off: tuple[BoardMark, ...]
    on: tuple[BoardMark, ...]
    takes_back: int | None = None


class KeptMove(Frozen):
    """A step of a board in a store: who took it, when, and what it changed."""

    version: int
    op: BoardOp
    given: dict[str, object]
    step: BoardStep
    change: BoardChange
    caller: str
    caller_name: str
    at: str


class KeptBoard(Frozen):
    """A board in a store.

    Attributes
    ----------
    proposal_id : str or None
        The proposal that it began from.
    settings : Settings
        Under which the season is judged.
    members : tuple of CoalitionMembers
        As they lay at first.
    version : int
        Steps taken.
    bound : float or None
        The best F that the sizes allow, at `bound_version`.
    """

    id: str
    season_id: str
    proposal_id: str | None
    settings: Settings
    members: tuple[CoalitionMembers, ...]
    state: str
    version: int
    bound: float | None
    bound_version: int | None
    made_by: str
    created_at: str
