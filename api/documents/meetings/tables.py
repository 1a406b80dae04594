"""Meeting plans as plain rows, for CSV files and workbooks. They are the organiser's."""

from collections.abc import Sequence

from api.documents.tables import Cell, Row, Table, make_table, say_if
from api.show.naming import say_double_booked
from api.show.planned import Planned, to_pair
from api.show.plans import say_hosting
from models.actors import Actor
from models.clock import add_minutes, time_agenda, to_local
from models.messages import say
from models.text import Language, Text
from models.viewers import is_hidden
from models.wording import listing, sentence_case, sentences

ROOM_COLUMNS = (
    *("coalition", "meeting", "date", "start", "end", "round", "room"),
    *("actor_id", "name", "sector", "place", "host", "hidden", "double_booked"),
)
AGENDA_COLUMNS = ("coalition", "meeting", "date", "start", "minutes", "round", "item", "text")
PAIR_COLUMNS = (
    *("coalition", "actor_a", "name_a", "actor_b", "name_b"),
    *("times", "tie", "when"),
)


def room_table(planned: Sequence[Planned], language: Language) -> Table:
    """Give one row for each seat: everything from which the rooms can be made again."""
    rows: list[Row] = []
    for each in planned:
        dates = {meeting.number: _date(each, meeting.number) for meeting in each.plan.meetings}
        for seating in each.seatings:
            room = seating.room
            for actor in each.sort(room.members):
                rows.append(
                    [
                        each.plan.coalition,
                        seating.meeting.number,
                        *dates[seating.meeting.number],
                        seating.round,
                        seating.number,
                        actor.id,
                        actor.name,
                        sentence_case(actor.sector.text),
                        actor.place.name,
                        say_if(actor.id == room.host),
                        say_if(is_hidden(actor)),
                        sentences(
                            say_double_booked(
                                each.season,
                                [
                                    twice
                                    for twice in seating.meeting.double_booked
                                    if twice.actor_id == actor.id
                                ],
                            )
                        ),
                    ]
                )
    return _table("meet_table_rooms", ROOM_COLUMNS, rows, language)


def meeting_tables(planned: Sequence[Planned], language: Language) -> list[Table]:
    """Give every table of some coalitions' meetings.

    Returns
    -------
    list of (name, headers, rows)
        Seats, agendas, pairs, and for each coalition who meets whom. Numbers are numbers.
        A text may begin with any sign: it is to be written as text, never as a formula.

    Notes
    -----
    No email enters. Actors who are hidden from others are in, and marked.
    """
    return [
        room_table(planned, language),
        _agenda(planned, language),
        _pairs(planned, language),
        *(_matrix(each, language) for each in planned),
    ]


def _agenda(planned: Sequence[Planned], language: Language) -> Table:
    rows: list[Row] = []
    for each in planned:
        zone = each.season.time_zone
        for meeting, start in each.dated:
            moments = [""] * len(meeting.agenda)
            if start is not None:
                moments = [f"{moment:%H:%M}" for moment, _ in time_agenda(meeting, start, zone)]
            for moment, item in zip(moments, meeting.agenda, strict=True):
                rows.append(
                    [
                        each.plan.coalition,
                        meeting.number,
                        "" if start is None else f"{to_local(start, zone):%Y-%m-%d}",
                        moment,
                        item.minutes,
                        item.round or "",
                        item.title,
                        item.text,
                    ]
                )
    return _table("meet_table_agenda", AGENDA_COLUMNS, rows, language)


def _pairs(planned: Sequence[Planned], language: Language) -> Table:
    """Give every pair, also those who never meet, and when they meet."""
    rows: list[Row] = []
    for each in planned:
        when: dict[tuple[str, str], list[Text]] = {}
        for seating in each.seatings:
            told = say_hosting(seating.meeting, seating.round, seating.number)
            ids = sorted(seating.room.members)
            for i, one in enumerate(ids):
                for other in ids[i + 1 :]:
                    when.setdefault((one, other), []).append(told)
        members = sorted(each.members, key=lambda actor: actor.id)
        for i, one_actor in enumerate(members):
            for other_actor in members[i + 1 :]:
                pair = to_pair(one_actor.id, other_actor.id)
                rows.append(
                    [
                        each.plan.coalition,
                        one_actor.id,
                        one_actor.name,
                        other_actor.id,
                        other_actor.name,
                        each.times[pair],
                        say_if(pair in each.ties),
                        listing(when.get(pair, [])),
                    ]
                )
    return _table("meet_table_pairs", PAIR_COLUMNS, rows, language)


def _matrix(planned: Planned, language: Language) -> Table:
    def cell(one: Actor, other: Actor) -> Cell:
        return "" if one is other else planned.times[to_pair(one.id, other.id)]

    members = planned.members
    heads = ("actor_id", "name")
    name, headers, _ = _table("meet_table_matrix", heads, [], language)
    rows = [(a.id, a.name, *(cell(a, other) for other in members)) for a in members]
    return name, (*headers, *(actor.name for actor in members)), rows


def _table(name: str, columns: Sequence[str], rows: Sequence[Row], language: Language) -> Table:
    headers = (say(f"meet_column_{column}") for column in columns)
    return make_table(say(name), headers, rows, language)


def _date(planned: Planned, number: int) -> Row:
    """Give date, start and end of a meeting, as a spreadsheet reads them; else empty."""
    for meeting, start in planned.dated:
        if meeting.number == number and start is not None:
            zone = planned.season.time_zone
            local, end = to_local(start, zone), add_minutes(start, meeting.minutes, zone)
            return [f"{local:%Y-%m-%d}", f"{local:%H:%M}", f"{end:%H:%M}"]
    return ["", "", ""]
