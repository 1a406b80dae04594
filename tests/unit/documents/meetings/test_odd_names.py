"""Names of a season made in code, with breaks and marks: every file is written whole."""

from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from api.documents.meetings.files import name_files, write_meeting_files
from api.show.planned import Planned
from models.meetings import MeetingPlan
from models.seasons import Season
from models.text import Language
from tests.kit.meetings import weekly
from tests.unit.documents.meetings.conftest import STAMPED

ODD = ["\n", "\r\n", "\t", "\u2028", "\x85", "\x0b", "\u200b", "\x00", "\x07", ';,:"\\']


@pytest.mark.parametrize("odd", ODD)
def test_files_are_written_whole_and_again(
    season: Season, plan: MeetingPlan, tmp_path: Path, odd: str
) -> None:
    named = season.evolve(
        name=f"Hösten{odd}2026",
        actors=tuple(a.evolve(name=f"Hus{odd}{a.name}") for a in season.actors),
        challenges=tuple(c.evolve(title=f"Ungas{odd}kraft") for c in season.challenges),
    )
    planned = Planned(named, plan, weekly())
    written = write_meeting_files(tmp_path, planned, Language.SV, STAMPED)
    before = {path: path.read_bytes() for path in written}
    for path in written:
        if path.suffix == ".ics":
            calendar = icalendar.Calendar.from_ical(before[path])
            assert len(str(calendar["NAME"]).splitlines()) == 1
            assert len(calendar.walk("VEVENT")) == 4
    write_meeting_files(tmp_path, planned, Language.SV, STAMPED + timedelta(days=1))
    assert {path: path.read_bytes() for path in written} == before


def test_no_file_has_the_name_of_a_device() -> None:
    stems = name_files(["con", "nul", "com1", "control"])
    assert stems["control"] == "control"
    assert not {"con", "nul", "com1"} & set(stems.values())
