"""Jobs: work that waits for whoever takes it on."""

from models.frozen import Frozen

MOST_ATTEMPTS = 3
"""After so many lost leases a job is set aside."""


class Job(Frozen):
    """Work that was taken on.

    Attributes
    ----------
    ref : str
        The id of what it is about: a run, or a board.
    attempts : int
        So often was it taken on, this time included.
    """

    id: str
    kind: str
    season_id: str | None
    ref: str
    attempts: int
