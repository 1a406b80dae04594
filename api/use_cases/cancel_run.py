"""Cancel a run."""

from api.use_cases.call import Call
from api.use_cases.read_run import RunAsked
from api.use_cases.use_case import Reach, UseCase
from models.runs import Run
from models.text import Text


def cancel_run(call: Call, given: RunAsked) -> Run:
    """End a run that waits, ask one that is computed to stop, and leave one that has ended."""
    store, id_ = call.store, call.thing
    run = store.runs.read(id_)
    if run.has_ended:
        return run
    if store.jobs.cancel(id_):
        store.runs.advance(id_, "cancel")
    run = store.runs.read(id_)  # it may have ended while its job was waited for
    for topic in ("jobs", f"run:{id_}"):
        store.ring(topic)
    return run


CANCEL_RUN = UseCase(
    action="run.cancel",
    input=RunAsked,
    run=cancel_run,
    title=Text(sv="Avbryt en körning", en="Cancel a run"),
    description=Text(
        sv="Avbryter en körning som väntar eller räknas; en färdig blir kvar som den är.",
        en="Cancels a run that waits or is computed; one that has ended stays as it is.",
    ),
    reach=Reach.CHANGE,
    right="run.start",
    event="run_cancelled",
)
