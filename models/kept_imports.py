"""Imports as a store keeps them."""

from typing import Any

from models.frozen import Frozen


class KeptImport(Frozen):
    """Files that were read for a season.

    Attributes
    ----------
    base_version : int
        The season's that the plan was made for.
    faults, warnings : tuple of dict
        What was found in the files; with faults there is no plan.
    plan : dict or None
        What would change.
    """

    id: str
    season_id: str
    state: str
    base_version: int
    faults: tuple[dict[str, Any], ...]
    warnings: tuple[dict[str, Any], ...]
    plan: dict[str, Any] | None
    made_by: str
    created_at: str
    applied_at: str | None
