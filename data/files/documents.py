"""JSON documents, and the way to the files of commands: there, readable, writable."""

import errno
import json
import os
from pathlib import Path

from pydantic import ValidationError

from data.files.folders import write_whole
from models.canonical import Json, parse_json
from models.errors import BadRequest, Unwritable
from models.proposals import Proposal


def read_document(path: Path) -> Json:
    """Read a JSON document.

    Raises
    ------
    BadRequest
        If the file can't be read or is not JSON.
    """
    try:
        return parse_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadRequest("file_trouble", path=path, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise BadRequest("not_json", path=path, reason=error) from error


def read_stated(path: Path) -> Json:
    """Read a proposal as a JSON document, damaged or not.

    Raises
    ------
    BadRequest
        If the file can't be read, is not JSON or has nothing of a proposal.
    """
    document = read_document(path)
    if not isinstance(document, dict) or not {"schema", "coalitions"} & document.keys():
        raise BadRequest("no_proposal", path=path)
    return document


def read_loosely(path: Path) -> Proposal:
    """Read a proposal that need not agree with its season.

    Raises
    ------
    BadRequest
        If the file is no proposal.
    """
    document = read_stated(path)
    try:
        return Proposal.model_validate(document)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise BadRequest("damaged_proposal", path=path, place=place) from error


def write_document(path: Path, document: Json) -> None:
    """Write a JSON document, with the folders that it needs."""
    write_text_page(path, format_document(document))


def format_document(document: Json) -> str:
    """Write a JSON document for people and programs to read."""
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def write_text_page(path: Path, page: str) -> None:
    """Write a text as it is, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, page)


def insist_on_readable(*paths: Path | None) -> None:
    """Find out before the work begins whether what it needs is there.

    Raises
    ------
    BadRequest
        For the first path that leads to no file.
    """
    for path in paths:
        if path is not None and not path.is_file():
            code = errno.EISDIR if path.is_dir() else errno.ENOENT
            raise BadRequest("file_trouble", path=path, reason=os.strerror(code))


def insist_on_writable(*paths: Path | None) -> None:
    """Find out before the work begins whether its results can be written.

    Raises
    ------
    Unwritable
        For the first path that is a folder, or lies where nothing may be written.
    """
    for path in paths:
        if path is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise Unwritable("file_trouble", path=path, reason=os.strerror(errno.EISDIR))
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            raise Unwritable("file_trouble", path=path, reason=os.strerror(errno.EACCES))
