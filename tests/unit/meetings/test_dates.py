"""Dates: labels, holidays, changes of clock, quorums, and what gives way."""

import itertools
from datetime import UTC, date, datetime, time, timedelta

import pytest

from data.reference.countries import COUNTRIES
from matcher.meetings.closed_days import find_closed_days
from matcher.meetings.dates import choose_dates
from models.actors import Actor
from models.dates import DatePlan, DateSettings, Lack
from models.sectors import Sector
from models.slots import TimeSlot, read_slot
from tests.kit.actors import make_actor

AUTUMN = date(2026, 9, 28)


def member(number: int, *slots: str, sector: Sector = Sector.PUBLIC) -> Actor:
    return make_actor(number, sector=sector, available=slots)


def plan(*members: Actor, country: str = "SE", meetings: int = 4, **asked: object) -> DatePlan:
    settings = DateSettings.model_validate({"minutes": (120,) * meetings, **asked})
    return choose_dates(members, country, settings, "c0/1")


def starts(found: DatePlan) -> list[str]:
    return [f"{each.start:%Y-%m-%d %H:%M}" for each in found.dates]


def left_out(found: DatePlan) -> list[tuple[str, str | None, str]]:
    return [(out.label, out.day and str(out.day), out.code) for out in found.left_out]


@pytest.mark.parametrize(
    ("label", "slot"),
    [
        ("2026-10-06 13:00", TimeSlot(time(13), day=date(2026, 10, 6))),
        ("2026-10-06T13:00", TimeSlot(time(13), day=date(2026, 10, 6))),
        ("2026-10-06T13:00:00", TimeSlot(time(13), day=date(2026, 10, 6))),
        ("2026-10-06 kl. 9.30", TimeSlot(time(9, 30), day=date(2026, 10, 6))),
        ("tis 13:00", TimeSlot(time(13), weekday=1)),
        ("tisdag 13.00", TimeSlot(time(13), weekday=1)),
        ("Tisdagar kl 13", TimeSlot(time(13), weekday=1)),
        ("tue 13:00", TimeSlot(time(13), weekday=1)),
        ("Thursdays 08:15", TimeSlot(time(8, 15), weekday=3)),
        ("TORS 08.15", TimeSlot(time(8, 15), weekday=3)),
        ("lör 10:00", TimeSlot(time(10), weekday=5)),
        ("sön. 10:00", TimeSlot(time(10), weekday=6)),
        ("tisdag eftermiddag", None),
        ("tisdag", None),
        ("2026-10-06", None),
        ("2026-02-30 13:00", None),
        ("2026-10-06 24:00", None),
        ("2026-10-06 13:60", None),
        ("2026-10-06T13:00+02:00", None),
        ("2026-10-06T13:00Z", None),
        ("1999-10-06 13:00", None),
        ("2126-10-06 13:00", None),
        ("tis 13:00-15:00", TimeSlot(time(13), weekday=1)),
        ("tors 9-11", TimeSlot(time(9), weekday=3)),
        ("tis 1 pm", TimeSlot(time(13), weekday=1)),
        ("tis 12 am", TimeSlot(time(0), weekday=1)),
        ("tis 13 pm", None),
        ("tis 15-13", None),
        ("2026-10-06T13:00-02:00", None),
        ("vecka 41 13:00", None),
        ("x 13:00", None),
    ],
)
def test_a_label_is_read_or_left_alone(label: str, slot: TimeSlot | None) -> None:
    assert read_slot(label) == slot


def test_a_recurring_slot_stays_at_its_local_hour_when_the_clocks_change() -> None:
    found = plan(member(0, "tis 13:00"), start=date(2026, 10, 13))
    assert starts(found) == [
        "2026-10-13 13:00",
        "2026-10-20 13:00",
        "2026-10-27 13:00",
        "2026-11-03 13:00",
    ]
    assert [each.start.astimezone(UTC).hour for each in found.dates] == [11, 11, 12, 12]
    assert [each.start.isoformat()[-6:] for each in found.dates] == ["+02:00"] * 2 + ["+01:00"] * 2
    assert found.missing == ()


