"""Accept a way to mend a coalition."""

from api.use_cases.call import Call
from api.use_cases.invitations import insist_on_published
from api.use_cases.offer_repairs import find_gone
from api.use_cases.publishing import read_deadline
from api.use_cases.start_run import queue_run
from api.use_cases.use_case import Reach, UseCase
from models.errors import WrongState
from models.frozen import Frozen
from models.proposals import Proposal
from models.runs import Run, RunKind
from models.text import Text


class RepairAccepted(Frozen):
    """Until when those who are invited have time, and what they are told beside."""

    deadline: str | None = None
    message: str = ""


def accept_repair(call: Call, given: RepairAccepted) -> Run:
    """Queue a run that verifies the mended proposal; it is published when it is done.

    New invitations are then held until they are released; whoever keeps their seat hears
    nothing.

    Raises
    ------
    WrongState
        `repair_outdated`: the coalition changed since the repair was offered.
    InputError
        `deadline_unreadable`, `deadline_past`.
    """
    store = call.store
    repair = store.repairs.read(call.thing)
    coalition = store.invitations.read_coalition(repair.coalition_id)
    kept = insist_on_published(store, coalition)
    document = Proposal.model_validate_json(store.proposals.read_document(kept.id))
    if kept.id != repair.proposal_id or find_gone(store, coalition, document) != repair.leaves:
        raise WrongState("repair_outdated")
    publish = {"deadline": read_deadline(given.deadline), "message": given.message}
    coalitions = [each.model_dump(mode="json") for each in document.memberships]
    for each in coalitions:
        if each["id"] == coalition.coalition:
            stays = [actor for actor in each["members"] if actor not in repair.leaves]
            each["members"] = sorted([*stays, *repair.joins])
    store.repairs.offer((), coalition.id)
    asked = {"coalitions": coalitions, "proposal": kept.id, "publish": publish}
    return queue_run(call, RunKind.SETTLE, asked)


ACCEPT_REPAIR = UseCase(
    action="repair.accept",
    input=RepairAccepted,
    run=accept_repair,
    title=Text(sv="Ta en lagning", en="Accept a repair"),
    description=Text(
        sv="Lagar koalitionen på det valda sättet och publicerar det lagade förslaget.",
        en="Mends the coalition in the chosen way and publishes the mended proposal.",
    ),
    reach=Reach.CHANGE,
    right="repair.accept",
    event="repair_accepted",
)
