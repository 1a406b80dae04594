"""`season.toml` as tables, with the line that each key stands on."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from data.files.findings import Findings
from data.files.limits import MOST_KEY_PARTS, MOST_SETTINGS_BYTES
from data.files.text_files import read_text
from data.files.toml_faults import note_toml_faults

HEADER = re.compile(r"\s*(\[\[?)\s*[\"']?([A-Za-z0-9_.-]+)[\"']?\s*\]")
KEY = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9_.-]+))\s*=")
DEEPEST = 30
"""Levels of tables within tables, far above any setting's."""
PART = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
LONG_KEY = re.compile(rf"(?<![\w-])(?:{PART}[ \t]*\.[ \t]*){{{MOST_KEY_PARTS}}}")
"""Parsing takes memory by the square of a dotted key's parts."""
AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class TomlFile:
    """A parsed file and where its keys and headers stand, as well as a scan can tell."""

    file: str
    data: dict[str, object]
    lines: dict[tuple[str, int, str], int]
    text: str = field(default="", repr=False)

    def row(self, section: str, key: str, number: int = 0) -> int | None:
        """Give the line of a key in the numbered section; an empty key is the header."""
        return self.lines.get((section, number, key), self.lines.get((section, number, "")))


def read_toml(path: Path, findings: Findings) -> TomlFile | None:
    """Read a TOML file; None, with a fault, where it can't be parsed."""
    text = read_text(path, findings, MOST_SETTINGS_BYTES)
    if text is None:
        return None
    text = text.replace("\r\n", "\n")
    if long_key := LONG_KEY.search(text):
        row = text.count("\n", 0, long_key.start()) + 1
        findings.fault(path.name, row, None, None, "long_key", most=MOST_KEY_PARTS)
        return None
    try:
        data = tomllib.loads(text)
        if _is_deep(data, DEEPEST):
            raise ValueError("nested too deeply")
        str(data)  # fails on a number of more digits than a fault can show
    except (ValueError, RecursionError) as error:
        found = AT_LINE.search(str(error))
        is_at_end = "at end of document" in str(error)
        last = text.rstrip().count("\n") + 1 if is_at_end else None
        line = int(found[1]) if found else last
        note_toml_faults(path.name, text, line, str(error), findings)
        return None
    return TomlFile(path.name, data, _scan_lines(text), text)


def _is_deep(value: object, levels: int) -> bool:
    """Say whether tables and lists nest deeper than so many levels."""
    children = value.values() if isinstance(value, dict) else value
    return (
        isinstance(children, Iterable)
        and not isinstance(children, str)
        and (levels == 0 or any(_is_deep(child, levels - 1) for child in children))
    )


def _scan_lines(text: str) -> dict[tuple[str, int, str], int]:
    """Find the lines of headers and keys by section, number of the section and key."""
    lines: dict[tuple[str, int, str], int] = {}
    section, number, counts = "", 0, dict[str, int]()
    for row, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            section = header[2]
            number = counts.get(section, 0) if header[1] == "[[" else 0
            counts[section] = number + 1
            lines.setdefault((section, number, ""), row)
        elif key := KEY.match(line):
            name = next(part for part in key.groups() if part is not None)
            lines.setdefault((section, number, name), row)
    return lines
