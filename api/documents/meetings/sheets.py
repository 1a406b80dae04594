"""One page for each member: when the meetings are, whom it meets there, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from api.documents.meetings.reasons import tell_worth
from api.documents.meetings.render import TEMPLATES
from api.show.naming import name_coalition
from api.show.planned import Planned, to_pair
from api.show.plans import say_hosting
from api.show.templating import environment, speech
from models.actors import Actor
from models.clock import say_when, to_local
from models.encounters import Encounter, find_encounters
from models.messages import say
from models.numbers import count
from models.suggestions import Suggestion
from models.text import Language, Text
from models.wording import listing, sentence_case

if TYPE_CHECKING:
    from matcher.suggest import Matchmaker

ROOMY, DENSE, PACKED = 42, 62, 104
"""Lines to print up to which a sheet has the larger type, the smaller one, and the smallest.

Beyond the last, what a reading finds is left out, so that the sheet stays one page.
"""
LETTERS = 90
"""About so many stand in a line."""
HEAD_LINES = 2
"""What a meeting's and a round's heading take."""


@dataclass(frozen=True)
class Guest:
    """Somebody to meet, and why it is worth it."""

    actor: Actor
    why: Text
    is_again: bool


@dataclass(frozen=True)
class RoundRows:
    """A round: its number where there are several, its room, and who is in it."""

    number: int | None
    room: int
    is_host: bool
    host: Actor | None
    guests: tuple[Guest, ...]
    unnamed: int


@dataclass(frozen=True)
class SheetMeeting:
    """A meeting as one member sees it; without rounds where it is away."""

    number: int
    theme: Text
    when: Text | None
    start: datetime | None
    rounds: tuple[RoundRows, ...]
    booked: tuple[Text, ...] = ()


@dataclass(frozen=True)
class MemberSheet:
    """A member's page."""

    anchor: str
    actor: Actor
    coalition: str
    lede: Text
    hosting: Text
    meetings: tuple[SheetMeeting, ...]
    density: str
    """`roomy`, `dense` or `packed`: which type lets it fit on one page."""


def render_sheets(
    planned: Planned,
    language: Language,
    members: Sequence[str] | None = None,
    matchmaker: "Matchmaker | None" = None,
) -> str:
    """Write participants' sheets as one HTML page, each on a sheet of A4 of its own.

    Parameters
    ----------
    planned : Planned
    language : Language
        Of everything but the organisations' and the challenges' own words.
    members : sequence of str, optional
        Whose, by id; everybody's where nothing is given.
    matchmaker : Matchmaker, optional
        Of the same season: then the words that were read give reasons, too.

    Notes
    -----
    On its own sheet an actor who is hidden from others is named; on nobody else's. All
    sheets together are therefore the organiser's, to print and hand out.
    """
    asked = [actor.id for actor in planned.members] if members is None else members
    sheets = [lay_out_sheets(planned, id_, n, matchmaker) for n, id_ in enumerate(asked, start=1)]
    page = environment(TEMPLATES).get_template("sheets.html.j2")
    rendered = page.render(
        **speech(language),
        sheets=sheets,
        title=planned.title,
        season=planned.season,
        planned=planned,
    )
    return f"{rendered}\n"


def lay_out_sheets(
    planned: Planned, member: str, place: int = 1, matchmaker: "Matchmaker | None" = None
) -> MemberSheet:
    """Put a member's sheet together."""
    own, zone = planned.actor(member), planned.season.time_zone
    encounters = find_encounters(planned.season, planned.plan, member)
    others = list(dict.fromkeys(id_ for each in encounters for id_ in each.others))
    read = {s.actor_id: s for s in matchmaker.compare(member, others)} if matchmaker else {}
    met: dict[str, int] = {}
    meetings = []
    for meeting, start in planned.dated:
        held = [each for each in encounters if each.meeting == meeting.number]
        rounds = tuple(
            _rows(planned, own, each, read, met, len(meeting.rounds) > 1) for each in held
        )
        meetings.append(
            SheetMeeting(
                number=meeting.number,
                theme=meeting.theme,
                when=None
                if start is None
                else sentence_case(say_when(start, meeting.minutes, zone)),
                start=None if start is None else to_local(start, zone),
                rounds=rounds,
                booked=tuple(
                    say(
                        "double_booked_you",
                        meeting=twice.meeting,
                        title=name_coalition(planned.season, twice.coalition),
                    )
                    for twice in meeting.double_booked
                    if twice.actor_id == member
                ),
            )
        )
    lines = _count_lines(meetings)
    if matchmaker and lines > PACKED:
        return lay_out_sheets(planned, member, place)
    return MemberSheet(
        anchor=f"sheet-{place}",
        actor=own,
        coalition=planned.title,
        lede=_say_lede(planned, own, encounters),
        hosting=_say_hosting(planned, encounters),
        meetings=tuple(meetings),
        density="roomy" if lines <= ROOMY else "dense" if lines <= DENSE else "packed",
    )


def _rows(
    planned: Planned,
    own: Actor,
    encounter: Encounter,
    read: dict[str, Suggestion],
    met: dict[str, int],
    is_one_of_several: bool,
) -> RoundRows:
    """Give a round's rows, and note in `met` whom the member has met in it."""
    guests = []
    for other in planned.sort(encounter.others):
        before = met.get(other.id)
        why = tell_worth(planned, own, other, read.get(other.id))
        if before is not None:
            is_same = before == encounter.meeting
            why = say("sheet_again_same" if is_same else "sheet_again", meeting=before)
        guests.append(Guest(other, why, before is not None))
        met.setdefault(other.id, encounter.meeting)
    return RoundRows(
        number=encounter.round if is_one_of_several else None,
        room=encounter.room,
        is_host=encounter.is_host,
        host=None if encounter.host is None else planned.actor(encounter.host),
        guests=tuple(guests),
        unnamed=encounter.unnamed,
    )


def _say_lede(planned: Planned, own: Actor, encounters: tuple[Encounter, ...]) -> Text:
    """Say how many one meets, those who are not named included, and how many are new."""
    rooms = [s.room.members for s in planned.seatings if own.id in s.room.members]
    others = dict.fromkeys(id_ for room in rooms for id_ in room if id_ != own.id)
    new = sum(to_pair(own.id, other) not in planned.ties for other in others)
    meet = say("sheet_others", n=len(others))
    if not others:
        return say("sheet_lede_alone")
    if new == len(others):
        return say("sheet_lede_all_new", meet=meet)
    if not new:
        return say("sheet_lede_none_new", meet=meet)
    return say("sheet_lede", meet=meet, new=count(new))


def _say_hosting(planned: Planned, encounters: tuple[Encounter, ...]) -> Text:
    by_number = {meeting.number: meeting for meeting in planned.plan.meetings}
    told = [
        say_hosting(by_number[each.meeting], each.round, each.room)
        for each in encounters
        if each.is_host
    ]
    return say("sheet_hosting", when=listing(told)) if told else say("sheet_not_hosting")


def _count_lines(meetings: Sequence[SheetMeeting]) -> int:
    """Estimate how many lines the longer language takes."""
    lines = sum(HEAD_LINES * (1 + len(meeting.rounds)) for meeting in meetings)
    for meeting in meetings:
        for rows in meeting.rounds:
            for guest in rows.guests:
                letters = len(guest.actor.name) + len(guest.actor.place.name) + 20
                letters += max(len(guest.why.sv), len(guest.why.en))
                lines += 1 + letters // LETTERS
            lines += rows.unnamed > 0
    return lines
