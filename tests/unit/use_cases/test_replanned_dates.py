"""Meetings planned anew: dates that were told stay, and what moves is told."""

from datetime import date
from pathlib import Path

import vobject

from api.documents.meetings.folder import to_planned, write_plans
from api.documents.meetings.tables import room_table
from api.use_cases.meeting_dates import Calendar, Dated, find_moved, set_starts, settle_dates
from data.files.agendas import read_agendas
from matcher.meetings.plan import HeldMeetings, plan_meetings
from models.dates import DateSettings, Lack
from models.meetings import MeetingPlan, PlanSettings
from models.ports.progress import Silence
from models.scores import CoalitionMembers
from models.seasons import Effort, Season
from models.text import Language
from tests.kit.actors import make_actor
from tests.kit.seasons import make_challenge, make_season

DAYS = ("2026-10-06", "2026-10-13", "2026-10-19", "2026-10-26")
SLOTS = tuple(f"{day} 13:00" for day in DAYS)
LATER = ("2026-10-20 13:00", "2026-10-27 13:00")
MINUTES = (120,) * 4


def gather(*slots: tuple[str, ...]) -> tuple[Season, CoalitionMembers]:
    actors = [make_actor(i, available=own) for i, own in enumerate(slots)]
    members = tuple(actor.id for actor in actors)
    season = make_season(actors, [make_challenge()])
    return season, CoalitionMembers(id="c0/1", challenge_id="c0", members=members)


def seat(
    season: Season, coalition: CoalitionMembers, held: HeldMeetings | None = None, meetings: int = 4
) -> MeetingPlan:
    asked = PlanSettings(meetings=meetings, rooms=(2,), effort=Effort.QUICK)
    return plan_meetings(season, coalition, read_agendas(), asked, Silence(), held=held)


def first_plan(
    season: Season, coalition: CoalitionMembers, calendar: Calendar | None = None
) -> MeetingPlan:
    dated = settle_dates(season, coalition, calendar or Calendar(), MINUTES, None, 0)
    return set_starts(seat(season, coalition), dated, 0)


def replan(
    season: Season,
    coalition: CoalitionMembers,
    former: MeetingPlan,
    held: int,
    calendar: Calendar | None = None,
    meetings: int = 4,
) -> tuple[MeetingPlan, Dated]:
    minutes = (120,) * (meetings - held)
    dated = settle_dates(season, coalition, calendar or Calendar(), minutes, former, held)
    made = seat(season, coalition, HeldMeetings(former, held), meetings)
    return set_starts(made, dated, held), dated


def days_of(plan: MeetingPlan) -> list[str | None]:
    return [meeting.start and f"{meeting.start:%Y-%m-%d}" for meeting in plan.meetings]


def test_days_too_close_to_a_held_meeting_are_kept_with_the_same_remark() -> None:
    season, coalition = gather(*[SLOTS] * 6)
    former = first_plan(season, coalition)
    assert days_of(former) == list(DAYS)
    whole = settle_dates(season, coalition, Calendar(), MINUTES, None, 0).choice
    for held in (1, 2, 3):
        made, dated = replan(season, coalition, former, held)
        assert days_of(made) == list(DAYS)
        assert find_moved(former, made, held) == ()
        assert dated.choice is not None
        assert [each.number for each in dated.choice.dates] == list(range(held + 1, 5))
        if held < 3:
            assert whole is not None
            assert [each.text for each in dated.choice.missing] == [whole.missing[0].text]


def test_dates_that_were_never_planned_come_as_near_to_a_held_meeting_as_they_must() -> None:
    season, coalition = gather(*[SLOTS] * 4)
    former = first_plan(season, coalition)
    bare = former.evolve(
        meetings=tuple(
            each if each.number <= 2 else each.evolve(start=None) for each in former.meetings
        )
    )
    made, dated = replan(season, coalition, bare, 2)
    assert days_of(made) == list(DAYS)
    assert dated.choice is not None
    assert [each.given for each in dated.choice.missing] == [6]


def test_coming_dates_stay_when_members_leave_and_join_though_others_would_suit_more() -> None:
    weekly = ("2026-10-06 13:00", "2026-10-13 13:00", *LATER)
    other = ("2026-10-22 13:00", "2026-10-29 13:00")
    season, coalition = gather(weekly, weekly, weekly, (*weekly, *other), other, other, other)
    former = first_plan(season, coalition.evolve(members=coalition.members[:4]))
    changed = coalition.evolve(members=coalition.members[3:])
    made, dated = replan(season, changed, former, 2)
    assert days_of(made) == days_of(former) == [label[:10] for label in weekly]
    away = {(absence.actor_id, absence.meeting) for absence in dated.absences}
    assert away == {(f"a0{i}", number) for i in (4, 5, 6) for number in (3, 4)}


