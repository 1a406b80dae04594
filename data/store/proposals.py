"""Proposals of the store: their documents never change."""

import json
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data.store.paging import take_page
from data.store.tables import ProposalRow
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.kept_proposals import KeptProposal, ProposalSource
from models.lifecycles import PROPOSAL
from models.pages import Page


class StoredProposals:
    """The proposals that one session reads or adds to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        season_id: str,
        document: str,
        source: ProposalSource,
        caller_name: str,
        parent_id: str | None = None,
        run_id: str | None = None,
    ) -> str:
        """Keep a proposal as it was written, a candidate, and give its id."""
        told = json.loads(document)
        id_ = new_id()
        self._session.execute(
            insert(ProposalRow).values(
                id=id_,
                season_id=season_id,
                document=document,
                content_sha256=told["content_sha256"],
                input_sha256=told["input_sha256"],
                objective=told["certificate"]["objective"],
                gap=told["certificate"]["gap"],
                parent_id=parent_id,
                source=str(source),
                run_id=run_id,
                state=PROPOSAL.first,
                made_by=caller_name,
                created_at=stamp_now(),
            )
        )
        return id_

    def list_page(self, season_id: str, limit: int, cursor: str | None) -> Page[KeptProposal]:
        """List a season's proposals, by when they were made, without their documents."""
        columns = [getattr(ProposalRow, name) for name in KeptProposal.model_fields]
        query: Any = select(*columns).where(ProposalRow.season_id == season_id)
        keys = (ProposalRow.created_at, ProposalRow.id)
        return take_page(self._session, query, keys, limit, cursor, _to_kept_proposal)

    def describe(self, id_: str) -> KeptProposal:
        """Tell of a proposal without its document, or raise `NotFound`."""
        columns = [getattr(ProposalRow, name) for name in KeptProposal.model_fields]
        row = self._session.execute(select(*columns).where(ProposalRow.id == id_)).first()
        if row is None:
            raise NotFound("not_found")
        return _to_kept_proposal(row)

    def read_document(self, id_: str, season_id: str | None = None) -> str:
        """Read a document as it was written, of a season where one is named, or raise."""
        query = select(ProposalRow.document).where(ProposalRow.id == id_)
        if season_id is not None:
            query = query.where(ProposalRow.season_id == season_id)
        document = self._session.scalar(query)
        if document is None:
            raise NotFound("not_found")
        return document

    def find_in_state(self, season_id: str, state: str) -> tuple[KeptProposal, ...]:
        """Give a season's proposals that are in a state."""
        columns = [getattr(ProposalRow, name) for name in KeptProposal.model_fields]
        rows = self._session.execute(
            select(*columns).where(ProposalRow.season_id == season_id, ProposalRow.state == state)
        )
        return tuple(map(_to_kept_proposal, rows))

    def advance(self, id_: str, event: str) -> KeptProposal:
        """Lead a proposal to its next state.

        Raises
        ------
        WrongState
            `wrong_state`.
        """
        state = self._session.scalar(
            select(ProposalRow.state).where(ProposalRow.id == id_).with_for_update()
        )
        if state is None:
            raise NotFound("not_found")
        self._session.execute(
            update(ProposalRow)
            .where(ProposalRow.id == id_)
            .values(state=PROPOSAL.advance(state, event))
        )
        return self.describe(id_)


def _to_kept_proposal(row: Any) -> KeptProposal:
    return KeptProposal(**{name: getattr(row, name) for name in KeptProposal.model_fields})
