"""Tell how far a run has come."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.runs import Run
from models.text import Text


class RunAsked(Frozen):
    """Nothing is given: the run that the address names is meant."""


def read_run(call: Call, given: RunAsked) -> Run:
    """Give the run as it is now."""
    return call.store.runs.read(call.thing)


READ_RUN = UseCase(
    action="run.read",
    input=RunAsked,
    run=read_run,
    title=Text(sv="Följ en körning", en="Follow a run"),
    description=Text(
        sv="Säger hur långt en körning har kommit, och vad den gav.",
        en="Says how far a run has come, and what came of it.",
    ),
    reach=Reach.STORE,
)