def test_the_end_follows_from_the_minutes_also_over_a_change_of_clock() -> None:
    night = member(0, "2026-10-25 01:30", "2026-11-01 01:30")
    found = plan(night, meetings=2, minutes=(120, 45))
    first, second = found.dates
    assert (first.end - first.start.astimezone(UTC)) == timedelta(hours=2)
    assert first.end.isoformat() == "2026-10-25T02:30:00+01:00"
    assert second.end.isoformat() == "2026-11-01T02:15:00+01:00"


def test_times_that_a_change_of_clock_skips_or_repeats_are_refused() -> None:
    found = plan(member(0, "2026-03-29 02:30", "2026-10-25 02:30", "2026-03-29 03:00"), meetings=2)
    assert left_out(found) == [
        ("2026-03-29 02:30", "2026-03-29", "slot_skipped"),
        ("2026-10-25 02:30", "2026-10-25", "slot_repeated"),
    ]
    assert starts(found) == ["2026-03-29 03:00"]


def test_no_meeting_falls_on_a_swedish_holiday_or_one_of_the_three_eves() -> None:
    days = {
        "2026-01-06": "Trettondedag jul",
        "2026-04-03": "Långfredagen",
        "2026-04-06": "Annandag påsk",
        "2026-05-01": "Första maj",
        "2026-05-14": "Kristi himmelsfärdsdag",
        "2026-06-06": "Nationaldagen",
        "2026-06-19": "Midsommarafton",
        "2026-06-20": "Midsommardagen",
        "2026-10-31": "Alla helgons dag",
        "2026-12-24": "Julafton",
        "2026-12-25": "Juldagen",
        "2026-12-31": "Nyårsafton",
        "2027-01-01": "Nyårsdagen",
    }
    found = plan(member(0, *(f"{day} 13:00" for day in days)))
    assert found.dates == ()
    assert {str(o.day): o.text.sv.split(",")[0] for o in found.left_out} == days
    assert {o.code for o in found.left_out} == {"slot_holiday"}
    assert "Christmas Eve" in next(o.text.en for o in found.left_out if str(o.day) == "2026-12-24")


def test_half_holidays_and_squeeze_days_are_ordinary_days() -> None:
    days = ("2026-04-02", "2026-04-30", "2026-05-15", "2026-12-23")
    found = plan(member(0, *(f"{day} 13:00" for day in days)))
    assert starts(found) == [f"{day} 13:00" for day in days]


def test_a_weekend_is_used_only_where_members_dated_it() -> None:
    asked = {"meetings": 2, "start": AUTUMN}
    found = plan(member(0, "lör 10:00", "2026-10-03 10:00", "2026-10-11 10:00"), **asked)
    assert starts(found) == ["2026-10-03 10:00", "2026-10-11 10:00"]
    assert left_out(found) == [("lör 10:00", None, "slot_weekend")]


def test_a_weekday_and_a_date_at_the_same_time_are_the_same_slot() -> None:
    dated, weekly = member(0, "2026-10-06 13:00"), member(1, "tisdag 13.00")
    late, wrong = member(2, "tis 13:30"), member(3, "ons 13:00")
    found = plan(dated, weekly, late, wrong, meetings=2)
    assert starts(found) == ["2026-10-06 13:00"]
    assert found.dates[0].can_come == ("a00", "a01")
    assert found.dates[0].cannot_come == ("a02", "a03")
    assert {code for _, _, code in left_out(found)} == {"slot_needs_period"}


def test_members_without_slots_that_can_be_read_count_as_able_and_are_named() -> None:
    found = plan(member(0, "tis 13:00"), member(1), member(2, "tisdag em"), start=AUTUMN)
    assert found.assumed == ("a01", "a02")
    assert all(each.can_come == ("a00", "a01", "a02") for each in found.dates)
    [out] = found.left_out
    assert (out.label, out.code, out.members) == ("tisdag em", "slot_unreadable", ("a02",))
    assert "2026-10-06 13:00" in out.text.sv


def test_slots_outside_the_period_are_told() -> None:
    early, late = "2026-09-27 13:00", "2026-10-12 13:00"
    found = plan(member(0, early, "2026-10-11 13:00", late), meetings=2, start=AUTUMN, weeks=2)
    assert left_out(found) == [(early, None, "slot_outside"), (late, None, "slot_outside")]
    assert "from 2026-09-28 to 2026-10-11" in found.left_out[0].text.en
    assert starts(found) == ["2026-10-11 13:00"]


