"""Text files: from a path to a text, within limits and in a certain encoding."""

import codecs
import re
import unicodedata
from pathlib import Path

from data.files.encodings import find_encoding
from data.files.findings import Findings
from data.files.limits import MOST_BYTES
from models.messages import say

LINE_BREAK = re.compile(rb"\r\n|[\r\n]")
WIDE_BOMS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""What spreadsheet programs call Unicode text; the longer marks first."""


SETTINGS_WORDS = {"other_encoding": "other_encoding_settings", "not_utf8": "not_utf8_settings"}
"""Messages of settings' files, which nobody saves as CSV."""


def read_bytes(path: Path, findings: Findings, most: int = MOST_BYTES) -> bytes | None:
    """Read a file's bytes; None, with a fault, where it can't be read or is too large."""
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError:
        findings.fault(path.name, None, None, None, "unreadable_file")
        return None
    if len(raw) > most:
        findings.fault(path.name, None, None, None, "large_file", most=f"{most / 1e6:g}")
        return None
    return raw


def read_text(path: Path, findings: Findings, most: int = MOST_BYTES) -> str | None:
    """Read a text with composed letters, with or without BOM.

    UTF-8, or UTF-16 and UTF-32 under their BOM; an older encoding only where no other one
    makes sense, with a warning. None, with a fault, for anything else.
    """
    raw = read_bytes(path, findings, most)
    text = None if raw is None else _decode(raw, path.name, findings)
    return None if text is None else unicodedata.normalize("NFC", text)


def _decode(raw: bytes, file: str, findings: Findings) -> str | None:
    """Decode a file's bytes, noting an encoding that was inferred or could not be."""
    wide = next((name for bom, name in WIDE_BOMS.items() if raw.startswith(bom)), None)
    try:
        return raw.decode(wide or "utf-8-sig")
    except UnicodeDecodeError as error:
        if not wide and (encoding := find_encoding(raw)):
            mend = say(_worded("other_encoding", file), encoding=encoding.title)
            findings.warn_in_words(file, None, None, None, "other_encoding", mend)
            return raw.decode(encoding.codec)
        line = len(LINE_BREAK.findall(raw, 0, error.start)) + 1
        findings.fault_in_words(file, line, None, None, "not_utf8", say(_worded("not_utf8", file)))
        return None


def _worded(code: str, file: str) -> str:
    """Give the message of a code for a file's kind: only tables are saved as CSV."""
    return SETTINGS_WORDS[code] if file.lower().endswith(".toml") else code
