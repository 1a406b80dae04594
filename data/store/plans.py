"""Meeting plans of the store: they never change, the newest one holds."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data.store.tables import PlanRow
from models.clock import stamp_now
from models.errors import NotFound
from models.ids import new_id
from models.kept_plans import KeptPlan
from models.meetings import MeetingPlan


class StoredPlans:
    """The meeting plans that one session reads or adds to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, season_id: str, coalition_id: str, run_id: str, plan: MeetingPlan, made_by: str
    ) -> str:
        """Keep a plan, and give its id."""
        id_ = new_id()
        self._session.execute(
            insert(PlanRow).values(
                id=id_,
                season_id=season_id,
                coalition_id=coalition_id,
                run_id=run_id,
                document=plan.model_dump_json(),
                made_by=made_by,
                created_at=stamp_now(),
            )
        )
        return id_

    def list_of(self, coalition_id: str) -> tuple[KeptPlan, ...]:
        """List a coalition's plans, the newest one last."""
        query = select(PlanRow).where(PlanRow.coalition_id == coalition_id)
        rows = self._session.scalars(query.order_by(PlanRow.created_at, PlanRow.id))
        return tuple(map(_to_kept_plan, rows))

    def read_newest(self, coalition_id: str) -> KeptPlan:
        """Give the plan that holds.

        Raises
        ------
        NotFound
            `not_planned`.
        """
        query = select(PlanRow).where(PlanRow.coalition_id == coalition_id)
        ordered = query.order_by(PlanRow.created_at.desc(), PlanRow.id.desc())
        row = self._session.scalar(ordered.limit(1))
        if row is None:
            raise NotFound("not_planned")
        return _to_kept_plan(row)


def _to_kept_plan(row: PlanRow) -> KeptPlan:
    own = {name: getattr(row, name) for name in KeptPlan.model_fields if name != "plan"}
    return KeptPlan(**own, plan=MeetingPlan.model_validate_json(row.document))
