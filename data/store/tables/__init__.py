"""The tables of the store, one file for what belongs together."""

from data.store.tables.base import Base
from data.store.tables.boards import BoardRow, MoveRow
from data.store.tables.events import EventHeadRow, EventRow, IdempotencyRow
from data.store.tables.imports import ImportRow
from data.store.tables.invitations import CoalitionRow, InvitationRow, PlanRow, RepairRow
from data.store.tables.mails import CounterRow, LinkRow, MailRow, SessionRow
from data.store.tables.members import ConsentRow, MembershipRow
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
    "CoalitionRow",
    "ConsentRow",
    "CounterRow",
    "EventHeadRow",
    "EventRow",
    "IdempotencyRow",
    "ImportRow",
    "InvitationRow",
    "JobRow",
    "LinkRow",
    "MailRow",
    "MembershipRow",
    "MoveRow",
    "OrganiserRow",
    "PlaceColumns",
    "PlanRow",
    "ProposalRow",
    "RepairRow",
    "RuleRow",
    "RunRow",
    "SeasonRow",
    "SessionRow",
    "SnapshotRow",
    "TieRow",
]
