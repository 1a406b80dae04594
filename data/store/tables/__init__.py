"""The tables of the store, one file for what belongs together."""

from data.store.tables.base import Base
from data.store.tables.events import EventRow, IdempotencyRow
from data.store.tables.people import AccountRow, ApiKeyRow, OrganiserRow
from data.store.tables.seasons import (
    ActorRow,
    ChallengeRow,
    PlaceColumns,
    RuleRow,
    SeasonRow,
    TieRow,
)

__all__ = [
    "AccountRow",
    "ActorRow",
    "ApiKeyRow",
    "Base",
    "ChallengeRow",
    "EventRow",
    "IdempotencyRow",
    "OrganiserRow",
    "PlaceColumns",
    "RuleRow",
    "SeasonRow",
    "TieRow",
]
