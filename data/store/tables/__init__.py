"""The tables of the store, one file for what belongs together."""

from data.store.tables.base import Base
from data.store.tables.boards import BoardRow, MoveRow
from data.store.tables.events import EventRow, IdempotencyRow
from data.store.tables.imports import ImportRow
from data.store.tables.people import AccountRow, ApiKeyRow, OrganiserRow
from data.store.tables.runs import JobRow, ProposalRow, RunRow, SnapshotRow
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
    "BoardRow",
    "ChallengeRow",
    "EventRow",
    "IdempotencyRow",
    "ImportRow",
    "JobRow",
    "MoveRow",
    "OrganiserRow",
    "PlaceColumns",
    "ProposalRow",
    "RuleRow",
    "RunRow",
    "SeasonRow",
    "SnapshotRow",
    "TieRow",
]
