"""Where a season's file lies: by its name, or by a name or a kind that people save it under."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.files.columns import SHEETS
from data.files.findings import Findings
from data.reference.names import fold, to_plain
from data.reference.spelling import find_nearest

WORKBOOK, ODS = ".xlsx", ".ods"
OTHER_TEXTS = (".tsv", ".txt")
"""Kinds of text that are read where there is no better one."""
TEXTS = (".csv", *OTHER_TEXTS)
KINDS = {*TEXTS, WORKBOOK, ".xlsm", ODS}
OTHER_KINDS = {
    *(".xls", ".xlsb", ".xlt", ".numbers", ".gsheet", ".fods", ".pdf", ".doc", ".docx", ".odt"),
    *(".rtf", ".html", ".htm", ".json", ".zip"),
}
"""Kinds in which people keep tables and that are not read."""
SETTINGS = ".toml"
LIKE = 60.0
"""Similarity, 0 to 100, of a name to one that may be meant."""


@dataclass(frozen=True)
class _Entry:
    """A file of a season's folder, its name folded and parted from its last ending."""

    path: Path
    stem: str
    ending: str

    @classmethod
    def of(cls, path: Path) -> "_Entry":
        """Part a name: "Actors.csv.txt" is a text named actors."""
        name = unicodedata.normalize("NFC", path.name).lower()
        stem, ending = name, ""
        while (suffix := Path(stem).suffix) in KINDS | OTHER_KINDS | {SETTINGS}:
            stem, ending = stem.removesuffix(suffix), ending or suffix
        return cls(path, stem, ending)


def name_table(path: Path) -> str:
    """Give the English name of the table that a file holds, by any name that it goes by.

    Examples
    --------
    >>> name_table(Path("Aktörer.CSV")), name_table(Path("given.csv"))
    ('actors', 'given')
    """
    stem = _Entry.of(path).stem
    names = {name: table for table, names in SHEETS.items() for name in _spellings(names)}
    return names.get(stem, stem)


def choose_file(path: Path, findings: Findings) -> Path | None:
    """Give the file in a table's place, whatever its kind and the case of its name.

    Parameters
    ----------
    path : Path
        Where the file is expected, as in `season/actors.csv`.
    findings : Findings
        Takes a warning where another name was read, and a fault where there are several
        files, or one of a kind that is not read.

    Returns
    -------
    Path or None
        None where there is a fault, and where there is nothing that could be meant.
    """
    found = list(_find(path))
    read = [entry for entry in found if entry.ending in KINDS - {*OTHER_TEXTS}]
    read = read or [entry for entry in found if entry.ending in OTHER_TEXTS]
    if len(read) > 1:
        first, other = (entry.path.name for entry in read[:2])
        findings.fault(first, None, None, None, "two_files", other=other)
        return None
    if read:
        (entry,) = read
        if entry.path.stem != path.stem or entry.path.suffix not in KINDS:
            shown = path.with_suffix(entry.ending).name
            findings.warn(entry.path.name, None, None, None, "read_as", name=shown)
        return entry.path
    for entry in found:
        findings.fault(entry.path.name, None, None, None, "file_of_other_kind")
    return None


def is_there(path: Path) -> bool:
    """Say whether a table's file, or what may be meant for it, is in the folder."""
    return any(_find(path))


def note_absent(path: Path, findings: Findings) -> None:
    """Note a file that must be there, and another one that may be meant for it."""
    if any(_find(path)):
        return
    others = [entry for entry in _list(path.parent) if entry.ending in KINDS]
    others = [entry for entry in others if name_table(entry.path) not in SHEETS]
    names = _spellings(SHEETS.get(path.stem, (path.stem,)))
    near = {
        entry.path.name: entry
        for entry in others
        if find_nearest(entry.stem, names, limit=1, cutoff=LIKE)
        or any(name in entry.stem for name in names)
    }
    if near:
        name, entry = next(iter(near.items()))
        shown = path.with_suffix(entry.ending).name
        findings.fault(name, None, None, None, "misnamed_file", name=shown)
    else:
        findings.fault(path.name, None, None, None, "missing_file")


def choose_settings(path: Path, findings: Findings) -> Path | None:
    """Give the settings' file; None where there is none, or one under another ending.

    "Season.TOML" is read; "season.toml.txt", as some editors save it, is a fault.
    """
    if path.exists():
        return path
    for entry in _list(path.parent):
        name = unicodedata.normalize("NFC", entry.path.name).lower()
        if name == path.name:
            findings.warn(entry.path.name, None, None, None, "read_as", name=path.name)
            return entry.path
        if entry.stem in (path.stem, "säsong") and SETTINGS in name:
            findings.fault(entry.path.name, None, None, None, "misnamed_file", name=path.name)
    return None


def _find(path: Path) -> Iterator[_Entry]:
    """Give the files that may be meant by a table's path, the one of that very name first."""
    names = _spellings(SHEETS.get(path.stem, (path.stem,)))
    meant = [
        entry
        for entry in _list(path.parent)
        if entry.stem in names and entry.ending in KINDS | OTHER_KINDS
    ]
    yield from sorted(meant, key=lambda entry: (entry.path.name != path.name, entry.path.name))


def _list(folder: Path) -> list[_Entry]:
    """List a folder's files by name, without those that programs hide or lock with."""
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~")))
    return [_Entry.of(path) for path in paths]


def _spellings(names: tuple[str, ...]) -> set[str]:
    """Give names with and without their marks."""
    return {*names, *(to_plain(fold(name)) for name in names)}
