"""The jobs that commands and server share: a season in, a checked result out."""

import errno
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.use_cases.names import find_challenge
from models.canonical import Json
from models.errors import BadRequest, Disagreement, Unwritable
from models.ports.progress import Progress
from models.proposals import Proposal
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from matcher.core.settings import Options
    from matcher.embedding.reading import Reading
    from models.idea_maps import IdeaMap


def propose_checked(
    season: Season, reading: "Reading", options: "Options", progress: Progress
) -> Proposal:
    """Propose, and hand out nothing that does not agree with its season.

    Raises
    ------
    NotFound
        If the options name a challenge that the season does not have.
    Disagreement
        If the independent checker finds a difference.
    """
    from matcher.propose import propose

    if options.challenge is not None:
        find_challenge(season, options.challenge)
    proposal = propose(season, reading, options, progress)
    _insist_on_agreement(season, to_document(proposal), reading)
    return proposal


def read_proposal(path: Path, season: Season, reading: "Reading | None") -> Proposal:
    """Read a proposal that agrees with its season; without a reading its relevance is trusted.

    Raises
    ------
    BadRequest
        If the file is no proposal.
    Disagreement
        If the independent checker finds a difference.
    """
    document = read_stated(path)
    _insist_on_agreement(season, document, reading)
    return Proposal.model_validate(document)


def read_loosely(path: Path) -> Proposal:
    """Read a proposal that need not agree with its season.

    Raises
    ------
    BadRequest
        If the file is no proposal.
    """
    from pydantic import ValidationError

    document = read_stated(path)
    try:
        return Proposal.model_validate(document)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise BadRequest("damaged_proposal", path=path, place=place) from error


def to_document(proposal: Proposal) -> Json:
    """Give a proposal as the JSON document of the contract."""
    return proposal.model_dump(mode="json", by_alias=True)


def _insist_on_agreement(season: Season, document: Json, reading: "Reading | None") -> None:
    """Raise the first difference that the independent checker finds."""
    from matcher.explain.verify import verify

    differences = verify(season, document, reading)
    if differences:
        raise Disagreement("differs", **differences[0].model_dump())


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


def read_document(path: Path) -> Json:
    """Read a JSON document.

    Raises
    ------
    BadRequest
        If the file can't be read or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadRequest("file_trouble", path=path, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise BadRequest("not_json", path=path, reason=error) from error


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


def write_json(path: Path, document: Json) -> None:
    """Write a JSON document, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")


def write_tables(path: Path, season: Season, proposal: Proposal, language: Language) -> None:
    """Write the tables of a proposal's report as a workbook."""
    from api.documents.report.tables import report_tables
    from data.files.workbook import Sheet, write_workbook

    tables = report_tables(season, proposal, language)
    write_workbook(path, [Sheet(*table) for table in tables])


def write_report(
    path: Path,
    season: Season,
    proposal: Proposal,
    language: Language,
    before: Proposal | None = None,
) -> None:
    """Write the report of a proposal, with the folders that it needs."""
    from api.documents.report.render import render_report

    path.parent.mkdir(parents=True, exist_ok=True)
    page = render_report(season, proposal, language, before)
    path.write_text(page, encoding="utf-8", newline="\n")


def write_ideas(path: Path, season: Season, maps: "Sequence[IdeaMap]", language: Language) -> None:
    """Write the page of idea maps, with the folders that it needs."""
    from api.documents.ideas.page import render_ideas

    path.parent.mkdir(parents=True, exist_ok=True)
    page = render_ideas(season, maps, language)
    path.write_text(page, encoding="utf-8", newline="\n")


def write_idea_table(path: Path, maps: "Sequence[IdeaMap]", language: Language) -> None:
    """Write the cards of idea maps as a table."""
    from api.documents.ideas.tables import idea_rows
    from data.files.csv_files import write_csv

    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv(path, idea_rows(maps, language))