def test_the_sum_counts_before_the_smallest_attendance_and_that_before_time() -> None:
    weeks = ["2026-10-05 13:00", "2026-10-12 13:00", "2026-10-19 13:00", "2026-10-26 13:00"]

    def attend(*counts: int) -> list[str]:
        given = [(week, n) for week, n in zip(weeks, counts, strict=True)]
        people = [member(i, *(week for week, n in given if i < n)) for i in range(max(counts))]
        return starts(plan(*people, meetings=2, quorum=0))

    assert attend(3, 4, 4, 3) == weeks[1:3]
    assert attend(5, 2, 3, 4) == [weeks[0], weeks[3]]
    assert attend(2, 2, 2, 2) == weeks[:2]
    assert attend(5, 1, 5, 1) == [weeks[0], weeks[2]]


def test_an_even_choice_wins_among_equal_sums() -> None:
    days = {"2026-10-05": 2, "2026-10-07": 3, "2026-10-12": 4, "2026-10-14": 3}
    people = [member(i, *(f"{day} 13:00" for day, n in days.items() if i < n)) for i in range(4)]
    found = plan(*people, meetings=2, quorum=0)
    assert starts(found) == ["2026-10-07 13:00", "2026-10-14 13:00"]


def test_a_quorum_costs_attendance_but_is_kept() -> None:
    many = [member(i, "2026-10-05 13:00", "2026-10-12 13:00") for i in range(5)]
    scholar = member(9, "2026-10-12 13:00", "2026-10-19 13:00", sector=Sector.ACADEMIA)
    few = member(5, "2026-10-19 13:00")
    found = plan(*many, few, scholar, meetings=2)
    assert starts(found) == ["2026-10-12 13:00", "2026-10-19 13:00"]
    assert found.missing == ()
    counts = [(c.sector, c.members, c.can_come) for c in found.dates[1].sectors]
    assert counts == [(Sector.PUBLIC, 6, 1), (Sector.ACADEMIA, 1, 1)]
    loose = plan(*many, few, scholar, meetings=2, quorum=0)
    assert starts(loose) == ["2026-10-05 13:00", "2026-10-12 13:00"]


def test_a_quorum_of_more_than_a_sector_has_asks_for_all_of_it() -> None:
    many = [member(i, "2026-10-05 13:00", "2026-10-12 13:00") for i in range(3)]
    scholar = member(9, "2026-10-05 13:00", "2026-10-12 13:00", sector=Sector.ACADEMIA)
    assert plan(*many, scholar, meetings=2, quorum=3).missing == ()


def test_a_quorum_that_cannot_be_met_names_the_sector_and_the_way_out() -> None:
    many = [member(i, "mån 13:00") for i in range(3)]
    scholar = member(9, "2026-10-05 13:00", sector=Sector.ACADEMIA)
    found = plan(*many, scholar, meetings=2, start=AUTUMN)
    assert starts(found) == ["2026-09-28 13:00", "2026-10-05 13:00"]
    [lack] = found.missing
    assert (lack.lack, lack.sector, lack.numbers) == (Lack.QUORUM, Sector.ACADEMIA, (1,))
    assert (lack.asked, lack.given) == (1, 0)
    assert "1 of 2" in lack.text.en and "akademin" in lack.text.sv
    assert [(way.field, way.value) for way in found.ways_out] == [("quorum", 0)]


def test_quorums_that_never_meet_on_one_day_are_told_as_such() -> None:
    monday = [member(0, "mån 13:00"), member(1, "tis 13:00", sector=Sector.ACADEMIA)]
    found = plan(*monday, meetings=2, start=AUTUMN)
    assert all(lack.lack is Lack.QUORUM for lack in found.missing)
    assert all("not together" in lack.text.en for lack in found.missing)


def test_days_that_lie_too_close_are_used_and_told() -> None:
    every_other = [f"2026-10-{day:02} 13:00" for day in (5, 7, 9, 12, 14)]
    found = plan(member(0, *every_other))
    assert [(lack.lack, lack.asked, lack.given) for lack in found.missing] == [(Lack.SPACING, 7, 2)]
    assert [(way.field, way.value) for way in found.ways_out] == [
        ("min_days", 2),
        ("meetings", 2),
    ]
    gaps = [b.start - a.start for a, b in itertools.pairwise(found.dates)]
    assert min(gaps) == timedelta(days=2)
    assert len(found.dates) == 4
    assert plan(member(0, *every_other), min_days=2).missing == ()
    assert plan(member(0, *every_other), meetings=2).missing == ()


