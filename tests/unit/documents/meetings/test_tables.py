"""Rooms can be made again from the rows; every text stays a text; both languages."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from api.documents.meetings.files import write_table, write_tables
from api.documents.meetings.render import render_meetings
from api.documents.meetings.sheets import render_sheets
from api.documents.meetings.tables import PAIR_COLUMNS, ROOM_COLUMNS, meeting_tables, room_table
from api.show.planned import Planned
from data.files.csv_files import GUARD
from models.meetings import MeetingPlan
from models.seasons import Season
from models.text import Language
from tests.kit.meetings import weekly
from tests.kit.report_seasons import EMAIL
from tests.unit.documents.meetings.conftest import HIDDEN, NASTY

YES = {Language.SV: "ja", Language.EN: "yes"}


def read_csv(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("language", list(Language))
def test_rooms_are_made_again_from_the_csv_file(
    season: Season, long_plan: MeetingPlan, tmp_path: Path, language: Language
) -> None:
    planned = Planned(season, long_plan, weekly())
    header, *rows = read_csv(write_table(tmp_path / "rooms.csv", [planned], language))
    if language is Language.EN:
        assert tuple(header) == ROOM_COLUMNS
    assert len(set(header)) == len(ROOM_COLUMNS)
    rooms: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    hosts: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for row in rows:
        cells = dict(zip(ROOM_COLUMNS, row, strict=True))
        place = (int(cells["meeting"]), int(cells["round"]), int(cells["room"]))
        rooms[place].add(cells["actor_id"])
        if cells["host"] == YES[language]:
            hosts[place].append(cells["actor_id"])
        assert cells["coalition"] == long_plan.coalition
        assert (cells["hidden"] == YES[language]) == (cells["actor_id"] == HIDDEN)
    right = {(s.meeting.number, s.round, s.number): s.room for s in planned.seatings}
    assert rooms == {place: set(room.members) for place, room in right.items()}
    assert hosts == {place: [room.host] for place, room in right.items()}
    dates = {(row[1], row[2], row[3], row[4]) for row in rows}
    assert sorted(dates) == [
        (str(n), f"{start:%Y-%m-%d}", "13:00", "15:00") for n, start in enumerate(weekly(), start=1)
    ]


def test_tables_pages_and_sheets_are_in_the_time_of_the_season_s_country(
    season: Season, plan: MeetingPlan, tmp_path: Path
) -> None:
    planned = Planned(season.evolve(country="GB"), plan, weekly())
    _, *rows = read_csv(write_table(tmp_path / "rooms.csv", [planned], Language.EN))
    assert {tuple(row[3:5]) for row in rows} == {("12:00", "14:00")}
    for page in (render_meetings([planned], Language.EN), render_sheets(planned, Language.EN)):
        assert "12:00" in page
        assert "13:00 to 15:00" not in page and "13:00–15:00" not in page


def test_what_looks_like_a_formula_stays_a_text(
    season: Season, plan: MeetingPlan, tmp_path: Path
) -> None:
    planned = Planned(season, plan)
    _, *rows = read_csv(write_table(tmp_path / "rooms.csv", [planned], Language.SV))
    names = {row[8] for row in rows}
    assert NASTY not in names
    assert GUARD + NASTY in names
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]
    path = write_tables(tmp_path / "meetings.xlsx", [planned], Language.SV)
    workbook = CalamineWorkbook.from_path(str(path))
    assert workbook.sheet_names == ["Rum", "Dagordning", "Par", "Vem möter vem"]
    found = workbook.get_sheet_by_name("Rum").to_python()
    assert {row[8] for row in found[1:]} == {actor.name for actor in season.actors}


def test_pairs_and_matrix_agree_with_the_plan(season: Season, plan: MeetingPlan) -> None:
    tables = {name: (head, rows) for name, head, rows in _english(season, plan)}
    _, pairs = tables["Pairs"]
    assert len(pairs) == plan.pairs_possible
    place = PAIR_COLUMNS.index("times")
    times = [row[place] for row in pairs]
    assert [times.count(n) for n in range(len(plan.repeats))] == list(plan.repeats)
    when = PAIR_COLUMNS.index("when")
    assert all(str(row[when]).count("meeting") == row[place] for row in pairs)
    tied = [(row[1], row[3]) for row in pairs if row[PAIR_COLUMNS.index("tie")] == "yes"]
    assert tied == [(tie.actor_a, tie.actor_b) for tie in season.ties]
    head, matrix = tables["Who meets whom"]
    assert len(head) == 2 + 18
    counted = sum(cell for row in matrix for cell in row[2:] if isinstance(cell, int))
    assert counted == 2 * sum(n * pairs for n, pairs in enumerate(plan.repeats))


def test_the_agenda_s_minutes_add_up(season: Season, plan: MeetingPlan) -> None:
    (_, _, rows) = _english(season, plan)[1]
    minutes: dict[object, int] = defaultdict(int)
    for row in rows:
        minutes[row[1]] += int(row[4])
    assert minutes == dict.fromkeys((1, 2, 3, 4), 120)
    assert [row[3] for row in rows[:3]] == ["13:00", "13:20", "14:20"]


def test_no_table_has_an_address(season: Season, plan: MeetingPlan) -> None:
    for language in Language:
        assert EMAIL not in str(meeting_tables([Planned(season, plan)], language))
        assert room_table([Planned(season, plan)], language)[2][0][2:5] == ("", "", "")


def _english(season: Season, plan: MeetingPlan):  # type: ignore[no-untyped-def]
    return meeting_tables([Planned(season, plan, weekly())], Language.EN)
