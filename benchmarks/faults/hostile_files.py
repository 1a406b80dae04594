"""Send hostile files to a server, and measure what each costs before it is refused.

    python -m benchmarks.faults.hostile_files

A server process of its own; each file is sent as an import. Prints the answer, the seconds
and the most memory that the server took for it over what it had, and what is stored after
all of them.
"""

import io
import tempfile
import time
import zipfile
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx2

from api.bootstrap import Installation
from benchmarks.faults.serving import SLUG, keep_demo, run_server
from benchmarks.load import memory_of
from data.samples import DEMO

CHALLENGES = (DEMO / "challenges.csv").read_bytes()
MEGABYTE = 1_000_000


def zipped(names: dict[str, bytes]) -> bytes:
    """Give a ZIP of files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return written.getvalue()


def workbook(sheet: bytes, strings: bytes = b"") -> bytes:
    """Give a workbook of one sheet, written by hand."""
    head = b'<?xml version="1.0" encoding="UTF-8"?>'
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return zipped(
        {
            "[Content_Types].xml": head
            + b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.xml": head
            + b'<workbook %s xmlns:r="%s"><sheets>' % (main, kind)
            + b'<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": head
            + b'<Relationships %s><Relationship Id="r1" ' % package
            + b'Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % kind,
            "xl/worksheets/sheet1.xml": sheet,
            **({"xl/sharedStrings.xml": strings} if strings else {}),
        }
    )


def hostile_files() -> dict[str, dict[str, bytes]]:
    """Give the files, by what is wrong with them."""
    head = b'<?xml version="1.0"?>'
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha" * 10) for n in range(12)
    )
    bomb = head + b'<!DOCTYPE x [%s]><worksheet %s><sheetData><row r="1">' % (laughs, main)
    bomb += b'<c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row></sheetData></worksheet>'
    far = head + b'<worksheet %s><sheetData><row r="1048576">' % main
    far += b'<c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    far += b"</sheetData></worksheet>"
    whole = workbook(head + b"<worksheet %s><sheetData/></worksheet>" % main)
    formula = b'name,sector,place,description\n=HYPERLINK("http://x"),public,Lund,=1+1\n'
    return {
        "truncated workbook": {"actors.xlsx": whole[: len(whole) // 2]},
        "XML bomb": {"actors.xlsx": workbook(bomb)},
        "cells far apart": {"actors.xlsx": workbook(far)},
        "ZIP bomb": {"season.zip": zipped({"actors.csv": b"\0" * 4_000 * MEGABYTE})},
        "ZIP in ZIP": {"season.zip": zipped({"actors.xlsx": zipped({"x": b"0" * 900 * MEGABYTE})})},
        "../ in a ZIP": {"season.zip": zipped({"../actors.csv": b"name\nA\n"})},
        "NUL bytes": {"actors.csv": b"name,sector\nA\0B,public\n" * 1000},
        "not UTF-8": {"actors.csv": bytes(range(128, 256)) * 1000},
        "1,000,000 columns": {"actors.csv": b",".join(b"c%d" % n for n in range(MEGABYTE)) + b"\n"},
        "one line of 50 MB": {"actors.csv": b"name," + b"x" * 50 * MEGABYTE},
        "a quote without end": {"actors.csv": b'name,sector\n"' + b"a,b\n" * 5 * MEGABYTE},
        "over the limit": {"actors.csv": b"x" * 70 * MEGABYTE},
        "formula cells": {"actors.csv": formula, "challenges.csv": CHALLENGES},
    }


def main() -> None:
    """Print what was seen."""
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'hostile.sqlite'}"
        with Installation().serve(url) as service:
            key = keep_demo(service, "open")
        headers = {"Authorization": f"Bearer {key}"}
        with (
            run_server(url) as (server, address),
            httpx2.Client(base_url=f"{address}/api/v1", headers=headers, timeout=120) as http,
        ):
            before = http.get(f"/seasons/{SLUG}").json()
            http.post(f"/seasons/{SLUG}/imports", files=[("files", ("actors.csv", b"name\n"))])
            for what, files in hostile_files().items():
                _send(http, server.pid, what, files)
            after = http.get(f"/seasons/{SLUG}").json()
    print("the season is as it was:", before == after)


def _send(http: Any, pid: int, what: str, files: dict[str, bytes]) -> None:
    base, most, is_over = memory_of(pid), [0.0], Event()

    def watch() -> None:
        while not is_over.wait(0.005):
            most[0] = max(most[0], memory_of(pid))

    watching = Thread(target=watch)
    watching.start()
    began = time.perf_counter()
    sent = [("files", (name, content)) for name, content in files.items()]
    try:
        answer = http.post(f"/seasons/{SLUG}/imports", files=sent)
        body = answer.json()
        told = f"{answer.status_code} {body.get('code', body.get('state', ''))}"
        told += f", {len(body.get('faults', ()))} faults"
    except httpx2.HTTPError as error:
        told = type(error).__name__
    seconds = time.perf_counter() - began
    is_over.set()
    watching.join()
    print(f"{what:20} {told:40} {seconds:5.2f} s  {max(0.0, most[0] - base):5.0f} MB")


if __name__ == "__main__":
    main()
