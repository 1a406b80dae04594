"""Calendars: read back by a second parser, updated, cancelled, and naming nobody they must not."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.files.calendar_events import Diary, describe_meetings
from data.files.calendars import cancel_calendar, make_time_zone, to_calendars
from models.errors import InputError
from models.hosts import Host
from models.meetings import BreakoutRound, Meeting, MeetingPlan, Room
from models.seasons import Season
from models.text import Language
from models.zones import SWEDISH_TIME, ZONES
from tests.kit.meetings import FIRST, make_plan, weekly
from tests.kit.report_seasons import EMAIL
from tests.unit.documents.meetings.conftest import HIDDEN, NASTY, STAMPED

TITLE = "Hur tar vi vara på ungas kraft, idéer; mod? \\ och mer därtill, så att raden blir lång"
LATER = STAMPED + timedelta(days=3)


def describe(
    season: Season,
    plan: MeetingPlan,
    member: str | None = None,
    starts: tuple[datetime | None, ...] = weekly(),
    language: Language = Language.SV,
) -> Diary:
    return describe_meetings(season, plan, starts, TITLE, language, member)


def read(content: bytes) -> list[vobject.base.Component]:
    """Give the events as the second parser reads them."""
    return list(vobject.readOne(content.decode("utf-8")).vevent_list)


def by_uid(content: bytes) -> dict[str, vobject.base.Component]:
    return {event.uid.value: event for event in read(content)}


def sequence(event: vobject.base.Component) -> int:
    return int(event.sequence.value)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("member", [None, "a00", HIDDEN])
def test_a_second_parser_reads_what_was_written(
    season: Season, long_plan: MeetingPlan, member: str | None, language: Language
) -> None:
    diary = describe(season, long_plan, member, language=language)
    found = read(to_calendars(diary, STAMPED).published)
    assert [event.summary.value for event in found] == [e.summary for e in diary.events]
    assert [event.description.value for event in found] == [e.description for e in diary.events]
    assert [event.dtstart.value.astimezone(UTC) for event in found] == [
        start.astimezone(UTC) for start in weekly()
    ]
    assert all(TITLE in event.summary.value for event in found)
    word = "Dagordning" if language is Language.SV else "Agenda"
    assert all(word in event.description.value for event in found)
    assert all(event.status.value == "CONFIRMED" for event in found)


def test_meetings_on_both_sides_of_the_change_of_the_clock_are_at_the_same_local_time(
    season: Season, plan: MeetingPlan
) -> None:
    found = read(to_calendars(describe(season, plan), STAMPED).published)
    starts = [event.dtstart.value for event in found]
    assert [f"{start:%m-%d %H:%M}" for start in starts] == [
        *("10-05 13:00", "10-12 13:00", "10-19 13:00", "10-26 13:00")
    ]
    assert [start.utcoffset() for start in starts] == [timedelta(hours=h) for h in (2, 2, 2, 1)]
    hours = [event.dtend.value - event.dtstart.value for event in found]
    assert hours == [timedelta(minutes=120)] * 4


def test_lines_are_folded_in_whole_letters(season: Season, long_plan: MeetingPlan) -> None:
    content = to_calendars(describe(season, long_plan, "a00"), STAMPED).published
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert max(len(line) for line in lines) in range(70, 76)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") for line in lines)


@pytest.mark.parametrize("name", sorted({*ZONES.values()}))
def test_the_time_zone_agrees_with_the_world_s_table(name: str) -> None:
    component = vobject.readOne(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + make_time_zone(name).to_ical().decode()
        + "END:VCALENDAR\r\n"
    )
    zone = component.vtimezone.tzinfo
    known, moment = ZoneInfo(name), datetime(2020 if name == SWEDISH_TIME else 2025, 1, 1, 12)
    days = [moment + timedelta(days=day) for day in range(366 * 12)]
    near = [datetime(2027, month, day, 12) for month, day in ((3, 28), (10, 31))]
    hours = [day + timedelta(hours=hour) for day in near for hour in range(-20, 12)]
    for local in (*days, *hours):
        right = local.replace(tzinfo=known).utcoffset()
        if local.replace(tzinfo=known, fold=1).utcoffset() == right:
            assert local.replace(tzinfo=zone).utcoffset() == right, local


def test_a_calendar_is_in_the_time_of_the_season_s_country(
    season: Season, plan: MeetingPlan
) -> None:
    finnish = season.evolve(country="FI")
    first = to_calendars(describe(finnish, plan), STAMPED).published
    assert b"DTSTART;TZID=Europe/Helsinki:20261005T140000\r\n" in first
    assert b"X-WR-TIMEZONE:Europe/Helsinki" in first
    assert first.count(b"BEGIN:VTIMEZONE") == 1
    starts = [event.dtstart.value.astimezone(UTC) for event in read(first)]
    assert starts == [start.astimezone(UTC) for start in weekly()]
    # What was published in another zone and falls away keeps its own.
    swedish = to_calendars(describe(season, plan), STAMPED).published
    fewer = (*weekly()[:3], None)
    moved = to_calendars(describe(finnish, plan, starts=fewer), LATER, swedish).published
    assert moved.count(b"BEGIN:VTIMEZONE") == 2
    assert moved.count(b"DTSTART;TZID=Europe/Stockholm") == 1
    assert [sequence(event) for event in read(moved)] == [1, 1, 1, 1]
    gone = cancel_calendar(moved, LATER).published
    assert gone.count(b"BEGIN:VTIMEZONE") == 2
    assert b"TZID:Europe/Helsinki" in gone


def test_the_same_input_gives_the_same_bytes(season: Season, plan: MeetingPlan) -> None:
    diary = describe(season, plan, "a03")
    assert to_calendars(diary, STAMPED) == to_calendars(diary, STAMPED)


def test_ids_hang_on_season_coalition_meeting_and_member_alone(
    season: Season, plan: MeetingPlan
) -> None:
    everywhere = set()
    for number in ("c0/1", "c0/2"):
        other = plan.evolve(coalition=number)
        for member in (None, "a00", "a01"):
            everywhere |= {event.uid for event in describe(season, other, member).events}
    assert len(everywhere) == 2 * 3 * 4
    moved = tuple(start + timedelta(days=1) for start in weekly())
    for member in (None, "a00"):
        was = describe(season, plan, member)
        now = describe(season, plan, member, moved, Language.EN)
        assert (was.uid, [e.uid for e in was.events]) == (now.uid, [e.uid for e in now.events])
    assert "a00" not in str(everywhere)


def test_an_update_raises_what_changed_and_leaves_the_rest_as_it_was(
    season: Season, plan: MeetingPlan
) -> None:
    first = to_calendars(describe(season, plan, "a00"), STAMPED).published
    starts = list(weekly())
    starts[1] += timedelta(hours=1)
    diary = describe(season, plan, "a00", tuple(starts))
    second = to_calendars(diary, LATER, first)
    before, after = by_uid(first), by_uid(second.published)
    assert list(before) == list(after)
    assert [sequence(event) for event in after.values()] == [0, 1, 0, 0]
    for number, (uid, event) in enumerate(after.items()):
        changed = number == 1
        stamp = LATER if changed else STAMPED
        assert event.dtstamp.value == event.last_modified.value == stamp
        assert event.created.value == STAMPED
        assert (event.dtstart.value == before[uid].dtstart.value) != changed
    assert second.cancelled is None
    third = to_calendars(diary, LATER + timedelta(days=1), second.published)
    assert third == second
    back = to_calendars(describe(season, plan, "a00"), LATER, second.published).published
    assert [sequence(event) for event in by_uid(back).values()] == [0, 2, 0, 0]


def test_a_meeting_that_is_no_more_is_cancelled_and_may_come_back(
    season: Season, plan: MeetingPlan
) -> None:
    first = to_calendars(describe(season, plan), STAMPED).published
    shorter = plan.evolve(meetings=plan.meetings[:3])
    diary = describe(season, shorter, starts=weekly(3))
    second = to_calendars(diary, LATER, first)
    after = list(by_uid(second.published).values())
    # The summary counts the meetings, so that all of them change.
    assert [sequence(event) for event in after] == [1, 1, 1, 1]
    assert [event.status.value for event in after] == ["CONFIRMED"] * 3 + ["CANCELLED"]
    assert second.cancelled is not None
    (gone,) = read(second.cancelled)
    assert (gone.uid.value, sequence(gone)) == (after[3].uid.value, 1)
    assert gone.status.value == "CANCELLED"
    method = vobject.readOne(second.cancelled.decode()).method.value
    assert (method, vobject.readOne(second.published.decode()).method.value) == (
        *("CANCEL", "PUBLISH"),
    )
    again = to_calendars(diary, LATER + timedelta(days=1), second.published)
    assert again == second
    back = to_calendars(describe(season, plan), LATER, second.published)
    assert [sequence(event) for event in read(back.published)] == [2, 2, 2, 2]
    assert {event.status.value for event in read(back.published)} == {"CONFIRMED"}
    assert back.cancelled is None


def test_a_member_who_leaves_gets_cancellations_of_the_meetings_that_remain(
    season: Season, plan: MeetingPlan
) -> None:
    first = to_calendars(describe(season, plan, "a03"), STAMPED).published
    without = plan.evolve(meetings=(*plan.meetings[:2], *map(_without("a03"), plan.meetings[2:])))
    files = to_calendars(describe(season, without, "a03"), LATER, first)
    statuses = [event.status.value for event in read(files.published)]
    assert statuses == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED"]
    gone = cancel_calendar(first, LATER)
    assert gone.cancelled is not None
    for content in (gone.published, gone.cancelled):
        assert [(e.status.value, sequence(e)) for e in read(content)] == [("CANCELLED", 1)] * 4
    assert cancel_calendar(gone.published, LATER + timedelta(days=1)) == gone


def _without(actor_id: str):  # type: ignore[no-untyped-def]
    def leave(meeting: Meeting) -> Meeting:
        rounds = tuple(
            BreakoutRound(
                rooms=tuple(
                    Room(
                        host=next(m for m in room.members if m != actor_id),
                        members=tuple(m for m in room.members if m != actor_id),
                    )
                    for room in breakout.rooms
                )
            )
            for breakout in meeting.rounds
        )
        return meeting.evolve(rounds=rounds)

    return leave


@pytest.mark.parametrize("content", [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_a_file_that_is_no_calendar_of_ours_is_refused(
    season: Season, plan: MeetingPlan, content: bytes
) -> None:
    with pytest.raises(InputError) as caught:
        to_calendars(describe(season, plan), STAMPED, content)
    assert [fault.code for fault in caught.value.faults] == ["calendar_unreadable"]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"DTSTART;TZID=Europe/Stockholm:20261005T130000", b"DTSTART:130000"),
        (b"DTSTART;TZID=Europe/Stockholm:20261005T130000", b"DTSTART;VALUE=DATE:20261005"),
        (b"DTSTART;TZID=Europe/Stockholm:20261005T130000", b"DTSTART:20261005T130000"),
        (b"DTSTART;TZID=Europe/Stockholm:20261005T130000", b"DTSTART:20271005T130000Z"),
        (b"DTEND;TZID=Europe/Stockholm:20261005T15", b"DTEND;TZID=Europe/Stockholm:20261005T12"),
        (b"DTSTAMP:20260901T083000Z", b"DTSTAMP:20260901"),
        (b"SEQUENCE:0", b"SEQUENCE:-1"),
        (b"STATUS:CONFIRMED", b"STATUS:SURE"),
        (b"STATUS:CONFIRMED", b"ST\xc3\x85TUS:CONFIRMED"),
        (b"CREATED:", b"X-CREATED:"),
        (b"DESCRIPTION", b"DESCRIPTI\xc3\x96N"),
    ],
)
def test_an_event_that_is_not_as_it_was_written_is_refused(
    season: Season, plan: MeetingPlan, was: bytes, becomes: bytes
) -> None:
    diary = describe(season, plan)
    first = to_calendars(diary, STAMPED).published
    assert was in first
    mangled = first.replace(was, becomes, 1)
    for read_it in (
        lambda: to_calendars(diary, LATER, mangled),
        lambda: cancel_calendar(mangled, LATER),
    ):
        with pytest.raises(InputError) as caught:
            read_it()
        assert [fault.code for fault in caught.value.faults] == ["calendar_unreadable"]


def test_what_was_added_to_an_event_by_hand_stays_while_it_does_not_change(
    season: Season, plan: MeetingPlan
) -> None:
    diary = describe(season, plan)
    first = to_calendars(diary, STAMPED).published
    added = first.replace(b"SEQUENCE:0", b"LOCATION:Stadshuset\r\nSEQUENCE:0", 1)
    again = read(to_calendars(diary, LATER, added).published)
    assert [hasattr(event, "location") for event in again] == [True, False, False, False]


def test_calendars_say_where_the_meetings_are_and_whom_to_ask(
    season: Season, plan: MeetingPlan
) -> None:
    venue = plan.evolve(place="Folkets hus, Ludvika", link="https://example.org/möte")
    host = Host(name="Mötesplatsen", contact="Kim, 010-123 45 67")
    diary = describe_meetings(season, venue, weekly(), TITLE, Language.SV, "a00", host)
    first = to_calendars(diary, STAMPED).published
    for event in read(first):
        assert event.location.value == "Folkets hus, Ludvika"
        assert event.url.value == "https://example.org/möte"
        assert event.organizer.params["CN"] == ["Mötesplatsen"]
        lines = event.description.value.splitlines()
        assert lines[1] == "Länk: https://example.org/möte"
        assert lines[-1] == "Arrangör: Mötesplatsen, Kim, 010-123 45 67"
    moved = describe_meetings(season, venue.evolve(place="Torget"), weekly(), TITLE, Language.SV)
    whole = describe_meetings(season, venue, weekly(), TITLE, Language.SV)
    earlier = to_calendars(whole, STAMPED).published
    for event in read(to_calendars(moved, LATER, earlier).published):
        assert (event.location.value, sequence(event)) == ("Torget", 1)


def test_a_calendar_of_another_member_is_refused(season: Season, plan: MeetingPlan) -> None:
    other = to_calendars(describe(season, plan, "a01"), STAMPED).published
    with pytest.raises(InputError) as caught:
        to_calendars(describe(season, plan, "a00"), STAMPED, other)
    assert [fault.code for fault in caught.value.faults] == ["calendar_of_another"]


@given(st.binary(max_size=40), st.integers(0, 4000), st.integers(0, 40))
@example(junk=b"", at=998, cut=9)
@settings(deadline=None)
def test_a_mangled_calendar_is_a_fault_or_is_read(junk: bytes, at: int, cut: int) -> None:
    plan = make_plan(["a00", "a01", "a02", "a03"], 2, coalition="c0/1")
    season = MANGLED_SEASON
    diary = describe(season, plan)
    whole = to_calendars(diary, STAMPED).published
    mangled = whole[:at] + junk + whole[at + cut :]
    try:
        files = to_calendars(diary, LATER, mangled)
    except InputError as error:
        assert error.faults[0].code in {"calendar_unreadable", "calendar_of_another"}
    else:
        assert set(by_uid(files.published)) >= {str(event.uid) for event in diary.events}


def _mangled_season() -> Season:
    from tests.kit.report_seasons import make_actor
    from tests.kit.seasons import make_challenge, make_season

    return make_season([make_actor(i) for i in range(4)], [make_challenge()])


MANGLED_SEASON = _mangled_season()


def test_nobody_hidden_and_no_address_is_in_anybody_else_s_calendar(
    season: Season, long_plan: MeetingPlan
) -> None:
    hidden = season.actors[season.actor_index[HIDDEN]].name
    seated_with = 0
    for member in (None, *(actor.id for actor in season.actors)):
        for language in Language:
            diary = describe(season, long_plan, member, language=language)
            content = to_calendars(diary, STAMPED).published
            unfolded = content.replace(b"\r\n ", b"").decode("utf-8")
            assert EMAIL not in unfolded
            assert "ATTENDEE" not in unfolded
            assert "mailto" not in unfolded.lower()
            assert (hidden in unfolded) == (member == HIDDEN)
            more = re.findall("en organisation till|one more organisation", unfolded)
            seated_with += bool(more)
    assert seated_with > 10


def test_the_coalition_s_calendar_names_nobody(season: Season, plan: MeetingPlan) -> None:
    told = "".join(event.description for event in describe(season, plan).events)
    assert [actor.name for actor in season.actors if actor.name in told] == []


def test_whom_a_member_meets_and_who_hosts_is_told(season: Season, plan: MeetingPlan) -> None:
    for member in ("a00", "a01", HIDDEN):
        events = describe(season, plan, member, language=Language.EN).events
        for meeting, event in zip(plan.meetings, events, strict=True):
            (room,) = (r for r in meeting.rounds[0].rooms if member in r.members)
            for other in season.actors:
                told = other.id in room.members and other.visible and other.id != member
                assert (other.name in event.description) == told, (member, other.id)
            assert ("You host the room" in event.description) == (room.host == member)
    room = next(r for r in plan.meetings[0].rounds[0].rooms if "a00" in r.members)
    other = next(m for m in room.members if m not in ("a00", HIDDEN))
    assert NASTY in describe(season, plan, other).events[0].description


def test_there_is_one_start_for_each_meeting(season: Season, plan: MeetingPlan) -> None:
    with pytest.raises(ValueError):
        describe(season, plan, starts=weekly(3))
    with pytest.raises(ValueError):
        describe(season, plan, starts=(FIRST.replace(tzinfo=None), *weekly()[1:]))
