"""Published coalitions, and who was offered which seat in them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.tables import ActorRow, CoalitionRow, InvitationRow
from models.clock import stamp_in, stamp_now
from models.errors import NotFound, WrongState
from models.ids import new_id
from models.invitations import REMINDER, PublishedCoalition, SeatInvitation
from models.lifecycles import INVITATION
from models.pages import Page

STANDING = ("held", "sent", "accepted")
"""States in which a seat is offered or taken."""


class StoredInvitations:
    """The invitations that one session reads or changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep_coalition(
        self, season_id: str, proposal_id: str, code: str, challenge: str, size: int
    ) -> str:
        """Keep a coalition as a proposal has it, the same where it was published before."""
        id_ = self._session.scalar(
            update(CoalitionRow)
            .where(CoalitionRow.season_id == season_id, CoalitionRow.code == code)
            .values(proposal_id=proposal_id, challenge=challenge, size=size)
            .returning(CoalitionRow.id)
        )
        if id_ is not None:
            return str(id_)
        id_ = new_id()
        self._session.execute(
            insert(CoalitionRow).values(
                id=id_,
                season_id=season_id,
                proposal_id=proposal_id,
                code=code,
                challenge=challenge,
                size=size,
            )
        )
        return id_

    def read_coalition(self, id_: str) -> PublishedCoalition:
        """Read a coalition, or raise `NotFound`."""
        row = self._session.get(CoalitionRow, id_, populate_existing=True)
        if row is None:
            raise NotFound("not_found")
        return _to_coalition(row)

    def list_coalitions(self, season_id: str) -> tuple[PublishedCoalition, ...]:
        """List a season's published coalitions, by code."""
        query = select(CoalitionRow).where(CoalitionRow.season_id == season_id)
        rows = self._session.scalars(query.order_by(CoalitionRow.code))
        return tuple(map(_to_coalition, rows))

    def find_actors(self, season_id: str, codes: Sequence[str]) -> dict[str, str]:
        """Give the ids of actors by their codes."""
        query = select(ActorRow.code, ActorRow.id).where(
            ActorRow.season_id == season_id, ActorRow.code.in_(codes)
        )
        return {row.code: row.id for row in self._session.execute(query)}

    def read_address(self, actor_id: str) -> tuple[str, tuple[str, ...]]:
        """Give how an actor is written to: its address, and its languages in its own order."""
        query = select(ActorRow.email, ActorRow.languages).where(ActorRow.id == actor_id)
        row = self._session.execute(query).first()
        if row is None:
            raise NotFound("not_found")
        return row[0], tuple(row[1])

    def add(
        self,
        coalition: PublishedCoalition,
        actor_id: str,
        state: str,
        message: str,
        deadline: str | None,
        *,
        is_reserve: bool = False,
    ) -> str:
        """Keep an invitation that is held, or of somebody who stands by, and give its id."""
        id_ = new_id()
        self._session.execute(
            insert(InvitationRow).values(
                id=id_,
                season_id=coalition.season_id,
                coalition_id=coalition.id,
                actor_id=actor_id,
                state=state,
                is_reserve=is_reserve,
                is_pending=False,
                deadline=deadline,
                message=message,
                reason="",
                contact="",
                answered_by="",
                sent_at=None,
                reminded_at=None,
                answered_at=None,
                created_at=stamp_now(),
            )
        )
        return id_

    def read(self, id_: str) -> SeatInvitation:
        """Read an invitation, or raise `NotFound`."""
        row = self._session.execute(_select().where(InvitationRow.id == id_)).first()
        if row is None:
            raise NotFound("not_found")
        return _to_invitation(row)

    def list_page(self, season_id: str, limit: int, cursor: str | None) -> Page[SeatInvitation]:
        """List a season's invitations, by coalition and when they were made."""
        query = _select().where(InvitationRow.season_id == season_id)
        keys = (CoalitionRow.code, InvitationRow.created_at, InvitationRow.id)
        return take_page(self._session, query, keys, limit, cursor, _to_invitation)

    def list_of(self, season_id: str, *states: str) -> tuple[SeatInvitation, ...]:
        """List a season's invitations that are in some states."""
        query = _select().where(
            InvitationRow.season_id == season_id, InvitationRow.state.in_(states)
        )
        rows = self._session.execute(query.order_by(InvitationRow.created_at, InvitationRow.id))
        return tuple(map(_to_invitation, rows))

    def count_accepted(self, coalition_id: str) -> int:
        """Count the seats of a coalition that are taken."""
        query = select(func.count()).where(
            InvitationRow.coalition_id == coalition_id,
            InvitationRow.state == "accepted",
            InvitationRow.is_pending.is_(False),
        )
        return int(self._session.scalar(query) or 0)

    def has_answers(self, season_id: str) -> bool:
        """Say whether anybody of a season has answered."""
        query = select(InvitationRow.id).where(
            InvitationRow.season_id == season_id, InvitationRow.answered_at.is_not(None)
        )
        return self._session.scalar(query.limit(1)) is not None

    def advance(self, invitation: SeatInvitation, event: str, **values: Any) -> SeatInvitation:
        """Lead an invitation to its next state.

        Raises
        ------
        WrongState
            `wrong_state`.
        """
        state = INVITATION.advance(invitation.state, event)
        if event in ("accept", "decline"):
            values["answered_at"] = stamp_now()
        moved = self._session.execute(
            update(InvitationRow)
            .where(InvitationRow.id == invitation.id, InvitationRow.state == invitation.state)
            .values(state=state, **values)
            .returning(InvitationRow.id)
        )
        if moved.first() is None:  # somebody was faster
            now = self.read(invitation.id).state
            known = ", ".join(INVITATION.events_of(now)) or "–"
            raise WrongState("wrong_state", event=event, state=now, known=known)
        return self.read(invitation.id)

    def call_reserve(
        self, invitation: SeatInvitation, message: str, deadline: str
    ) -> SeatInvitation:
        """Let somebody who stands by be asked when what is held is released."""
        self._session.execute(
            update(InvitationRow)
            .where(InvitationRow.id == invitation.id)
            .values(message=message, deadline=deadline)
        )
        return self.read(invitation.id)

    def seat_pending(self, coalition_id: str) -> SeatInvitation | None:
        """Give a seat that became free to whoever said yes first and stands by."""
        query = _select().where(
            InvitationRow.coalition_id == coalition_id,
            InvitationRow.state == "accepted",
            InvitationRow.is_pending.is_(True),
        )
        row = self._session.execute(query.order_by(InvitationRow.answered_at).limit(1)).first()
        if row is None:
            return None
        found = _to_invitation(row)
        self._session.execute(
            update(InvitationRow).where(InvitationRow.id == found.id).values(is_pending=False)
        )
        return self.read(found.id)

    def find_overdue(self) -> tuple[SeatInvitation, ...]:
        """Give the invitations whose deadline has passed without an answer."""
        query = _select().where(
            InvitationRow.state == "sent", InvitationRow.deadline <= stamp_now()
        )
        return tuple(map(_to_invitation, self._session.execute(query)))

    def take_to_remind(self) -> tuple[SeatInvitation, ...]:
        """Give those who are to be reminded, once each."""
        query = _select().where(
            InvitationRow.state == "sent",
            InvitationRow.reminded_at.is_(None),
            InvitationRow.deadline <= stamp_in(REMINDER),
            InvitationRow.deadline > stamp_now(),
        )
        found = tuple(map(_to_invitation, self._session.execute(query)))
        self._session.execute(
            update(InvitationRow)
            .where(InvitationRow.id.in_([each.id for each in found]))
            .values(reminded_at=stamp_now())
        )
        return found


def _select() -> Any:
    return (
        select(
            InvitationRow,
            CoalitionRow.code,
            ActorRow.code,
            ActorRow.name,
            ActorRow.sector,
            ActorRow.email != "",
        )
        .join(CoalitionRow, CoalitionRow.id == InvitationRow.coalition_id)
        .join(ActorRow, ActorRow.id == InvitationRow.actor_id)
    )


def _to_invitation(found: Any) -> SeatInvitation:
    row, coalition, actor, name, sector, has_address = found[:6]
    own = SeatInvitation.model_fields.keys() & InvitationRow.__table__.columns.keys()
    return SeatInvitation(
        **{each: getattr(row, each) for each in own},
        coalition=coalition,
        actor=actor,
        name=name,
        sector=sector,
        has_address=has_address,
    )


def _to_coalition(row: CoalitionRow) -> PublishedCoalition:
    return PublishedCoalition(
        id=row.id,
        season_id=row.season_id,
        proposal_id=row.proposal_id,
        coalition=row.code,
        challenge_id=row.challenge,
        size=row.size,
    )
