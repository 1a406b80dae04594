"""Chosen dates against complete enumeration, with every way to give way."""

import itertools
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matcher.meetings.dates import choose_dates
from matcher.meetings.spread import Candidate, choose, count_spaced
from models.actors import Actor
from models.dates import DatePlan, DateSettings, Lack
from models.sectors import Sector
from tests.kit.actors import make_actor
from tests.kit.meetings import STOCKHOLM

FIRST = date(2026, 9, 7)
"""A Monday with no Swedish holiday for seven weeks."""
MOST_STARTS = 8
Key = tuple[int, int, int, int, int, tuple[float, ...]]
profile = settings(max_examples=400, derandomize=True, database=None, deadline=None)


@st.composite
def coalitions(draw: st.DrawFn) -> list[Actor]:
    """Draw members whose slots, together, fall on few dates."""
    hours = st.tuples(st.integers(0, 30), st.sampled_from([9, 13]))
    starts = draw(st.lists(hours, min_size=1, max_size=MOST_STARTS, unique=True))
    labels = [f"{FIRST + timedelta(days=day)} {hour:02}:00" for day, hour in starts]
    slots = st.lists(st.sampled_from(labels), unique=True).map(tuple)
    return [
        make_actor(i, sector=draw(st.sampled_from(list(Sector)[:3])), available=draw(slots))
        for i in range(draw(st.integers(1, 6)))
    ]


def all_choices(members: list[Actor], asked: DateSettings) -> Iterator[Key]:
    """Give every choice of dates as what it is worth: larger is better in each place."""
    labels = sorted({label for member in members for label in member.available})
    starts = [datetime.fromisoformat(label).replace(tzinfo=STOCKHOLM) for label in labels]
    came = [[m for m in members if not m.available or label in m.available] for label in labels]
    lacks = [
        sum(
            max(0, min(asked.quorum, sum(m.sector is sector for m in members)) - len(there))
            for sector in Sector
            for there in [[m for m in able if m.sector is sector]]
        )
        for able in came
    ]
    for size in range(len(asked.minutes) + 1):
        for chosen in itertools.combinations(range(len(labels)), size):
            days = [starts[i].date() for i in chosen]
            gaps = [(b - a).days for a, b in itertools.pairwise(days)]
            if min(gaps, default=1) < 1:
                continue
            attendance = [len(came[i]) for i in chosen]
            yield (
                size,
                min([asked.min_days, *gaps]),
                -sum(lacks[i] for i in chosen),
                sum(attendance),
                min(attendance, default=0),
                tuple(-starts[i].timestamp() for i in chosen),
            )


def worth(found: DatePlan, asked: DateSettings) -> Key:
    days = [each.start.date() for each in found.dates]
    gaps = [(b - a).days for a, b in itertools.pairwise(days)]
    lack = sum(
        max(0, min(asked.quorum, count.members) - count.can_come)
        for each in found.dates
        for count in each.sectors
    )
    attendance = [len(each.can_come) for each in found.dates]
    return (
        len(days),
        min([asked.min_days, *gaps]),
        -lack,
        sum(attendance),
        min(attendance, default=0),
        tuple(-each.start.timestamp() for each in found.dates),
    )


@profile
@given(coalitions(), st.integers(2, 5), st.sampled_from([1, 3, 7, 10]), st.integers(0, 3))
def test_no_other_choice_is_better(
    members: list[Actor], meetings: int, min_days: int, quorum: int
) -> None:
    asked = DateSettings(minutes=(120,) * meetings, min_days=min_days, quorum=quorum)

    found = choose_dates(members, "SE", asked)

    best = max(all_choices(members, asked))
    assert worth(found, asked) == best
    lacks = {lack.lack for lack in found.missing}
    assert (Lack.MEETINGS in lacks) == (best[0] < meetings)
    assert (Lack.SPACING in lacks) == (best[1] < min_days)
    assert (Lack.QUORUM in lacks) == (best[2] < 0)


@profile
@given(coalitions(), st.integers(2, 5), st.sampled_from([3, 7, 10]), st.integers(0, 3))
def test_every_way_out_leads_out(
    members: list[Actor], meetings: int, min_days: int, quorum: int
) -> None:
    asked = {"meetings": meetings, "min_days": min_days, "quorum": quorum}

    def plan(asked: dict[str, int]) -> DatePlan:
        settings = DateSettings(
            minutes=(120,) * asked["meetings"], min_days=asked["min_days"], quorum=asked["quorum"]
        )
        return choose_dates(members, "SE", settings)

    found = plan(asked)
    assert found.missing or not found.ways_out
    for way in found.ways_out:
        assert asked[way.field] > way.value
        assert plan(asked | {way.field: way.value}).missing == ()
        if way.field == "quorum":
            assert plan(asked | {"quorum": way.value + 1}).missing
    no_way = {"min_days", "meetings", "quorum"} - {way.field for way in found.ways_out}
    if found.missing and "quorum" in no_way:
        assert plan(asked | {"quorum": 0}).missing or quorum == 0


@settings(max_examples=1500, derandomize=True, database=None, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1), st.integers(0, 4)), max_size=9),
    st.integers(1, 4),
    st.integers(1, 5),
)
def test_the_choice_itself_is_the_best_and_the_earliest(
    drawn: list[tuple[int, int, int]], count: int, spacing: int
) -> None:
    candidates = [Candidate(*each) for each in sorted(drawn, key=lambda each: each[0])]
    allowed = [
        chosen
        for chosen in itertools.combinations(range(len(candidates)), count)
        if all(
            candidates[b].day - candidates[a].day >= spacing for a, b in itertools.pairwise(chosen)
        )
    ]
    assume(allowed)

    def value(chosen: tuple[int, ...]) -> tuple[int, ...]:
        picked = [candidates[i] for i in chosen]
        came = [each.attendance for each in picked]
        return (-sum(each.lack for each in picked), sum(came), min(came), *(-i for i in chosen))

    assert choose(candidates, count, spacing) == max(allowed, key=value)


@settings(max_examples=40, derandomize=True, database=None, deadline=None)
@given(st.lists(st.integers(0, 120), min_size=1, max_size=200), st.integers(1, 14), st.data())
def test_many_candidates_keep_their_distance_and_beat_any_drawn_choice(
    days: list[int], spacing: int, data: st.DataObject
) -> None:
    attendance = st.integers(0, 18)
    candidates = [Candidate(day, lack=0, attendance=data.draw(attendance)) for day in sorted(days)]
    count = min(6, count_spaced(sorted(days), spacing))
    chosen = choose(candidates, count, spacing)
    picked = [candidates[i] for i in chosen]
    assert len(picked) == count
    assert all(b.day - a.day >= spacing for a, b in itertools.pairwise(picked))
    draw = data.draw(st.randoms(use_true_random=False))
    for _ in range(50):
        other: list[Candidate] = []
        for candidate in sorted(draw.sample(candidates, len(candidates)), key=lambda c: c.day):
            if len(other) < count and (not other or candidate.day - other[-1].day >= spacing):
                other.append(candidate)
        if len(other) == count:
            assert sum(c.attendance for c in other) <= sum(c.attendance for c in picked)