def test_two_times_on_one_day_are_no_two_meetings() -> None:
    found = plan(member(0, "2026-10-05 09:00", "2026-10-05 15:00"), meetings=2)
    assert starts(found) == ["2026-10-05 09:00"]
    assert [(lack.lack, lack.given) for lack in found.missing] == [(Lack.MEETINGS, 1)]


def test_a_week_is_counted_in_days_not_in_hours() -> None:
    found = plan(member(0, "2026-10-06 15:00", "2026-10-13 09:00"), meetings=2)
    assert found.missing == ()


def test_nobody_and_no_slots_give_no_dates_and_say_so() -> None:
    for members in ((), (member(0),), (member(0, "snart"),)):
        found = plan(*members)
        assert found.dates == ()
        assert [(lack.lack, lack.given) for lack in found.missing] == [(Lack.MEETINGS, 0)]


def test_other_countries_have_their_own_holidays() -> None:
    days = member(0, "2026-05-17 13:00", "2026-06-19 13:00")
    assert left_out(plan(days, country="NO")) == [
        ("2026-05-17 13:00", "2026-05-17", "slot_holiday")
    ]
    assert left_out(plan(days)) == [("2026-06-19 13:00", "2026-06-19", "slot_holiday")]
    assert plan(days, country="NO").warning is None


@pytest.mark.parametrize(("country", "year"), [("XX", 2026), ("IN", 2040)])
def test_holidays_that_are_not_known_are_warned_of(country: str, year: int) -> None:
    found = plan(member(0, f"{year}-12-27 13:00"), country=country)
    assert starts(found) == [f"{year}-12-27 13:00"]
    assert found.warning is not None and country in found.warning.sv


def test_the_holidays_of_every_country_can_be_asked_for() -> None:
    for country in sorted(COUNTRIES):
        closed, _ = find_closed_days(country, (2026,))
        assert all(text.sv and text.en for text in closed.values()), country


def test_the_order_of_members_changes_nothing() -> None:
    people = [member(i, *(f"{d} 13:00" for d in ("mån", "tis", "ons")[i % 3 :])) for i in range(7)]
    found = plan(*people, start=AUTUMN)
    assert plan(*reversed(people), start=AUTUMN) == found
    assert found == DatePlan.model_validate_json(found.model_dump_json())
    assert isinstance(found.dates[0].start, datetime)


def test_the_far_end_of_the_calendar_is_no_trouble() -> None:
    found = plan(member(0, "tors 23:30", "2099-12-30 13:00"), start=date(2099, 12, 24), weeks=104)
    assert starts(found)[-1] == "2099-12-30 13:00"


@pytest.mark.parametrize(
    ("country", "zone", "hours"),
    [
        ("SE", "Europe/Stockholm", 2),
        ("DE", "Europe/Berlin", 2),
        ("GB", "Europe/London", 1),
        ("FI", "Europe/Helsinki", 3),
        ("IS", "Atlantic/Reykjavik", 0),
        ("GL", "America/Nuuk", -1),
    ],
)
def test_times_are_local_ones_of_the_country(country: str, zone: str, hours: int) -> None:
    members = [make_actor(i, available=("2026-10-06 13:00",)) for i in range(3)]
    found = choose_dates(members, country, DateSettings(minutes=(120,)), "c0/1")
    (date,) = found.dates
    assert found.time_zone == zone
    assert f"{date.start:%Y-%m-%d %H:%M}" == "2026-10-06 13:00"
    assert f"{date.end:%H:%M}" == "15:00"
    assert date.start.utcoffset() == timedelta(hours=hours)


def test_a_country_without_a_known_clock_is_told() -> None:
    members = [make_actor(i, available=("2026-10-06 13:00",)) for i in range(3)]
    found = choose_dates(members, "JP", DateSettings(minutes=(120,)), "c0/1")
    assert found.time_zone == "Europe/Stockholm"
    assert found.warning is not None
    assert "JP" in found.warning.sv and "svenska" in found.warning.sv
