"""Which season a thing belongs to, and what a caller is there: one query, one answer."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data.store.seasons import StoredSeasons
from data.store.tables import (
    ActorRow,
    BoardRow,
    ChallengeRow,
    CoalitionRow,
    ImportRow,
    InvitationRow,
    LinkRow,
    MembershipRow,
    ProposalRow,
    RepairRow,
    RuleRow,
    RunRow,
    TieRow,
)
from models.callers import Caller
from models.errors import NotFound
from models.season_places import SeasonPlace, Target

OWNED: Mapping[str, tuple[InstrumentedAttribute[str], InstrumentedAttribute[Any]]] = {
    "actor": (ActorRow.id, ActorRow.season_id),
    "challenge": (ChallengeRow.id, ChallengeRow.season_id),
    "tie": (TieRow.id, TieRow.season_id),
    "rule": (RuleRow.id, RuleRow.season_id),
    "run": (RunRow.id, RunRow.season_id),
    "proposal": (ProposalRow.id, ProposalRow.season_id),
    "board": (BoardRow.id, BoardRow.season_id),
    "import": (ImportRow.id, ImportRow.season_id),
    "invitation": (InvitationRow.id, InvitationRow.season_id),
    "coalition": (CoalitionRow.id, CoalitionRow.season_id),
    "repair": (RepairRow.id, RepairRow.season_id),
    "link": (LinkRow.hash, LinkRow.season_id),
}
"""By which columns a kind of thing is found, and its season."""


class Locator:
    """Finds the season of what an address names; foreign and missing ones are the same."""

    def __init__(self, session: Session, seasons: StoredSeasons) -> None:
        self._session, self._seasons = session, seasons

    def locate(
        self,
        target: Target,
        caller: Caller,
        *,
        from_outside: bool = False,
        to_change: bool = False,
    ) -> SeasonPlace:
        """Give the season that a thing belongs to, as the caller knows it.

        Parameters
        ----------
        from_outside : bool
            Whether those without a role may know of it, too.
        to_change : bool
            Whether others who want to change something of the season then wait.

        Raises
        ------
        NotFound
            `not_found`.
        """
        season_id: str | None = target.id
        if target.kind != "season":
            own_id, owner = OWNED[target.kind]
            season_id = self._session.scalar(select(owner).where(own_id == target.id))
        place = None
        if season_id:
            place = self._seasons.locate(season_id, caller, to_change=to_change)
        if place is not None and place.role is None and caller.account is not None:
            place = place.evolve(own=self._find_own(target, caller.account))
        if place is None or (place.role is None and place.own is None and not from_outside):
            raise NotFound("not_found")
        return place

    def _find_own(self, target: Target, account_id: str) -> str | None:
        """Give the code of the actor that a thing is about, if an account speaks for it."""
        query = select(ActorRow.code).join(MembershipRow, MembershipRow.actor_id == ActorRow.id)
        if target.kind == "invitation":
            query = query.join(InvitationRow, InvitationRow.actor_id == ActorRow.id)
            query = query.where(InvitationRow.id == target.id)
        elif target.kind == "actor":
            query = query.where(ActorRow.id == target.id)
        else:
            return None
        return self._session.scalar(query.where(MembershipRow.account_id == account_id))
