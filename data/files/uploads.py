"""Files that were sent: a season's own, or one ZIP of them, laid in a folder safely."""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from data.files.archives import IS_ENCRYPTED, METHODS, TROUBLES
from models.errors import BadRequest, TooLarge

MOST_FILES, MOST_BYTES = 50, 60_000_000
"""Of a season that is sent, unpacked."""
ENDINGS = frozenset(
    {".csv", ".xlsx", ".xlsm", ".ods", ".toml", ".txt", ".tsv", ".png", ".svg", ".jpg", ".jpeg"}
)
Part = tuple[str, bytes]


@contextmanager
def lay_upload(parts: Sequence[Part], name: str) -> Iterator[Path]:
    """Lay files that were sent in a folder for a while.

    Parameters
    ----------
    parts : sequence of (name, content)
        The files of a season's folder, or one ZIP of them, also inside one folder.
    name : str
        What the folder is called, after which a season without a name is.

    Raises
    ------
    BadRequest
        `upload_empty`, `upload_name` (a name that leads elsewhere, or stands twice),
        `upload_kind`, `upload_broken`.
    TooLarge
        `upload_large`.
    """
    files = dict[str, bytes]()
    for file, content in _unpack(parts):
        key = file.lower()
        if key in {known.lower() for known in files}:
            raise BadRequest("upload_name", name=file)
        files[file] = content
    if not files:
        raise BadRequest("upload_empty")
    with TemporaryDirectory() as place:
        folder = Path(place) / (name or "season")
        folder.mkdir()
        for file, content in files.items():
            (folder / file).write_bytes(content)
        yield folder


def _unpack(parts: Sequence[Part]) -> Iterator[Part]:
    if len(parts) == 1 and _is_plain_zip(parts[0]):
        yield from _open_zip(parts[0][1])
        return
    for name, content in parts:
        yield _insist_on_name(PurePosixPath(name)), content


def _is_plain_zip(part: Part) -> bool:
    name, content = part
    return name.lower().endswith(".zip") or (
        content.startswith(b"PK") and PurePosixPath(name).suffix.lower() not in ENDINGS
    )


def _open_zip(content: bytes) -> Iterator[Part]:
    """Give the files of a ZIP; what it states of their sizes is not believed."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            entries = [each for each in entries if not _is_beside(each.filename)]
            if len(entries) > MOST_FILES:
                raise TooLarge("upload_large", most=MOST_BYTES // 1_000_000)
            tops = {_parts(each.filename)[0] for each in entries if _parts(each.filename)}
            is_in_folder = len(tops) == 1 and all(len(_parts(e.filename)) > 1 for e in entries)
            left = MOST_BYTES
            for entry in entries:
                if entry.flag_bits & IS_ENCRYPTED or entry.compress_type not in METHODS:
                    raise BadRequest("upload_broken")
                path = PurePosixPath(entry.filename)
                if is_in_folder and ".." not in path.parts and not path.is_absolute():
                    path = PurePosixPath(*path.parts[1:])
                name = _insist_on_name(path)
                with archive.open(entry) as file:
                    unpacked = file.read(left + 1)
                left -= len(unpacked)
                if left < 0:
                    raise TooLarge("upload_large", most=MOST_BYTES // 1_000_000)
                yield name, unpacked
    except TROUBLES as error:
        raise BadRequest("upload_broken") from error


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name).parts


def _is_beside(name: str) -> bool:
    """Say whether a file is what some systems put beside the others."""
    return any(part == "__MACOSX" or part.startswith(".") for part in _parts(name) if part != "..")


def _insist_on_name(path: PurePosixPath) -> str:
    """Give a file's name, if it lies in the folder itself and is of a kind that seasons have."""
    name = str(path)
    odd = any(letter in name for letter in "\\:\0/") or name in ("", ".", "..") or name[0] == "."
    if odd or any(ord(letter) < 32 for letter in name) or len(name) > 200:
        raise BadRequest("upload_name", name=ascii(name)[1:81])
    if path.suffix.lower() not in ENDINGS:
        raise BadRequest("upload_kind", name=name)
    return name
