"""A season's folder written anew, and read back before it counts."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from data.files.findings import Findings
from data.files.folders import write_new_folder, write_whole
from data.files.reading import SeasonFile
from data.files.writing import write_season
from data.reference.gazetteer import load_gazetteer
from models.errors import WrongState
from models.kept_seasons import SeasonContent
from models.seasons import Season

TABLE_ENDINGS = (".csv", ".xlsx", ".xlsm", ".ods", ".toml")


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
    try:
        return _write(out, content, read, restates=False)
    except WrongState:
        return _write(out, content, read, restates=True)


def _write(
    out: Path, content: SeasonContent, read: Callable[[Path], SeasonFile], *, restates: bool
) -> tuple[str, ...]:
    files = write_season(content, load_gazetteer(), restates=restates)
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


def write_over(
    folder: Path, content: SeasonContent, read: Callable[[Path], SeasonFile]
) -> tuple[str, ...]:
    """Write a season's files into its own folder, and give the names of those that changed.

    What stood there under a table's or the settings' name before is kept beside as `.bak`.

    Raises
    ------
    WrongState
        `export_differs`; the folder is as it was.
    """
    with TemporaryDirectory() as place:
        names = write_export(Path(place) / folder.resolve().name, content, read)
        drafts = {name: (Path(place) / folder.resolve().name / name).read_bytes() for name in names}
    changed = []
    for name, written in drafts.items():
        path = folder / name
        if path.exists() and path.read_bytes() == written:
            continue
        for former in (path.with_suffix(ending) for ending in TABLE_ENDINGS):
            if former.exists() and path.suffix in TABLE_ENDINGS:
                former.replace(former.with_name(former.name + ".bak"))
        write_whole(path, written)
        changed.append(name)
    return tuple(changed)
