"""Files that ask for more than a season is worth: built here, small on disk, and refused."""

import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

from tests.kit.workbooks import make_workbook

HEADER = ["id", "name", "sector", "place", "description"]
ALFA = ["a1", "Alfa", "public", "Malmö", "Words"]
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MEGABYTE = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sound() -> bytes:
    return make_workbook({"actors": [HEADER, ALFA]})


def with_part(name: str, content: bytes | Callable[[bytes], bytes], raw: bytes = b"") -> bytes:
    """Give a workbook with one part in place of its own."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(raw or sound())) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            own = source.read(part)
            made = content(own) if callable(content) else content
            target.writestr(part, made if part == name else own)
        if name not in source.namelist() and not callable(content):
            target.writestr(name, content)
    return out.getvalue()


def zip_of_zeros(megabytes: int = 1024, *, states_little: bool = False) -> bytes:
    """Give a workbook whose sheet unpacks to zeros; stating its size, or a small one."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    block, crc = bytes(MEGABYTE), 0
    packed = b""
    for _ in range(megabytes):
        packed += packer.compress(block)
        crc = zlib.crc32(block, crc)
    packed += packer.flush()
    size = 100 if states_little else megabytes * MEGABYTE
    crc = zlib.crc32(bytes(100)) if states_little else crc
    out = io.BytesIO()
    with ZipFile(io.BytesIO(sound())) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            if part != SHEET:
                target.writestr(part, source.read(part))
    return _append(out.getvalue(), SHEET.encode(), packed, crc, size)


def _append(archive: bytes, name: bytes, packed: bytes, crc: int, size: int) -> bytes:
    """Append a deflated entry to an archive by hand, whatever its stated size."""
    end = archive.rindex(b"PK\x05\x06")
    count, length, start = struct.unpack("<HII", archive[end + 10 : end + 20])
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + fields
    entry += struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    directory = archive[start : start + length] + entry
    tail = struct.pack(
        "<HHHHIIH", 0, 0, count + 1, count + 1, len(directory), start + len(local), 0
    )
    return archive[:start] + local + directory + b"PK\x05\x06" + tail


def bomb_of_entities() -> bytes:
    declared = ['<!ENTITY a0 "lol">']
    declared += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    bomb = (
        f"<?xml version='1.0'?><!DOCTYPE sst [{''.join(declared)}]><sst><si><t>&a9;</t></si></sst>"
    )
    return with_part(STRINGS, bomb.encode())


