"""Members of two coalitions: their meetings get different hours, and what can't is told."""

import itertools
import json
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from api.documents.meetings.folder import write_plans
from data.files.agendas import read_agendas
from matcher.meetings.dates import choose_dates
from matcher.meetings.plan import plan_meetings
from models.bookings import Occasion, find_double_bookings, note_double_bookings
from models.dates import DateSettings
from models.meetings import MeetingPlan, PlanSettings
from models.ports.progress import Silence
from models.scores import CoalitionMembers
from models.seasons import Effort, Season
from models.text import Language
from tests.kit.actors import make_actor
from tests.kit.meetings import STOCKHOLM
from tests.kit.seasons import make_challenge, make_season

FIRST = date(2026, 9, 7)
START = datetime(2026, 10, 6, 13, tzinfo=STOCKHOLM)
profile = settings(max_examples=200, derandomize=True, database=None, deadline=None)
hours = st.tuples(st.integers(0, 12), st.sampled_from([9, 10, 13]))


@profile
@given(
    st.lists(hours, min_size=1, max_size=7, unique=True),
    st.lists(hours, max_size=4),
    st.integers(1, 3),
)
def test_no_other_dates_book_fewer_members_twice(
    own: list[tuple[int, int]], others: list[tuple[int, int]], meetings: int
) -> None:
    labels = tuple(f"{FIRST + timedelta(days=day)} {hour:02}:00" for day, hour in own)
    members = [make_actor(i, available=labels) for i in range(3)]
    elsewhere = [
        Occasion(
            "other/1",
            number,
            datetime(2026, 9, 7, hour, tzinfo=STOCKHOLM) + timedelta(days=day, hours=-1),
            120,
            frozenset({"a01", f"a{number % 4:02}"}),
        )
        for number, (day, hour) in enumerate(others, start=1)
    ]
    asked = DateSettings(minutes=(120,) * meetings)
    found = choose_dates(members, "SE", asked, "own/1", elsewhere=elsewhere)
    everybody = frozenset(member.id for member in members)

    def count(starts: tuple[datetime, ...]) -> int:
        held = [Occasion("own/1", 1, start, 120, everybody) for start in starts]
        return sum(len(find_double_bookings(each, elsewhere)) for each in held)

    starts = sorted(datetime.fromisoformat(label).replace(tzinfo=STOCKHOLM) for label in labels)
    days = {start.date() for start in starts}
    assert len(found.dates) == min(meetings, len(days))
    ways = [
        chosen
        for chosen in itertools.combinations(starts, len(found.dates))
        if len({start.date() for start in chosen}) == len(chosen)
    ]
    assert count(tuple(each.start for each in found.dates)) == min(map(count, ways))


def plan_one(season: Season, coalition: str, members: tuple[str, ...], hour: int) -> MeetingPlan:
    challenge = coalition.partition("/")[0]
    own = CoalitionMembers(id=coalition, challenge_id=challenge, members=members)
    asked = PlanSettings(meetings=1, rooms=(2,), effort=Effort.QUICK)
    made = plan_meetings(season, own, read_agendas(), asked, Silence())
    (meeting,) = made.meetings
    return made.evolve(meetings=(meeting.evolve(start=START.replace(hour=hour)),))


def test_who_is_booked_twice_is_told_everywhere(tmp_path: Path) -> None:
    actors = [make_actor(i, capacity=2) for i in range(6)]
    season = make_season(actors, [make_challenge(0), make_challenge(1)])
    one = plan_one(season, "c0/1", ("a00", "a01", "a02", "a03"), 13)
    other = plan_one(season, "c1/1", ("a03", "a04", "a05"), 14)
    later = plan_one(season, "c1/1", ("a03", "a04", "a05"), 15)
    first, second = note_double_bookings((one, other))
    assert [each.actor_id for each in first.meetings[0].double_booked] == ["a03"]
    assert [each.coalition for each in second.meetings[0].double_booked] == ["c0/1"]
    assert not any(m.double_booked for p in note_double_bookings((one, later)) for m in p.meetings)
    write_plans(tmp_path, season, [one], Language.EN)
    write_plans(tmp_path, season, [other], Language.EN)
    told = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert [len(each["meetings"][0]["double_booked"]) for each in told] == [1, 1]
    earlier, own = sorted(path for path in tmp_path.iterdir() if path.is_dir())
    name = season.actors[3].name
    assert f"{name} has meeting 1 of" in (own / "meetings.html").read_text(encoding="utf-8")
    assert f"{name} has meeting 1 of" in (earlier / "meetings.html").read_text(encoding="utf-8")
    assert f"{name} has meeting 1 of" in (own / "rooms.csv").read_text(encoding="utf-8-sig")
    said = "You have meeting 1 of"
    for folder, ending in (("sheets", "html"), ("calendars", "ics")):
        texts = {
            path.stem: path.read_bytes().decode().replace("\r\n ", "")
            for path in (own / folder).glob(f"*.{ending}")
        }
        assert [stem for stem in sorted(texts) if said in texts[stem]] == ["a03"]
    rows = CalamineWorkbook.from_path(own / "meetings.xlsx").get_sheet_by_index(0).to_python()
    assert sum(f"{name} has meeting 1 of" in str(row[-1]) for row in rows) == 1
