"""All files of a coalition's meetings in one folder."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from api.documents.meetings.render import render_meetings
from api.documents.meetings.sheets import render_sheets
from api.documents.meetings.tables import meeting_tables, room_table
from api.show.planned import Planned
from data.files.folders import write_whole
from models.text import Language

if TYPE_CHECKING:
    from data.files.calendars import CalendarFiles
    from matcher.suggest import Matchmaker

CALENDARS, SHEETS = "calendars", "sheets"
"""Folders of what goes to members, one file each."""
CANCELLED = ".cancelled"
LONGEST_STEM = 80
DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""What Windows takes for a device, whatever the ending."""


def write_meeting_files(
    folder: Path,
    planned: Planned,
    language: Language,
    stamped: datetime,
    matchmaker: "Matchmaker | None" = None,
) -> tuple[Path, ...]:
    """Write everything about the meetings of one coalition into a folder.

    For the organiser: `meetings.html`, `meetings.xlsx`, `rooms.csv` and `sheets.html`. For
    the members: `meetings.ics` for all of them, and one calendar and one sheet each.
    Calendars that are there already are updated; whoever has left the plan gets
    cancellations. Without dates no calendar is written.

    Parameters
    ----------
    folder : Path
        Of this coalition alone; made where it is missing.
    planned : Planned
    language : Language
    stamped : datetime
        When calendars say that they were written; aware.
    matchmaker : Matchmaker, optional
        See `render_sheets`.

    Returns
    -------
    tuple of Path
        What was written, in order.

    Raises
    ------
    InputError
        Where an earlier calendar in the folder is another's or can't be read, or a file
        can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        write_page(folder / "meetings.html", [planned], language),
        write_table(folder / "rooms.csv", [planned], language),
        write_tables(folder / "meetings.xlsx", [planned], language),
        *write_sheets(folder / SHEETS, folder / "sheets.html", planned, language, matchmaker),
    ]
    if planned.starts:
        written += write_calendar(folder / "meetings.ics", planned, language, stamped)
        written += write_member_calendars(folder / CALENDARS, planned, language, stamped)
    return tuple(written)


def write_page(path: Path, planned: Sequence[Planned], language: Language) -> Path:
    """Write the organiser's page."""
    return _write_text(path, render_meetings(planned, language))


def write_table(path: Path, planned: Sequence[Planned], language: Language) -> Path:
    """Write one row for each seat as a CSV file."""
    from data.files.csv_files import write_csv

    _, headers, rows = room_table(planned, language)
    write_csv(path, (headers, *rows))
    return path


def write_tables(path: Path, planned: Sequence[Planned], language: Language) -> Path:
    """Write every table as a workbook."""
    from data.files.workbook import TableSheet, write_workbook

    write_workbook(path, [TableSheet(*table) for table in meeting_tables(planned, language)])
    return path


def write_sheets(
    folder: Path,
    whole: Path,
    planned: Planned,
    language: Language,
    matchmaker: "Matchmaker | None" = None,
) -> list[Path]:
    """Write participants' sheets: all in one file to print, and one file each in a folder.

    Sheets of members who are no longer in the plan are taken away from the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write_text(whole, render_sheets(planned, language, matchmaker=matchmaker))]
    for actor_id, stem in name_files(actor.id for actor in planned.members).items():
        page = render_sheets(planned, language, [actor_id], matchmaker)
        written.append(_write_text(folder / f"{stem}.html", page))
    for path in sorted(set(folder.glob("*.html")) - set(written)):
        path.unlink()
    return written


def write_calendar(
    path: Path, planned: Planned, language: Language, stamped: datetime, member: str | None = None
) -> list[Path]:
    """Write a calendar over the earlier one, and beside it what is cancelled by itself."""
    from data.files.calendar_events import describe_meetings
    from data.files.calendars import to_calendars

    season, plan, starts = planned.season, planned.plan, planned.starts
    diary = describe_meetings(season, plan, starts, planned.title, language, member, planned.host)
    earlier = path.read_bytes() if path.exists() else None
    return _write_calendar(path, to_calendars(diary, stamped, earlier))


def write_member_calendars(
    folder: Path, planned: Planned, language: Language, stamped: datetime
) -> list[Path]:
    """Write one calendar for each member, and cancel those of members who have left."""
    from data.files.calendars import cancel_calendar

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    stems = name_files(actor.id for actor in planned.members)
    for actor_id, stem in stems.items():
        written += write_calendar(folder / f"{stem}.ics", planned, language, stamped, actor_id)
    kept = {f"{stem}{ending}" for stem in stems.values() for ending in (".ics", f"{CANCELLED}.ics")}
    for path in sorted(folder.glob("*.ics")):
        if path.name not in kept and not path.name.endswith(f"{CANCELLED}.ics"):
            written += _write_calendar(path, cancel_calendar(path.read_bytes(), stamped))
    return written


def name_files(ids: Iterable[str]) -> dict[str, str]:
    """Give each id a file's name without its ending, the same whoever else is there.

    Examples
    --------
    >>> name_files(["ungas-kraft", "a/1"])
    {'ungas-kraft': 'ungas-kraft', 'a/1': 'a-1-773232ab'}
    """
    return {id_: _to_stem(id_) for id_ in ids}


def _to_stem(id_: str) -> str:
    """Give an id that is plain as it is, and another one made plain with its checksum."""
    plain = re.sub(r"[^a-z0-9_]+", "-", unicodedata.normalize("NFKD", id_.lower())).strip("-")
    plain = plain[:LONGEST_STEM]
    if plain and plain == id_ and not DEVICE.fullmatch(plain):
        return id_
    return f"{plain}-{hashlib.sha256(id_.encode()).hexdigest()[:8]}".lstrip("-")


def _write_calendar(path: Path, files: "CalendarFiles") -> list[Path]:
    notice = path.with_name(f"{path.stem}{CANCELLED}.ics")
    write_whole(path, files.published)
    if files.cancelled is None:
        notice.unlink(missing_ok=True)
        return [path]
    write_whole(notice, files.cancelled)
    return [path, notice]


def _write_text(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
    return path