def sheet_of(rows: str, dimension: str = "A1") -> bytes:
    """Give a sheet's part."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<worksheet xmlns="{space}"><dimension ref="{dimension}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def far_corners() -> bytes:
    """Give a sheet with two cells, as far apart as a sheet reaches."""
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_part(SHEET, sheet_of(near + far))


def claimed_dimension() -> bytes:
    """Give a sound sheet that claims to reach as far as a sheet can."""

    def claim(part: bytes) -> bytes:
        return part.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')

    return with_part(SHEET, claim)


def shared_text() -> bytes:
    """Give a sheet in which one long text stands in very many cells."""
    text = b"<sst><si><t>" + b"x" * 32_000 + b"</t></si></sst>"
    cells = '<c t="s"><v>0</v></c>' * 20
    return with_part(SHEET, sheet_of(f"<row>{cells}</row>" * 10_000), with_part(STRINGS, text))


def nested_elements() -> bytes:
    return with_part(SHEET, sheet_of("<a>" * 3_000_000 + "</a>" * 3_000_000))


def one_tag() -> bytes:
    attributes = " ".join(f'a{n}="1"' for n in range(1_500_000))
    return with_part(SHEET, sheet_of(f"<row {attributes}/>"))


def many_merged() -> bytes:
    """Give a sheet whose merged ranges lie over each other."""
    rows = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(20_000))
    ranges = "".join(f'<mergeCell ref="A{n}:A1048576"/>' for n in range(2, 20_000))
    sheet = sheet_of(rows).replace(
        b"</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>".encode()
    )
    return with_part(SHEET, sheet)


def many_cells() -> bytes:
    return with_part(SHEET, sheet_of(("<row>" + "<c><v>1</v></c>" * 20 + "</row>") * 49_000))


def many_entries() -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for number in range(100_000):
            archive.writestr(f"{number}", b"")
    return out.getvalue()


def wide_csv() -> bytes:
    return ",".join(f"c{n}" for n in range(20_000)).encode() + b"\n"


def tall_csv() -> bytes:
    return b"name,sector,place,description\n" + b"A,public,Lund,W\n" * 60_000


def one_record() -> bytes:
    """Give a text whose quotes make one record of millions of lines."""
    return b"name,sector,place,description\n" + b'"\n",' * 4_000_000


def many_faults() -> bytes:
    rows = [f"A{n},nonsense {n},Nowhere {n},W" for n in range(40_000)]
    return "\n".join(["name,sector,place,description", *rows]).encode()


def bare_commas() -> bytes:
    return b"name,sector,place,description\n" + (b"," * 499 + b"x\n") * 30_000


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip_bomb": ("actors.xlsx", zip_of_zeros, "large_workbook"),
    "lying_zip_bomb": ("actors.xlsx", lambda: zip_of_zeros(states_little=True), "not_workbook"),
    "entity_bomb": ("actors.xlsx", bomb_of_entities, "not_workbook"),
    "far_corners": ("actors.xlsx", far_corners, "many_columns"),
    "shared_text": ("actors.xlsx", shared_text, "large_workbook"),
    "nested_elements": ("actors.xlsx", nested_elements, "large_workbook"),
    "one_tag": ("actors.xlsx", one_tag, "not_workbook"),
    "many_merged": ("actors.xlsx", many_merged, "many_merged"),
    "many_cells": ("actors.xlsx", many_cells, "many_rows"),
    "many_entries": ("actors.xlsx", many_entries, "large_workbook"),
    "cut_zip": ("actors.xlsx", lambda: sound()[:-300], "not_workbook"),
    "renamed_xls": ("actors.xlsx", lambda: OLE + bytes(20_000), "workbook_old"),
    "locked": (
        "actors.xlsx",
        lambda: OLE + bytes(2_000) + "EncryptedPackage".encode("utf-16-le") + bytes(9_000),
        "workbook_locked",
    ),
    "renamed_csv": ("actors.xlsx", lambda: b"name,sector\nA,public\n", "not_workbook"),
    "long_line": ("actors.csv", lambda: b"name," + b"x" * 50_000_000, "large_file"),
    "fifteen_megabytes": ("actors.csv", lambda: b"name," + b"x" * 15_000_000, "long_record"),
    "wide": ("actors.csv", wide_csv, "many_columns"),
    "tall": ("actors.csv", tall_csv, "many_rows"),
    "one_record": ("actors.csv", one_record, "long_record"),
    "bare_commas": ("actors.csv", bare_commas, "many_rows"),
    "many_faults": ("actors.csv", many_faults, "too_many_faults"),
    "many_dots": ("season.toml", lambda: b"a" + b".a" * 120_000 + b" = 1", "long_key"),
    "quoted_dots": ("season.toml", lambda: b'["a"' + b' . "a"' * 40_000 + b"]", "long_key"),
    "long_number": ("season.toml", lambda: b"seed = 0x" + b"f" * 200_000, "bad_toml"),
    "nested": ("season.toml", lambda: b"a.a.a = {" * 50 + b"}" * 50, "bad_toml"),
    "deep": ("season.toml", lambda: b"a = " + b"[" * 200_000, "bad_toml"),
    "large_toml": ("season.toml", lambda: b"#" * 1_000_000, "large_file"),
}
"""Name: the file that is hostile, its content, and the code of its fault."""