def test_a_date_that_nobody_gave_any_longer_moves_and_is_told() -> None:
    season, coalition = gather(SLOTS, SLOTS, LATER, LATER)
    former = first_plan(season, coalition.evolve(members=coalition.members[:2]))
    made, _ = replan(season, coalition.evolve(members=coalition.members[2:]), former, 2)
    assert days_of(made) == [*DAYS[:2], "2026-10-20", "2026-10-27"]
    moved = find_moved(former, made, 2)
    assert [(number, then.day, now and now.day) for number, then, now in moved] == [
        (3, 19, 20),
        (4, 26, 27),
    ]


def test_starts_told_by_hand_stay_for_everybody_until_others_are_told() -> None:
    season, coalition = gather(*[SLOTS] * 4)
    days = ("2026-11-04", "2026-11-11", "2026-11-18", "2026-11-25")
    calendar = Calendar(starts=tuple(f"{day} 15:00" for day in days))
    former = first_plan(season, coalition, calendar)
    made, dated = replan(season, coalition, former, 1)
    assert days_of(made) == list(days)
    assert dated.absences == ()
    without, silent = gather((), (), ())
    undated = first_plan(without, silent, calendar)
    assert days_of(replan(without, silent, undated, 2)[0]) == list(days)
    changed = Calendar(starts=("2026-11-11 15:00", "2026-11-19 15:00", "2026-11-25 15:00"))
    made, _ = replan(season, coalition, former, 1, changed)
    assert [number for number, *_ in find_moved(former, made, 1)] == [3]


def test_a_later_period_moves_what_lies_before_it() -> None:
    season, coalition = gather(*[(*SLOTS, *LATER, "2026-11-03 13:00", "2026-11-10 13:00")] * 4)
    former = first_plan(season, coalition)
    asked = Calendar(settings=DateSettings(start=date(2026, 10, 21)))
    made, _ = replan(season, coalition, former, 1, asked)
    assert days_of(made)[1:] == ["2026-10-26", "2026-11-03", "2026-11-10"]
    assert [number for number, *_ in find_moved(former, made, 1)] == [2, 3, 4]


def test_one_meeting_more_leaves_the_dates_of_the_others(tmp_path: Path) -> None:
    season, coalition = gather(*[SLOTS] * 4)
    former = first_plan(season, coalition)
    write_plans(tmp_path, season, [former], Language.EN)
    made, dated = replan(season, coalition, former, 2, meetings=5)
    assert days_of(made) == [*DAYS, None]
    assert dated.choice is not None
    assert [each.lack for each in dated.choice.missing] == [Lack.MEETINGS, Lack.SPACING]
    write_plans(tmp_path, season, [made], Language.EN)
    (own,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    for path in (own / "meetings.ics", *(own / "calendars").glob("*.ics")):
        events = list(vobject.readOne(path.read_text(encoding="utf-8")).vevent_list)
        assert sorted(f"{event.dtstart.value:%Y-%m-%d}" for event in events) == list(DAYS)
    rows = room_table([to_planned(season, made)], Language.EN)[2]
    assert sorted({(row[1], row[2]) for row in rows}) == [*enumerate(DAYS, start=1), (5, "")]
    assert (own / "rooms.csv").read_text(encoding="utf-8-sig").count(DAYS[3]) == 4
    page = (own / "meetings.html").read_text(encoding="utf-8")
    sheet = next((own / "sheets").glob("*.html")).read_text(encoding="utf-8")
    for day in ("6 October", "13 October", "19 October", "26 October"):
        assert day in page
        assert day in sheet


def test_recurring_slots_need_no_period_behind_a_held_meeting_and_dated_ones_have_no_end() -> None:
    season, coalition = gather(("tue 13:00", "2027-03-01 13:00"), ("tue 13:00",))
    told = tuple(f"2026-{day} 13:00" for day in ("10-06", "10-13", "10-20", "10-27"))
    former = first_plan(season, coalition, Calendar(starts=told))
    bare = former.evolve(meetings=(former.meetings[0],))
    _, dated = replan(season, coalition, bare, 1)
    assert [f"{each:%m-%d}" for each in dated.starts if each] == ["10-13", "10-20", "10-27"]
    assert dated.choice is not None
    assert dated.choice.left_out == ()
    assert dated.choice.possible == 13
