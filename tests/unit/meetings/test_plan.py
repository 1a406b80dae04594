"""Plans of meetings: recounted by an examiner, and made anew from the middle on."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.agendas import read_agendas
from matcher.meetings.plan import HeldMeetings, plan_meetings
from matcher.meetings.rooms import size_rooms
from models.errors import InputError
from models.meetings import Absence, Aim, MeetingPlan, PlanSettings, PlanStatus
from models.ports.progress import Silence
from models.scores import CoalitionMembers
from models.seasons import Effort, Season
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.gatherings import examine
from tests.kit.seasons import make_challenge, make_season

TEMPLATES = read_agendas()


def gather(count: int) -> tuple[Season, CoalitionMembers]:
    actors = [make_actor(number) for number in range(count + 2)]
    ties = (Tie(actor_a="a00", actor_b="a01"), Tie(actor_a="a02", actor_b="a05"))
    season = make_season(actors, [make_challenge()], ties=ties)
    members = tuple(actor.id for actor in season.actors[:count])
    return season, CoalitionMembers(id="c0/1", challenge_id="c0", members=members)


def plan(count: int, **asked: object) -> MeetingPlan:
    return replan(*gather(count), **asked)


def replan(
    season: Season,
    coalition: CoalitionMembers,
    absences: tuple[Absence, ...] = (),
    held: HeldMeetings | None = None,
    **asked: object,
) -> MeetingPlan:
    wanted = PlanSettings.model_validate({"effort": Effort.QUICK} | asked)
    return plan_meetings(
        season, coalition, TEMPLATES, wanted, Silence(), absences=absences, held=held
    )


def seats_of(plan: MeetingPlan, meeting: int) -> list[tuple[str, ...]]:
    return [room.members for each in plan.meetings[meeting].rounds for room in each.rooms]


@settings(max_examples=25, deadline=None)
@given(
    st.integers(6, 60),
    st.integers(2, 6),
    st.integers(1, 2),
    st.integers(1, 8),
    st.sampled_from(list(Aim)),
)
def test_any_number_of_members_gets_a_plan_that_says_the_truth(
    count: int, meetings: int, rounds: int, rooms: int, aim: Aim
) -> None:
    made = plan(count, meetings=meetings, rounds=rounds, rooms=(rooms,), aim=aim)
    examine(made, set(gather(count)[1].members))
    for meeting in made.meetings:
        for each in meeting.rounds:
            sizes = [len(room.members) for room in each.rooms]
            assert len(sizes) == min(rooms, count // 2)
            assert max(sizes) - min(sizes) <= 1


def test_a_coalition_of_eighteen_meets_in_full() -> None:
    made = plan(18)
    assert (made.pairs_met, made.bound, made.status) == (153, 153, PlanStatus.OPTIMAL)
    assert (made.most_repeats, made.repeats) == (3, (0, 144, 0, 0, 9))
    hosts = [room.host for m in made.meetings for r in m.rounds for room in r.rooms]
    assert len(set(hosts)) == len(hosts) == 12


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, again = plan(14).model_dump_json(), plan(14).model_dump_json()
    assert first == again
    assert plan(14, seed=2).model_dump_json() != first


def test_sizes_may_be_given() -> None:
    made = plan(18, rooms=(8, 6, 4))
    examine(made, set(gather(18)[1].members))
    assert [len(members) for members in seats_of(made, 0)] == [8, 6, 4]


def test_sizes_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(InputError) as error:
        plan(18, rooms=(8, 6, 5))
    assert error.value.faults[0].code == "rooms_do_not_fit"
    assert "19" in error.value.faults[0].mend.en


@pytest.mark.parametrize(
    ("there", "members", "asked", "sizes"),
    [
        (18, 18, (3,), (6, 6, 6)),
        (5, 5, (3,), (3, 2)),
        (1, 1, (3,), (1,)),
        (17, 18, (6, 8, 4), (6, 7, 4)),
        (2, 6, (2, 2, 2), (1, 1)),
    ],
)
def test_rooms_follow_who_is_there(
    there: int, members: int, asked: tuple[int, ...], sizes: tuple[int, ...]
) -> None:
    assert size_rooms(there, members, asked) == sizes


def test_a_member_who_leaves_after_two_meetings_leaves_those_as_they_were() -> None:
    season, coalition = gather(18)
    former = replan(season, coalition)
    fewer = coalition.evolve(members=coalition.members[1:])
    made = replan(season, fewer, held=HeldMeetings(former, 2))
    assert made.meetings[:2] == former.meetings[:2]
    examine(made, set(fewer.members))
    later = {id_ for k in (2, 3) for members in seats_of(made, k) for id_ in members}
    assert later == set(fewer.members)
    hosts = [room.host for m in made.meetings for r in m.rounds for room in r.rooms]
    assert len(set(hosts)) == len(hosts)


def test_a_member_who_joins_late_is_seated_from_then_on() -> None:
    season, coalition = gather(17)
    former = replan(season, coalition)
    more = coalition.evolve(members=(*coalition.members, "a18"))
    made = replan(season, more, held=HeldMeetings(former, 2))
    assert made.meetings[:2] == former.meetings[:2]
    examine(made, set(more.members))
    there = [["a18" in members for members in seats_of(made, k)] for k in range(4)]
    assert [sum(each) for each in there] == [0, 0, 1, 1]


def test_who_is_away_once_is_planned_around() -> None:
    season, coalition = gather(18)
    made = replan(season, coalition, (Absence(actor_id="a03", meeting=2),))
    examine(made, set(coalition.members))
    there = [{id_ for members in seats_of(made, k) for id_ in members} for k in range(4)]
    assert ["a03" in each for each in there] == [True, False, True, True]
    assert made.pairs_met <= made.bound <= 153


def test_a_meeting_that_nobody_can_come_to_is_refused() -> None:
    season, coalition = gather(6)
    absences = tuple(Absence(actor_id=id_, meeting=3) for id_ in coalition.members)
    with pytest.raises(InputError) as error:
        replan(season, coalition, absences)
    assert error.value.faults[0].code == "nobody_there"


@pytest.mark.parametrize(("count", "rounds"), [(12, 2), (14, 2), (18, 2), (18, 3)])
def test_everybody_hosts_once_before_anybody_twice(count: int, rounds: int) -> None:
    made = plan(count, rounds=rounds)
    hosts = [room.host for m in made.meetings for r in m.rounds for room in r.rooms]
    for first in range(0, len(hosts), count):
        turn = hosts[first : first + count]
        assert len(set(turn)) == len(turn)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("rooms", "away"),
    [((2,), (("a00", 2), ("a02", 1))), ((3,), (("a01", 1), ("a01", 2))), ((4, 3), (("a06", 2),))],
)
def test_nobody_hosts_again_while_somebody_in_the_room_has_not(
    rooms: tuple[int, ...], away: tuple[tuple[str, int], ...], seed: int
) -> None:
    season, coalition = gather(7)
    absences = tuple(Absence(actor_id=id_, meeting=meeting) for id_, meeting in away)
    first = replan(season, coalition, absences, meetings=2, rounds=3, rooms=rooms, seed=seed)
    insist_on_turns(first)
    more = coalition.evolve(members=(*coalition.members[1:], "a07"))
    held = HeldMeetings(first, 1)
    later = tuple(each for each in absences if each.meeting == 2 and each.actor_id != "a00")
    again = replan(*(season, more, later, held), meetings=2, rounds=3, rooms=rooms, seed=seed)
    assert again.meetings[0] == first.meetings[0]
    insist_on_turns(again)


def insist_on_turns(made: MeetingPlan) -> None:
    hosted = Counter[str]()
    for room in (room for m in made.meetings for each in m.rounds for room in each.rooms):
        assert hosted[room.host] == min(hosted[id_] for id_ in room.members)
        hosted[room.host] += 1
