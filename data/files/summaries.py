"""Summaries of seasons' outcomes in files, as `outcomes summary` writes them."""

from pathlib import Path

from pydantic import ValidationError

from data.files.documents import read_document
from models.errors import BadRequest
from models.outcomes import Outcomes


def read_outcomes(path: Path) -> Outcomes:
    """Read the summary of a season.

    Raises
    ------
    BadRequest
        `no_outcomes` for a file that is none, or if it can't be read or is not JSON.
    """
    document = read_document(path)
    try:
        return Outcomes.model_validate(document)
    except ValidationError as error:
        raise BadRequest("no_outcomes", path=path, reason=error.errors()[0]["msg"]) from error
