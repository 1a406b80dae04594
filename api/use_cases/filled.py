"""Seasons of a store may be empty yet; what is computed needs more."""

from models.errors import WrongState
from models.seasons import Season


def insist_on_filled(season: Season) -> None:
    """Refuse a season that nothing can be computed for.

    Raises
    ------
    WrongState
        `season_empty`.
    """
    if not (season.actors and season.challenges):
        raise WrongState("season_empty")
