"""The form that answers are written into: a row for each member, and the questions."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.files.columns import ANSWERS
from data.files.csv_files import to_csv
from data.files.findings import Findings
from data.files.folders import write_whole
from data.files.locate import WORKBOOK
from data.files.templates import BOM
from data.files.workbook import TableSheet, to_workbook
from models.messages import say
from models.scores import CoalitionMembers
from models.seasons import Season
from models.text import Language, Text

ASKED = ("widened", "new_contacts", "sectors", "will_collaborate", "partners", "comment")
"""The columns that a member fills in."""
LANGUAGES = ("svenska", "English")


def questions() -> tuple[tuple[str, Text], ...]:
    """Give each question by its column, in both languages."""
    return tuple((column, say(f"question_{column}")) for column in ASKED)


def write_form(
    path: Path, season: Season, coalitions: Iterable[CoalitionMembers], language: Language
) -> tuple[Path, ...]:
    """Write the form, one row for each member with its coalition, id and name.

    Parameters
    ----------
    path : Path
        An .xlsx file gets the questions, in both languages, as a second sheet; any other is
        a CSV file with the questions as a text beside it.
    language : Language
        Of the headers.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    InputError
        `file_exists` for each file that is there already: it may hold answers. Or
        `unwritable_file`.
    """
    names = {actor.id: actor.name for actor in season.actors}
    rows = [
        (coalition.id, actor_id, names[actor_id], *("" for _ in ASKED))
        for coalition in coalitions
        for actor_id in coalition.members
    ]
    files = _to_files(path, rows, language)
    findings = Findings()
    for file in files:
        if file.exists():
            findings.fault(file.name, None, None, None, "file_exists")
    findings.stop_if_faulty()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            write_whole(file, content)
    except OSError:
        findings.fault(path.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()
    return tuple(files)


def _to_files(path: Path, rows: Sequence[Sequence[str]], language: Language) -> dict[Path, bytes]:
    """Give the content of each file."""
    headers = [column.header(language) for column in ANSWERS]
    asked = [
        (header, text.sv, text.en)
        for header, (_, text) in zip(headers[-len(ASKED) :], questions(), strict=True)
    ]
    name = say("sheet_questions").in_language(language)
    if path.suffix.lower() == WORKBOOK:
        first = TableSheet(say("sheet_answers").in_language(language), headers, rows)
        return {path: to_workbook([first, TableSheet(name, ("", *LANGUAGES), asked)])}
    text = to_csv((headers, *rows), ids=2)
    told = "\n".join(f"{header}\n  {swedish}\n  {english}\n" for header, swedish, english in asked)
    beside = path.with_name(f"{path.stem}-{name}.txt")
    return {path: (BOM + text).encode(), beside: told.encode()}
