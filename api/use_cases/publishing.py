"""Publishing: what is done of it by hand and by the worker alike."""

from datetime import datetime
from typing import TYPE_CHECKING

from api.use_cases.invitations import invite
from models.callers import SYSTEM_CALLER
from models.clock import stamp_in, stamp_now, to_stamp
from models.errors import Fault, InputError
from models.invitations import ANSWER_TIME
from models.kept_proposals import KeptProposal
from models.lifecycles import SeasonState

if TYPE_CHECKING:
    from data.store.transaction import Transaction


def read_deadline(stated: str | None) -> str:
    """Give a deadline as it is kept, or the one that holds by default.

    Raises
    ------
    InputError
        `deadline_unreadable`, `deadline_past`.
    """
    if stated is None:
        return stamp_in(ANSWER_TIME)
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        raise InputError((Fault.given("deadline", stated, "deadline_unreadable"),)) from None
    if moment.tzinfo is None:
        raise InputError((Fault.given("deadline", stated, "deadline_unreadable"),))
    deadline = to_stamp(moment)
    if deadline <= stamp_now():
        raise InputError((Fault.given("deadline", stated, "deadline_past"),))
    return deadline


def publish_proposal(store: "Transaction", id_: str, deadline: str, message: str) -> KeptProposal:
    """Publish a proposal in the place of any other, and hold its invitations."""
    season_id = store.proposals.describe(id_).season_id
    for other in store.proposals.find_in_state(season_id, "published"):
        if other.id != id_:
            store.proposals.advance(other.id, "supersede")
    season = store.seasons.locate(season_id, SYSTEM_CALLER, to_change=True)
    if season is not None and season.state is SeasonState.MATCHED:
        store.seasons.advance(season, "publish")
    published = store.proposals.advance(id_, "publish")
    invite(store, published, deadline, message)
    store.ring(f"season:{season_id}")
    return published
