"""Start a run: check what is asked for, and queue it."""

from typing import Any

from pydantic import Field

from api.use_cases.boards import memberships_of
from api.use_cases.call import Call
from api.use_cases.filled import insist_on_filled
from api.use_cases.prepare_run import RunOrder, prepare_run
from api.use_cases.use_case import Reach, UseCase
from models.errors import BadRequest, NotFound
from models.frozen import Frozen
from models.proposals import Proposal
from models.runs import Run, RunKind
from models.seasons import Effort
from models.text import Text


class NewRun(Frozen):
    """What is to be computed; what is left out follows the season.

    Attributes
    ----------
    board : str or None
        Of a proposal, the board to begin from: its locks and bans hold.
    proposal : str or None
        The proposal to begin from; the other kinds need one.
    max_changes : int or None
        Seats of either that may change hands.
    """

    kind: RunKind = RunKind.PROPOSE
    challenge: str | None = None
    seed: int | None = Field(default=None, ge=0)
    effort: Effort | None = None
    time_limit_s: float | None = Field(default=None, gt=0)
    board: str | None = None
    proposal: str | None = None
    max_changes: int | None = Field(default=None, ge=0)
    alternatives: int | None = Field(default=None, ge=0)
    coalition: str | None = None
    declined: tuple[str, ...] = ()
    criteria: tuple[str, str] | None = None
    points: int | None = Field(default=None, ge=2)


def start_run(call: Call, given: NewRun) -> Run:
    """Queue a run.

    Raises
    ------
    WrongState
        `season_empty`.
    BadRequest
        `run_needs`: the kind needs something that is not given.
    NotFound, InputError
        What is named is not there, as `prepare_run` says.
    """
    insist_on_filled(call.season)
    own = {"challenge", "seed", "effort", "time_limit_s"}
    asked: dict[str, Any] = given.model_dump(mode="json", include=own, exclude_none=True)
    parent = _read_parent(call, given)
    if given.kind is RunKind.MEETING_PLAN:
        raise BadRequest("run_of_coalition", kind=given.kind, field="kind")
    if given.kind in (RunKind.SETTLE, RunKind.BOUND):
        raise BadRequest("run_of_board", kind=given.kind, field="kind")
    if given.kind is RunKind.PROPOSE:
        asked |= {"alternatives": given.alternatives or 0, "max_changes": given.max_changes}
        if given.board is not None:
            asked |= _read_board(call, given.board)
        beside = {"coalitions", "board", "proposal"}
        order = {key: value for key, value in asked.items() if key not in beside}
        if given.board is not None:
            order["max_changes"] = None
        prepare_run(call, RunOrder.model_validate({**order, "keep": parent}))
    elif parent is None:
        raise BadRequest("run_needs", what="proposal", field="proposal")
    elif given.kind is RunKind.ALTERNATIVES:
        asked = {"count": given.alternatives or 3, "coalition": given.coalition}
    elif given.kind is RunKind.PARETO:
        if given.criteria is None:
            raise BadRequest("run_needs", what="criteria", field="criteria")
        asked = {"criteria": given.criteria, "points": given.points or 8}
    elif given.kind is RunKind.REPAIR:
        if not given.declined:
            raise BadRequest("run_needs", what="declined", field="declined")
        asked = {"declined": given.declined, "max_changes": given.max_changes}
    else:
        asked = {}
    return queue_run(call, given.kind, {"proposal": given.proposal, **asked})


def queue_run(call: Call, kind: RunKind, asked: dict[str, Any]) -> Run:
    """Keep a run and the job that does it."""
    store = call.store
    told = {**asked, "made_by": call.caller.name}
    id_ = store.runs.add(call.at.id, kind, told, call.caller)
    store.jobs.add(str(kind), call.at.id, id_)
    store.ring("jobs")
    return store.runs.read(id_)


def _read_parent(call: Call, given: NewRun) -> Proposal | None:
    if given.proposal is None:
        return None
    document = call.store.proposals.read_document(given.proposal, call.at.id)
    return Proposal.model_validate_json(document)


def _read_board(call: Call, id_: str) -> dict[str, Any]:
    """Give what a run that begins from a board is asked for."""
    kept = call.store.boards.read(id_)
    if kept.season_id != call.at.id:
        raise NotFound("not_found")
    board = call.table.open_board(call, kept)
    seats = (("pins", board.locked), ("bans", board.banned))
    return {
        "board": id_,
        "proposal": kept.proposal_id,
        "coalitions": memberships_of(call, board),
        **{
            name: [{"actor": actor, "coalition": coalition} for actor, coalition in held]
            for name, held in seats
        },
    }


START_RUN = UseCase(
    action="run.start",
    input=NewRun,
    run=start_run,
    title=Text(sv="Starta en körning", en="Start a run"),
    description=Text(
        sv="Ställer ett förslag, alternativ, en avvägning, ett pris eller en lagning på kö.",
        en="Queues a proposal, alternatives, a trade-off, a price or a repair.",
    ),
    reach=Reach.CHANGE,
    right="run.start",
    event="run_started",
)
