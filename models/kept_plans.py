"""Meeting plans as a store keeps them."""

from models.frozen import Frozen
from models.meetings import MeetingPlan


class KeptPlan(Frozen):
    """A plan of a published coalition's meetings; the newest one holds.

    Attributes
    ----------
    run_id : str
        The run that made it.
    """

    id: str
    season_id: str
    coalition_id: str
    run_id: str
    plan: MeetingPlan
    made_by: str
    created_at: str
