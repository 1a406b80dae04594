"""How many rows of a table are not blank, counted without the reader under test."""

import codecs
import io
import re
from xml.etree import ElementTree
from zipfile import ZipFile

SPACE = "{*}"
"""Any namespace: workbooks differ in theirs."""
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML has no place for."""
STATED = re.compile(r'\A\s*"?sep=[^\r\n]"?[;,|\t ]*(?:\r\n|\r|\n)', re.IGNORECASE)
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BLANK = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000"
    "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
"""What the eye does not see: space, and marks of no width."""


def count_rows(name: str, content: bytes) -> int:
    """Give the number of rows that are not blank, the header's among them."""
    if name.endswith(".ods"):
        return count_ods_rows(content)
    return count_sheet_rows(content) if name.endswith(".xlsx") else count_records(to_text(content))


def to_text(content: bytes) -> str:
    """Decode a text; in an older encoding letters don't matter for the count."""
    if content.startswith(WIDE):
        return content.decode("utf-32" if content[2:4] == b"\0\0" else "utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def count_records(text: str) -> int:
    """Count the records of a delimited text, one letter at a time; "sep=;" is none."""
    text = STATED.sub("", text, count=1)
    first = next((line for line in text.splitlines() if line.strip(BLANK + ",;")), "")
    delimiter = max(",;\t", key=first.count)
    count, is_filled, is_quoted, is_start = 0, False, False, True
    for letter in text:
        if is_quoted:
            is_quoted = letter != '"'
            is_filled |= letter not in BLANK and is_quoted
        elif letter in "\r\n":
            count += is_filled
            is_filled, is_start = False, True
        elif letter == delimiter:
            is_start = True
        elif letter == '"' and is_start:
            is_quoted, is_start = True, False
        elif letter != " " or not is_start:
            is_start = False
            is_filled |= letter not in BLANK
    return count + is_filled


def count_sheet_rows(content: bytes) -> int:
    """Count the rows with a value in a workbook's first sheet."""
    with ZipFile(io.BytesIO(content)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(item.itertext()) for item in strings.iterfind(f".//{SPACE}si")]
    rows = set()
    number = 0
    for row in sheet.iterfind(f".//{SPACE}row"):
        number = int(row.get("r", number + 1))
        for cell in row.iterfind(f".//{SPACE}c"):
            parts = [part for tag in ("v", "is") for part in cell.iterfind(f".//{SPACE}{tag}")]
            value = "".join(text for part in parts for text in part.itertext())
            if cell.get("t") == "s" and value:
                value = shared[int(value)]
            if ESCAPED.sub(lambda found: chr(int(found[1], 16)), value).strip():
                place = cell.get("r", "")
                rows.add(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or str(number))
    return len(rows)


def count_ods_rows(content: bytes) -> int:
    """Count the rows with a text in the first table of an .ods workbook."""
    with ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    table = root.find(f".//{SPACE}table")
    rows = [] if table is None else table.iterfind(f"{SPACE}table-row")
    return sum(bool("".join(row.itertext()).strip(BLANK)) for row in rows)
