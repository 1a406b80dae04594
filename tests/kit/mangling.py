"""Real season files, mangled at random; and what reading them must never do.

Everything follows from one seed, so that a seed is all that it takes to see a file again.
"""

import io
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter.exceptions import OverlappingRange

from data.files.reading import read_season
from data.samples import DEMO
from matcher.constraints.registry import check_rule
from models.errors import InputError
from models.seasons import CONTRACT_CRITERIA, Season
from tests.kit.record_counts import count_rows
from tests.kit.workbooks import Rows, make_ods, make_workbook, read_rows, to_csv

TABLES = ("actors", "challenges", "ties")
ROWS_KEPT = 25
"""Of the demo's tables, in most seasons, so that a run sees many."""
RULES = """
[[rules]]
kind = "sector_ceiling"
sector = "public"
max = 9

[[rules]]
kind = "ban"
actor = "Fritidsgården Takåsen"
"""
WORDS = (
    *("", " ", '"', '""', "'", ";", ",", "\t", "=1+1", "-", "#REF!", "Summa", "NaN", "inf", "0"),
    *("1e999", "9" * 400, "-1", "3,5", "55.6", "SE", "NO", "xx", "ja", "maybe", "public", "kommun"),
    *("Malmö", "Oslo", "Region 7", "x@example.org", "a;b;;c", "x" * 40_000, "\u202eabc", "e\u0301"),
    *(
        "TRUE",
        "FALSKT",
        "5,56E+09",
        "Err:502",
        "#####",
        "=IF(A1=1;2;3)",
        "FÃ¶r",
        "F\ufffdr",
        "sep=;",
    ),
    *("\u200b", "\ufeff", "\u037e", "\u2028", "\x0b", "👩‍👩‍👧", "İ", "ß", "ﬁ", "\U0010ffff"),
)
BYTES = (
    *(b"\0", b'"', b"\r", b"\n", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xc3", b"<", b"&"),
    *(b"]]>", b"[[", b"]", b"=", b"\x1a", b"\\u0000", b";" * 600, b"\n" * 300, b'"\n' * 50),
)
ENCODINGS = ("cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7")
ATTRIBUTES = (
    *((b' t="s"', kind) for kind in (b"", b' t="str"', b' t="b"', b' t="e"', b' t="d"')),
    *((b' t="s"', kind) for kind in (b' t="inlineStr"', b' s="99"', b' s="1"', b' t="zz"')),
    *((b"<c r=", tag) for tag in (b"<c x=", b"<c  r =", b"<x:c r=", b"<d r=")),
    *((b"<row r=", tag) for tag in (b"<row x=", b"<row/><row r=", b"<row r='7' x=")),
    *((b"<v>", tag) for tag in (b"<v> ", b"<f>1</f><v>", b"<v>-", b"<v><!-- x -->", b"<v>1e")),
    *((b"<si>", tag) for tag in (b"<si/><si>", b"<si><rPh><t>x</t></rPh>", b"<si> ")),
    *((b"<t>", tag) for tag in (b"<t xml:space='preserve'> ", b"<t>_x000D_", b"<t>&#10;", b"<t>_")),
    (b"<sheet name=", b"<sheet state='hidden' name="),
    (b'Target="worksheets/', b'Target="/xl/worksheets/'),
    (b'Id="rId1"', b'Id="rId9"'),
)
"""What workbooks write, and what others write or nobody does."""

LEFT_OUT = ("total_left_out", "doubled_tie", "headers_again", "above_headers")
"""Warnings of rows that are no part of the season, one each or `count` of them."""

Mangle = Callable[[bytes, Random], bytes]
Table = list[list[object]]


def flip_bytes(raw: bytes, draw: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(draw.choice([1, 1, 2, 8])):
        if changed:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def cut_out(raw: bytes, draw: Random) -> bytes:
    start = draw.randrange(len(raw) + 1)
    end = draw.choice([len(raw), start + draw.randrange(1, 200)])
    return raw[:start] + raw[end:]


def insert_bytes(raw: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(raw) + 1)
    return raw[:at] + draw.choice([*BYTES, *(word.encode() for word in WORDS)]) + raw[at:]


def move_lines(raw: bytes, draw: Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    for _ in range(draw.choice([1, 2, 5])):
        at = draw.randrange(len(lines) + 1)
        lines[at:at] = draw.choice([lines[at : at + 1] * 2, [b"\n"], [b",,;\n"], lines[:1]])
        at = draw.randrange(len(lines) + 1)
        del lines[at : at + 1]
    return b"".join(lines)


def swap_delimiters(raw: bytes, draw: Random) -> bytes:
    one, other = draw.sample([b",", b";", b"\t", b"|", b'"'], 2)
    lines = raw.splitlines(keepends=True)
    first = draw.choice([0, 1, draw.randrange(len(lines) + 1)])
    return b"".join(lines[:first]) + b"".join(lines[first:]).replace(one, other)


def recode(raw: bytes, draw: Random) -> bytes:
    return raw.decode("utf-8", "replace").encode(draw.choice(ENCODINGS), "replace")


def break_lines(raw: bytes, draw: Random) -> bytes:
    return raw.replace(b"\n", draw.choice([b"\r", b"\r\n", b"\n\n", b"\n\r", b"\x0b", b"\x85"]))


MANGLES: tuple[Mangle, ...] = (
    *(flip_bytes, cut_out, insert_bytes, move_lines, swap_delimiters, recode, break_lines),
)


def change_cells(rows: Rows, draw: Random) -> Table:
    """Change cells, rows and columns of a table."""
    table: Table = [list(row) for row in rows]
    for _ in range(draw.choice([1, 1, 2, 6])):
        row = draw.choice(table) if draw.random() < 0.9 else table[0]
        at = draw.randrange(len(row) + 1)
        match draw.randrange(7):
            case 0 if at < len(row):
                del row[at]
            case 1:
                row.insert(at, draw.choice(WORDS))
            case 2:
                table.insert(draw.randrange(len(table) + 1), list(row))
            case 3:
                table.insert(draw.randrange(len(table) + 1), [""] * len(row))
            case 4:
                table.append(["Totalt", *[str(draw.randrange(99))] * draw.randrange(3)])
            case _ if at < len(row):
                row[at] = draw.choice(WORDS)
    return table


def frame(rows: Rows, draw: Random) -> Table:
    """Put a title, headers again, notes or totals around a table, or cut its rows short."""
    table: Table = [list(row) for row in rows]
    width = len(table[0])
    for _ in range(draw.choice([1, 1, 2])):
        match draw.randrange(6):
            case 0:
                table[:0] = [["Utdrag 2026"] + [""] * (width - 1)] * draw.choice([1, 2])
            case 1:
                table.insert(0, [""] * width)
            case 2:
                table.insert(draw.randrange(len(table)), list(rows[0]))
            case 3:
                table += [[""] * width, [draw.choice(["Källa: x", "Summa"])] + [""] * (width - 1)]
            case 4:
                for row in table:
                    while row and not row[-1]:
                        row.pop()
            case _:
                at = draw.randrange(width)
                table = [[*row[:at], break_letters(row[at]), *row[at + 1 :]] if len(row) > at
                         else row for row in table]  # fmt: skip
    return table


def break_letters(cell: object) -> str:
    """Read a text's letters in an encoding that it was not written in."""
    return str(cell).encode().decode("cp1252", "replace")


def mangle_workbook(rows: Rows, draw: Random) -> bytes:
    """Give a workbook of mangled rows, typed cells, merged ranges or broken parts."""
    odd = (1.5, 3.0, True, date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), time(5, 6), -1e300)
    table: Table = [list(row) for row in rows]
    if draw.random() < 0.7:
        table = change_cells(table, draw)
    if draw.random() < 0.5:
        row = draw.choice(table)
        at = draw.randrange(len(row) + 1)
        row[at : at + 1] = [draw.choice(odd)]

    def finish(workbook, worksheets) -> None:
        sheet = worksheets["A"]
        for _ in range(draw.choice([0, 0, 1, 2])):
            top, left = draw.randrange(len(table)), draw.randrange(6)
            bottom, right = top + draw.randrange(1, 4), left + draw.choice([0, 0, 1])
            sheet.merge_range(top, left, bottom, right, draw.choice(WORDS)[:9])
        if draw.random() < 0.2:
            sheet.write_formula(draw.randrange(9), 2, "=1/0", None, "#DIV/0!")

    cut = [[c[:32_000] if isinstance(c, str) else c for c in row] for row in table]
    try:
        content = make_workbook({"A": cut, "B": [["x"]]}, finish)
    except OverlappingRange:
        content = make_workbook({"A": cut})
    if draw.random() < 0.3:
        return draw.choice(MANGLES)(content, draw)
    return mangle_part(content, draw) if draw.random() < 0.5 else content


def mangle_part(content: bytes, draw: Random) -> bytes:
    """Mangle the text of one part of a workbook, and pack it soundly again."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        chosen = draw.choice([name for name in source.namelist() if "docProps" not in name])
        for name in source.namelist():
            part = source.read(name)
            if name == chosen:
                for _ in range(draw.choice([1, 2])):
                    part = draw.choice([*MANGLES, *[swap_digits, swap_attributes] * 3])(part, draw)
            target.writestr(name, part)
    return out.getvalue()


def swap_digits(raw: bytes, draw: Random) -> bytes:
    """Change digits of a part: references, indices of texts, styles, dimensions."""
    changed = bytearray(raw)
    digits = [at for at, byte in enumerate(changed) if 48 <= byte <= 57]
    for at in draw.sample(digits, min(len(digits), draw.choice([1, 3, 9]))):
        changed[at : at + 1] = str(draw.choice([0, 1, 7, 99, 1_048_576])).encode()
    return bytes(changed)


def swap_attributes(raw: bytes, draw: Random) -> bytes:
    """Change what cells, rows and sheets say of themselves."""
    one, other = draw.choice(ATTRIBUTES)
    pieces = raw.split(one)
    odds = draw.choice([0.02, 0.2, 1])
    glue = [other if draw.random() < odds else one for _ in pieces[1:]] + [b""]
    return b"".join(piece + end for piece, end in zip(pieces, glue, strict=True))


@cache
def demo_rows(name: str) -> Rows:
    """Give a table of the demo."""
    return read_rows(DEMO / f"{name}.csv")


def draw_season(seed: int) -> dict[str, bytes]:
    """Give a season's files, one or two of them mangled."""
    draw = Random(seed)
    files: dict[str, bytes] = {}
    mangled = draw.sample([*TABLES, "season.toml"], draw.choice([1, 1, 2]))
    actors = demo_rows("actors")
    kept = len(actors) if draw.random() < 0.1 else ROWS_KEPT
    names = {row[0] for row in actors[1:kept]}
    for name in TABLES:
        rows = demo_rows(name)
        if name == "ties":
            rows = [rows[0], *(row for row in rows if {row[0], row[1]} <= names)]
        files |= draw_table(name, rows[:kept], name in mangled, draw)
    toml = (DEMO / "season.toml").read_bytes() + RULES.encode()
    if "season.toml" in mangled:
        for _ in range(draw.choice([1, 1, 3])):
            toml = draw.choice([*MANGLES, swap_digits])(toml, draw)
    return {**files, "season.toml": toml}


def draw_table(name: str, rows: Rows, is_mangled: bool, draw: Random) -> dict[str, bytes]:
    """Give a table's file in a drawn format."""
    if draw.random() < 0.3:
        workbook = mangle_workbook(rows, draw) if is_mangled else make_workbook({"A": rows})
        return {f"{name}.xlsx": workbook}
    if is_mangled and draw.random() < 0.6:
        rows = change_cells(rows, draw)
    if is_mangled and draw.random() < 0.3:
        rows = frame(rows, draw)
    if is_mangled and draw.random() < 0.1:
        return {f"{name}.ods": make_ods({"A": rows})}
    raw = to_csv(rows, draw.choice(",;\t"), draw.choice(["\n", "\r\n"])).encode()
    if is_mangled and draw.random() < 0.6:
        for _ in range(draw.choice([1, 1, 3])):
            raw = draw.choice(MANGLES)(raw, draw)
    return {f"{name}.csv": raw}


def check_reading(seed: int) -> str:
    """Read a mangled season, and fail unless it is a whole season or has clear faults.

    Gives "season" or "faults".
    """
    files = draw_season(seed)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        try:
            found = read_season(Path(folder), check_rule=check_rule, criteria=CONTRACT_CRITERIA)
        except InputError as error:
            assert error.faults
            for fault in (*error.faults, *error.warnings):
                assert fault.code and fault.mend.sv.strip() and fault.mend.en.strip(), fault
            return "faults"
    found.season.model_dump_json().encode()
    left_out: Counter[str] = Counter()
    for warning in found.warnings:
        if warning.code in LEFT_OUT:
            left_out[warning.file] += warning.params.get("count", 1)
    for name, content in files.items():
        if not name.endswith(".toml"):
            expected = count_rows(name, content) - 1 - left_out[name]
            assert read_count(name, found.season) == expected, name
    return "season"


def read_count(name: str, season: Season) -> int:
    """Give how many rows of a file came to be part of a season."""
    return len(getattr(season, name.split(".")[0]))
