"""Real plans of meetings made by hand: seats are shifted from round to round."""

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models.meetings import (
    AgendaItem,
    Aim,
    BreakoutRound,
    Meeting,
    MeetingPlan,
    PlanStatus,
    Room,
)
from models.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FIRST = datetime(2026, 10, 5, 13, tzinfo=STOCKHOLM)
"""The fourth week later lies behind the end of summer time on 25 October 2026."""
THEMES = (
    Text(sv="Vilka vi är, och vilket problem vi delar", en="Who we are, and what problem we share"),
    Text(sv="Var vi står: behov; kunskap", en="Where we stand: needs; knowledge"),
    Text(sv="Framtiden", en="The future"),
    Text(sv="Idéer, behov och handling", en="Ideas, needs and action"),
)


def make_plan(
    members: Sequence[str], rooms: int, *, meetings: int = 4, rounds: int = 1, coalition: str
) -> MeetingPlan:
    """Seat members in columns of so many rooms, and shift column r by r rooms in each round."""
    count, hosts, pairs = 0, Counter[str](), Counter[tuple[str, str]]()
    held = []
    for number in range(1, meetings + 1):
        breakouts = []
        for _ in range(rounds):
            seats: list[list[str]] = [[] for _ in range(rooms)]
            for i, member in enumerate(members):
                seats[(i + count * (i // rooms)) % rooms].append(member)
            made = []
            for seated in seats:
                host = min(seated, key=lambda member: (hosts[member], member))
                hosts[host] += 1
                pairs.update(itertools.combinations(sorted(seated), 2))
                made.append(Room(host=host, members=tuple(sorted(seated))))
            breakouts.append(BreakoutRound(rooms=tuple(made)))
            count += 1
        held.append(
            Meeting(
                number=number,
                theme=THEMES[(number - 1) % len(THEMES)],
                minutes=120,
                agenda=make_agenda(rounds),
                rounds=tuple(breakouts),
            )
        )
    possible = len(members) * (len(members) - 1) // 2
    most = max(pairs.values())
    times = Counter(pairs.values())
    return MeetingPlan(
        coalition=coalition,
        pairs_possible=possible,
        pairs_met=len(pairs),
        most_repeats=most - 1,
        bound=possible,
        meetings=tuple(held),
        aim=Aim.PAIRS,
        seed=1,
        status=PlanStatus.OPTIMAL if len(pairs) == possible else PlanStatus.FEASIBLE,
        lacking=0,
        repeats=(possible - len(pairs), *(times[n] for n in range(1, most + 1))),
    )


def make_agenda(rounds: int) -> tuple[AgendaItem, ...]:
    """Give an agenda of 120 minutes."""
    item = AgendaItem(
        title=Text(sv="Välkomna; vi börjar, åäö", en="Welcome; we begin, all of us"),
        text=Text(sv="Vi hälsar.", en="We greet."),
        minutes=20,
    )
    talks = tuple(
        AgendaItem(
            title=Text(sv=f"Samtal i rum {r}", en=f"Talks in rooms {r}"),
            text=Text(sv="Vad vet vi?", en="What do we know?"),
            minutes=60 // rounds,
            round=r,
        )
        for r in range(1, rounds + 1)
    )
    end = AgendaItem(
        title=Text(sv="Vi berättar", en="We tell"), text=Text(sv="Alla.", en="All."), minutes=40
    )
    return (item, *talks, end)


def weekly(count: int = 4) -> tuple[datetime, ...]:
    """Give weekly starts at one o'clock local time, on both sides of the change of the clock."""
    return tuple(FIRST + timedelta(weeks=i) for i in range(count))
