"""Have the meetings of a published coalition planned."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.invitations import insist_on_published
from api.use_cases.meeting_dates import Calendar
from api.use_cases.offer_repairs import find_gone
from api.use_cases.start_run import queue_run
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.meetings import PlanSettings
from models.proposals import Proposal
from models.runs import Run, RunKind
from models.text import Text


class MeetingsOrdered(Frozen):
    """What is asked of the plan.

    Attributes
    ----------
    held : int
        How many meetings were held by the plan that holds; they stand.
    skips_absent : bool
        Whether who cannot come on a chosen date gets no seat there.
    """

    settings: PlanSettings = PlanSettings()
    calendar: Calendar = Calendar()
    held: int = Field(default=0, ge=0)
    skips_absent: bool = False
    place: str | None = None
    link: str | None = None


def order_meetings(call: Call, given: MeetingsOrdered) -> Run:
    """Queue the run that plans them, for the members who have not said no.

    Raises
    ------
    WrongState
        `coalition_outdated`.
    NotFound
        `not_planned`: meetings were held by a plan that is not there.
    """
    store = call.store
    coalition = store.invitations.read_coalition(call.thing)
    kept = insist_on_published(store, coalition)
    document = Proposal.model_validate_json(store.proposals.read_document(kept.id))
    asked = {
        **given.model_dump(mode="json"),
        "proposal": kept.id,
        "coalition_id": coalition.id,
        "coalition": coalition.coalition,
        "without": find_gone(store, coalition, document),
    }
    if given.held:
        former = store.plans.read_newest(coalition.id)
        asked["former"] = [former.plan.model_dump(mode="json")]
    return queue_run(call, RunKind.MEETING_PLAN, asked)


ORDER_MEETINGS = UseCase(
    action="meetings.order",
    input=MeetingsOrdered,
    run=order_meetings,
    title=Text(sv="Låt planera träffar", en="Have meetings planned"),
    description=Text(
        sv="Ställer planeringen av en koalitions träffar på kö.",
        en="Queues the planning of a coalition's meetings.",
    ),
    reach=Reach.CHANGE,
    right="meeting.plan",
    event="meetings_ordered",
)
