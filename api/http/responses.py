"""Answers as the OpenAPI document states them: every one with its example."""

from typing import Any, TypeAlias

from pydantic import BaseModel

from api.http.examples.problems import AT, ERRORS
from api.http.problems import MEDIA_TYPE, Problem, to_problem
from models.text import Language

Answers: TypeAlias = dict[int | str, dict[str, Any]]

_NULL = "\0null"
REF = "#/components/schemas/"
ALWAYS = (
    "foreign_host",
    "bad_request",
    "not_signed_in",
    "cross_site",
    "not_allowed",
    "body_too_large",
    "invalid_request",
    "internal_error",
    "database_failed",
    "storage_full",
)
"""What any address may answer."""

ETAGGED: dict[str, Any] = {
    "headers": {
        "ETag": {
            "description": "The version, for `If-Match`.",
            "schema": {"type": "string"},
            "example": '"3"',
        }
    }
}


def located(read: str, parameter: str, *, has_version: bool = True) -> dict[str, Any]:
    """State an answer that tells where what was made is, and by which operation it is read."""
    where = {
        "description": "Address of what was made.",
        "schema": {"type": "string"},
        "example": "/api/v1/seasons/hosten-2026",
    }
    link = {"operationId": read, "parameters": {parameter: "$response.body#/id"}}
    versions = ETAGGED["headers"] if has_version else {}
    return {"headers": {"Location": where, **versions}, "links": {read: link}}


DESCRIPTIONS = {
    400: "The request can't be read, or is addressed to another server.",
    401: "Nobody is signed in, or the key is none.",
    403: "It may not be done, or the order came from another site.",
    404: "There is none, or it is not yours.",
    405: "The address does not answer this method.",
    409: "Not possible as things stand.",
    412: "Somebody else changed it meanwhile.",
    413: "More than is taken in at once.",
    422: "The request can't be used; the faults say where and why.",
    428: "The change does not say of which version.",
    429: "Asked too often.",
    500: "Something went wrong in the server.",
    503: "Not available right now.",
    507: "Storage is full; nothing was changed.",
}


def answers(
    examples: dict[int, object], *codes: str, extra: dict[int, dict[str, Any]] | None = None
) -> Answers:
    """State what an address answers.

    Parameters
    ----------
    examples : dict of int to JSON
        An example for each status that means success.
    codes : str
        The errors of its own, by code; those of every address are added.
    extra : dict, optional
        More about a status, such as headers.
    """
    stated: Answers = {status: _state("application/json", v) for status, v in examples.items()}
    for status, more in (extra or {}).items():
        stated[status] = {**stated.get(status, {}), **more}
    by_status: dict[int, dict[str, Any]] = {}
    for code in (*codes, *ALWAYS):
        problem = to_problem(ERRORS[code], Language.EN, AT)
        example = {"summary": problem.code, "value": mark_nulls(problem.model_dump(mode="json"))}
        by_status.setdefault(problem.status, {})[problem.code] = example
    for status, found in sorted(by_status.items()):
        content = {"schema": {"$ref": f"{REF}{Problem.__name__}"}, "examples": found}
        stated[status] = {
            "description": DESCRIPTIONS[status],
            "content": {MEDIA_TYPE: content},
        }
    return stated


def document_of(model: type[BaseModel], example: object) -> dict[str, Any]:
    """State an answer that is a document of the vocabulary, written by the server itself."""
    content = {"schema": {"$ref": f"{REF}{model.__name__}"}, "example": mark_nulls(example)}
    return {"content": {"application/json": content}}


def _state(media_type: str, example: object) -> dict[str, Any]:
    """State an answer by its example; FastAPI adds the schema."""
    return {"content": {media_type: {"example": mark_nulls(example)}}}


def mark_nulls(value: Any) -> Any:
    """Write null as a mark, since FastAPI drops every key whose value is null."""
    return _replace(value, None, _NULL)


def restore_nulls(value: Any) -> Any:
    """Write the marks of a whole document as null again."""
    return _replace(value, _NULL, None)


def _replace(value: Any, old: Any, new: Any) -> Any:
    """Put one value in the place of another, at every depth."""
    if isinstance(value, dict):
        return {key: _replace(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replace(inner, old, new) for inner in value]
    return new if value == old else value
