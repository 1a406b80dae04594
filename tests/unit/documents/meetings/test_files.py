"""One call writes everything about a coalition's meetings, and writes it again as an update."""

from datetime import timedelta
from pathlib import Path

import vobject

from api.documents.meetings.files import name_files, write_meeting_files
from api.show.planned import Planned
from models.meetings import MeetingPlan
from models.seasons import Season
from models.text import Language
from tests.kit.meetings import make_plan, weekly
from tests.unit.documents.meetings.conftest import HIDDEN, STAMPED


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_file_is_written_once_and_the_same_again(
    season: Season, plan: MeetingPlan, tmp_path: Path
) -> None:
    planned = Planned(season, plan, weekly())
    written = write_meeting_files(tmp_path, planned, Language.SV, STAMPED)
    found = contents(tmp_path)
    assert sorted(str(path.relative_to(tmp_path)) for path in written) == sorted(found)
    assert len(found) == 5 + 2 * 18
    later = STAMPED + timedelta(days=1)
    write_meeting_files(tmp_path, planned, Language.SV, later)
    assert contents(tmp_path) == found


def test_files_for_members_name_nobody_hidden(
    season: Season, plan: MeetingPlan, tmp_path: Path
) -> None:
    write_meeting_files(tmp_path, Planned(season, plan, weekly()), Language.SV, STAMPED)
    name = season.actors[season.actor_index[HIDDEN]].name
    naming = {
        path
        for path, content in contents(tmp_path).items()
        if name in content.replace(b"\r\n ", b"").decode("utf-8", "ignore")
    }
    own = {f"calendars/{HIDDEN}.ics", f"sheets/{HIDDEN}.html"}
    assert naming == {"meetings.html", "rooms.csv", "sheets.html", *own}


def test_without_dates_there_is_no_calendar(
    season: Season, plan: MeetingPlan, tmp_path: Path
) -> None:
    written = write_meeting_files(tmp_path, Planned(season, plan), Language.EN, STAMPED)
    assert [path for path in written if path.suffix == ".ics"] == []


def test_who_has_left_is_cancelled(season: Season, plan: MeetingPlan, tmp_path: Path) -> None:
    write_meeting_files(tmp_path, Planned(season, plan, weekly()), Language.EN, STAMPED)
    fewer = make_plan([f"a{i:02}" for i in range(15)], 3, coalition=plan.coalition)
    later = STAMPED + timedelta(days=1)
    written = write_meeting_files(tmp_path, Planned(season, fewer, weekly()), Language.EN, later)
    found = contents(tmp_path)
    assert not (tmp_path / "sheets" / "a17.html").exists()
    notice = vobject.readOne(found["calendars/a17.cancelled.ics"].decode())
    assert notice.method.value == "CANCEL"
    assert {event.status.value for event in notice.vevent_list} == {"CANCELLED"}
    assert tmp_path / "calendars" / "a17.cancelled.ics" in written
    again = later + timedelta(days=1)
    write_meeting_files(tmp_path, Planned(season, fewer, weekly()), Language.EN, again)
    assert contents(tmp_path) == found


def test_ids_of_any_kind_are_files_of_their_own() -> None:
    ids = ["a", "A", "å", "../x", "a/b", "a-b", "", "con.", "x" * 300, "東京"]
    names = list(name_files(ids).values())
    assert len({name.lower() for name in names}) == len(ids)
    for name in names:
        assert name
        assert len(name) < 100
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")
    assert name_files(["a/b"])["a/b"] == name_files(["q", "a/b"])["a/b"]
