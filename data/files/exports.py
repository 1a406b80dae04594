"""A season's folder written anew, and read back before it counts."""

from collections.abc import Callable
from pathlib import Path

from data.files.findings import Findings
from data.files.folders import write_new_folder
from data.files.reading import SeasonFile
from data.files.writing import write_season
from data.reference.gazetteer import load_gazetteer
from models.errors import WrongState
from models.kept_seasons import SeasonContent
from models.seasons import Season


def write_export(
    out: Path, content: SeasonContent, read: Callable[[Path], SeasonFile]
) -> tuple[str, ...]:
    """Write a season's files into a new folder, all of them or none, and give their names.

    Parameters
    ----------
    out : Path
        Is not there yet, or empty.
    content : SeasonContent
    read : callable
        Reads a folder; what it gives is held against the content.

    Raises
    ------
    InputError
        `folder_not_empty`.
    WrongState
        `export_differs`, where reading the files would not give the same season.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        findings = Findings()
        findings.fault(out.name, None, None, None, "folder_not_empty")
        findings.stop_if_faulty()
    files = write_season(content, load_gazetteer())
    write_new_folder(out, files, lambda folder: _insist_on_same(content, read(folder)))
    return tuple(files)


def _insist_on_same(content: SeasonContent, again: SeasonFile) -> None:
    """Hold what the files give against what was to be written."""
    before, after = content.season, again.season
    pairs: dict[str, tuple[object, object]] = {
        **{name: (getattr(before, name), getattr(after, name)) for name in Season.model_fields},
        "people": (content.people, again.people),
        "host": (content.host, again.host),
    }
    differ = [name for name, (one, other) in pairs.items() if one != other]
    if differ:
        raise WrongState("export_differs", what=", ".join(differ))
