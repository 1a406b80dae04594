"""The OpenAPI 3.1 document: FastAPI's, with the whole vocabulary and a front page."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from api.http.problems import Problem
from api.http.responses import REF, restore_nulls
from api.http.schemas import Health, RunView, SeasonView
from models.proposals import STEERED, Proposal, Settings
from models.scores import ScoreSheet
from models.suggestions import Ranked, Suggestion

ANSWERS: tuple[type[BaseModel], ...] = (
    Health,
    Problem,
    Proposal,
    Ranked,
    RunView,
    ScoreSheet,
    SeasonView,
    Suggestion,
)
DESCRIPTION = """\
A preview of one season's folder, for its organiser on the organiser's own computer: there
are no accounts yet, so the server listens to this computer only.

Whatever goes wrong is answered with a problem document (RFC 9457,
`application/problem+json`) whose `code` is stable, also at addresses that do not exist (404)
and for methods that an address does not answer (405). Its words follow `?lang=` or
`Accept-Language`, `sv` or `en`. Unknown keys and parameters are refused (422). Orders from
other sites' pages are refused (403), and so is every name for the server but this
computer's own (400).
"""
TAGS = [
    {"name": "runs", "description": "The main job: start, follow, take the proposal, cancel."},
    {"name": "words", "description": "Suggestions, rankings and scores from the actors' words."},
    {"name": "season", "description": "The season as everybody may see it."},
    {"name": "health", "description": "Whether the server lives and takes work."},
]


class _AnswerSchema(GenerateJsonSchema):
    """Schemas of what is really answered: every key, whatever wraps its serializer."""

    def ser_schema(self, schema: Any) -> Any:
        """Look through serializers that only leave out keys."""
        return None if schema["type"] == "function-wrap" else super().ser_schema(schema)

    def field_is_required(self, field: Any, total: bool) -> bool:
        """State every key, since all but those of steering are written."""
        return True


def write_openapi(app: FastAPI) -> dict[str, Any]:
    """Give the document of an app, made at the first call."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            description=DESCRIPTION,
            routes=app.routes,
            tags=TAGS,
        )
        schemas = document["components"]["schemas"]
        schemas |= _schemas_of_answers()
        document["components"]["schemas"] = dict(sorted(schemas.items()))
        app.openapi_schema = restore_nulls(document)
    return app.openapi_schema


def _schemas_of_answers() -> dict[str, Any]:
    """Give the schemas of all answers and of what they hold."""
    _, schemas = models_json_schema(
        [(model, "serialization") for model in ANSWERS],
        ref_template=f"{REF}{{model}}",
        schema_generator=_AnswerSchema,
    )
    definitions: dict[str, Any] = schemas["$defs"]
    for model in (Proposal, Settings):
        definition = definitions[model.__name__]
        definition["required"] = [k for k in definition["required"] if k not in STEERED]
    return definitions
