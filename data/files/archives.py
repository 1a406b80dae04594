"""Workbooks as archives: the parts that a table needs, unpacked within limits."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from data.files.limits import MOST_PARTS, MOST_UNPACKED_BYTES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins both an .xls file and an encrypted .xlsx file."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ENTRY = b"PK\x01\x02"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
IS_ENCRYPTED = 0x1
TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What `zipfile` raises on an archive that is not sound."""


class BadWorkbook(Exception):
    """A file that is no workbook to be read; carries the code of its fault."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


class Archive:
    """The parts of a workbook by name in any case; together never larger than the limit.

    Sizes that the archive states are not believed: what counts is what is unpacked.
    """

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(OLE):
            raise BadWorkbook("workbook_locked" if ENCRYPTED in raw else "workbook_old")
        if raw.count(ENTRY) > MOST_PARTS:
            raise BadWorkbook("large_workbook", most=f"{MOST_UNPACKED_BYTES / 1e6:g}")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(raw))
        except TROUBLES as error:
            raise BadWorkbook("not_workbook") from error
        self._parts = {_to_key(part.filename): part for part in self._file.infolist()}
        self._left = MOST_UNPACKED_BYTES

    def has(self, name: str) -> bool:
        """Say whether there is a part of this name."""
        return _to_key(name) in self._parts

    def unpack(self, name: str) -> bytes:
        """Give a part's bytes.

        Raises
        ------
        BadWorkbook
            Where the part is missing, locked, damaged, or too large with those before it.
        """
        part = self._parts.get(_to_key(name))
        if part is None or part.compress_type not in METHODS:
            raise BadWorkbook("not_workbook")
        if part.flag_bits & IS_ENCRYPTED:
            raise BadWorkbook("workbook_locked")
        if part.file_size > self._left:
            raise BadWorkbook("large_workbook", most=f"{MOST_UNPACKED_BYTES / 1e6:g}")
        try:
            with self._file.open(part) as file:
                content = file.read(self._left + 1)
        except TROUBLES as error:
            raise BadWorkbook("not_workbook") from error
        self._left -= len(content)
        return content


def pack(parts: Iterable[tuple[str, bytes]]) -> io.BytesIO:
    """Pack parts anew, uncompressed, so that whoever reads them gets these bytes and no more."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for name, content in parts:
            file.writestr(zipfile.ZipInfo(name), content)
    packed.seek(0)
    return packed


def _to_key(name: str) -> str:
    """Fold what writers of workbooks differ in."""
    return name.replace("\\", "/").lstrip("/").lower()
