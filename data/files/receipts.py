"""Receipts as files: a ZIP that says the same to every reader."""

import zipfile
from io import BytesIO
from pathlib import Path

from pydantic import ValidationError

from data.files.documents import format_document
from models.canonical import parse_json
from models.errors import BadRequest
from models.messages import say
from models.receipts import Receipt
from models.seasons import Season

SEASON, PROPOSAL, ORIGIN, NOTE = "season.json", "proposal.json", "origin.json", "README.txt"
WHEN = (1980, 1, 1, 0, 0, 0)
"""When every file of a receipt was made, so that equal ones are equal to the byte."""
LARGEST = 500_000_000


def write_receipt(receipt: Receipt) -> bytes:
    """Give a receipt as a ZIP."""
    origin = {"content_sha256": receipt.content_sha256, "input_sha256": receipt.input_sha256}
    note = say("receipt_note")
    files = {
        SEASON: format_document(receipt.season.model_dump(mode="json")),
        PROPOSAL: format_document(receipt.proposal),
        ORIGIN: format_document(origin),
        NOTE: f"{note.sv}\n\n{note.en}\n",
    }
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), text, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises
    ------
    BadRequest
        `no_receipt`: the file is none, or is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise BadRequest("no_receipt", path=path)
            season, proposal, origin = (
                parse_json(archive.read(name).decode()) for name in (SEASON, PROPOSAL, ORIGIN)
            )
        return Receipt(season=Season.model_validate(season), proposal=proposal, **origin)
    except (OSError, KeyError, TypeError, ValueError, ValidationError, zipfile.BadZipFile) as error:
        raise BadRequest("no_receipt", path=path) from error
