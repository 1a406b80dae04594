"""Meeting plans in files, as `meetings` writes them."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from data.files.documents import read_document
from models.errors import BadRequest
from models.meetings import MeetingPlan


def read_plans(path: Path) -> tuple[MeetingPlan, ...]:
    """Read the meeting plans of a file.

    Raises
    ------
    BadRequest
        `not_a_plan`, or if the file can't be read or is not JSON.
    """
    document = read_document(path)
    try:
        return TypeAdapter(tuple[MeetingPlan, ...]).validate_python(document)
    except ValidationError as error:
        raise BadRequest("not_a_plan", path=path, coalition="–") from error
