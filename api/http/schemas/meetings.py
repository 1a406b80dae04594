"""Plans of meetings, over HTTP."""

from datetime import date

from pydantic import Field

from api.http.schemas.common import Requested, Told
from api.use_cases.meeting_dates import Calendar
from api.use_cases.order_meetings import MeetingsOrdered
from models.dates import EARLIEST, LATEST, MOST_DAYS, MOST_WEEKS, DateSettings
from models.kept_plans import KeptPlan
from models.meetings import (
    MOST_MEETINGS,
    MOST_ROOMS,
    MOST_ROUNDS,
    Aim,
    MeetingPlan,
    PlanSettings,
)
from models.seasons import Effort


class MeetingsRequest(Requested):
    """What is asked of the meetings; four of two hours where nothing is said."""

    meetings: int = Field(default=4, ge=1, le=MOST_MEETINGS)
    rounds: int = Field(default=1, ge=1, le=MOST_ROUNDS, description="Breakouts in each meeting.")
    rooms: tuple[int, ...] = Field(
        default=(3,),
        min_length=1,
        max_length=MOST_ROOMS,
        description="One number says how many rooms, several say their sizes.",
    )
    aim: Aim = Field(default=Aim.PAIRS, description="What a plan seeks first.")
    starts: tuple[str, ...] = Field(
        default=(),
        max_length=MOST_MEETINGS,
        description="A start for each meeting, such as `2026-10-06 13:00`; else dates are chosen.",
    )
    start: date | None = Field(
        default=None, ge=EARLIEST, le=LATEST, description="The first day on which a meeting can be."
    )
    weeks: int = Field(default=12, ge=1, le=MOST_WEEKS)
    min_days: int = Field(default=7, ge=1, le=MOST_DAYS, description="From one to the next.")
    quorum: int = Field(default=1, ge=0, description="Of each sector, who must be able to come.")
    held: int = Field(default=0, ge=0, description="So many were held by the plan that holds.")
    skips_absent: bool = Field(
        default=False, description="Seat nobody on a date that it cannot come to."
    )
    place: str | None = Field(default=None, max_length=400)
    link: str | None = Field(default=None, max_length=2000, pattern="^(https?://.*)?$")
    seed: int = Field(default=1, ge=0)
    effort: Effort = Effort.NORMAL

    def stated(self) -> MeetingsOrdered:
        """Give what is asked for."""
        return MeetingsOrdered(
            settings=PlanSettings(
                meetings=self.meetings,
                rounds=self.rounds,
                rooms=self.rooms,
                aim=self.aim,
                seed=self.seed,
                effort=self.effort,
            ),
            calendar=Calendar(
                starts=self.starts,
                settings=DateSettings(
                    start=self.start,
                    weeks=self.weeks,
                    min_days=self.min_days,
                    quorum=self.quorum,
                ),
            ),
            held=self.held,
            skips_absent=self.skips_absent,
            place=self.place,
            link=self.link,
        )


class MeetingPlanView(Told):
    """The plan that holds."""

    id: str
    run: str
    plan: MeetingPlan
    made_by: str
    created_at: str

    @classmethod
    def of(cls, kept: KeptPlan) -> "MeetingPlanView":
        """Show a plan."""
        own = {name: getattr(kept, name) for name in ("id", "plan", "made_by", "created_at")}
        return cls(**own, run=kept.run_id)
