"""Meeting plans: who sits where, who hosts, and how many pairs meet, against every seating."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from api.use_cases.plan_meetings import PLAN_MEETINGS, Away, MeetingOrder
from data.files.agendas import read_agendas
from models.agendas import AgendaTemplate
from models.meetings import Meeting, MeetingPlan, PlanSettings, Room
from tests.adversary.attack import Attack, expect
from tests.adversary.steering import draws

MOST_SEATINGS = 4_000


@lru_cache
def templates() -> tuple[AgendaTemplate, ...]:
    return read_agendas()


def check_meetings(attack: Attack) -> None:
    """Hold the plan of a coalition: everybody there has one room; hosts take turns; pairs meet."""
    draw = draws(attack, "meetings")
    if not attack.proposal.coalitions:
        return
    coalition = draw.choice(attack.proposal.memberships)
    meetings, rounds = draw.randint(1, 3), draw.randint(1, 2)
    absent = {
        (actor, meeting)
        for actor in coalition.members
        for meeting in range(1, meetings + 1)
        if draw.random() < 0.15
    }
    settings = PlanSettings(
        meetings=meetings, rounds=rounds, rooms=(draw.randint(1, 3),), seed=draw.randint(0, 3)
    )
    if any(
        all((actor, meeting) in absent for actor in coalition.members)
        for meeting in range(1, meetings + 1)
    ):
        return
    order = MeetingOrder(
        proposal=attack.proposal,
        coalition=coalition.id,
        settings=settings,
        templates=templates(),
        absent=tuple(Away(actor=actor, meeting=m) for actor, m in sorted(absent)),
    )
    plan = attack.ask(PLAN_MEETINGS, order)[0].plan
    present = [
        tuple(actor for actor in coalition.members if (actor, number) not in absent)
        for number in range(1, meetings + 1)
        for _ in range(rounds)
    ]
    hold_seats(plan, present, settings.rooms[0])
    hold_hosts(plan, {actor.id: actor.available for actor in attack.season.actors})
    hold_pairs(plan, present, settings.rooms[0])


def rooms_in_turn(plan: MeetingPlan) -> Iterator[tuple[Meeting, Room]]:
    for meeting in plan.meetings:
        for each in meeting.rounds:
            for room in each.rooms:
                yield meeting, room


def sizes_of(there: int, rooms: int) -> list[int]:
    """Give even rooms, of which none holds one alone where there are two."""
    count = max(1, min(rooms, there // 2))
    return sorted(there // count + (k < there % count) for k in range(count))


def hold_seats(plan: MeetingPlan, present: list[tuple[str, ...]], rooms: int) -> None:
    held = [each for meeting in plan.meetings for each in meeting.rounds]
    for each, there in zip(held, present, strict=True):
        seated = sorted(actor for room in each.rooms for actor in room.members)
        expect("seated", seated, sorted(there))
        sizes = sorted(len(room.members) for room in each.rooms)
        expect("sizes of rooms", sizes, sizes_of(len(there), rooms))


def hold_hosts(plan: MeetingPlan, available: dict[str, tuple[str, ...]]) -> None:
    """Hold that nobody hosts again in a room where somebody else who can come has not hosted.

    Who cannot come at the meeting's hour hosts only where nobody in the room can.
    """
    hosted = Counter[str]()
    for meeting, room in rooms_in_turn(plan):
        host, members = room.host, room.members
        assert host in members, f"{host} hosts a room it is not in"
        hour = f"{meeting.start:%Y-%m-%d %H:%M}" if meeting.start else None
        coming = [a for a in members if hour is None or hour in (available[a] or (hour,))]
        able = coming or members
        assert host in able, f"{host} hosts at {hour}, when {able} can come"
        if hosted[host] and not min(hosted[actor] for actor in able):
            told = dict(sorted(hosted.items()))
            raise AssertionError(f"{host} hosts again before {able}: {told}")
        hosted[host] += 1


def hold_pairs(plan: MeetingPlan, present: list[tuple[str, ...]], rooms: int) -> None:
    met = Counter(
        pair for _, room in rooms_in_turn(plan) for pair in combinations(sorted(room.members), 2)
    )
    expect("pairs met", plan.pairs_met, len(met))
    expect("most repeats", plan.most_repeats, max([*met.values(), 1]) - 1)
    everybody = len({actor for there in present for actor in there})
    if plan.bound < plan.pairs_met:
        raise AssertionError(f"bound {plan.bound} below {plan.pairs_met}")
    best = most_pairs(present, rooms)
    if best is not None and plan.bound < best:
        raise AssertionError(f"bound {plan.bound} below the optimum {best} of {everybody}")
    if best is not None:
        expect("most pairs met", plan.pairs_met, best)


def most_pairs(present: list[tuple[str, ...]], rooms: int) -> int | None:
    """Give the most pairs that can meet, by every seating; None where there are too many."""
    reached = {frozenset[tuple[str, str]]()}
    for there in present:
        seatings = list(split(there, tuple(sizes_of(len(there), rooms))))
        if len(reached) * len(seatings) > MOST_SEATINGS:
            return None
        reached = {before | seating for before in reached for seating in seatings}
    return max(map(len, reached))


def split(there: tuple[str, ...], sizes: tuple[int, ...]) -> Iterator[frozenset[tuple[str, str]]]:
    """Give the pairs that meet in each way to seat people in rooms."""
    if not sizes:
        yield frozenset()
        return
    for chosen in combinations(there, sizes[0]):
        rest = tuple(actor for actor in there if actor not in chosen)
        for others in split(rest, sizes[1:]):
            yield others | frozenset(combinations(sorted(chosen), 2))
