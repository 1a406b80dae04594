"""The OpenAPI 3.1 document: FastAPI's, with the shapes of problems and a front page."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from api.http.asking import FOR_EVERYBODY
from api.http.linking import add_links
from api.http.problems import MEDIA_TYPE, Problem
from api.http.responses import REF, restore_nulls
from models.proposals import STEERED, Proposal, Settings
from models.scores import ScoreSheet
from models.suggestions import Ranked, Suggestion

ANSWERS: tuple[type[BaseModel], ...] = (Problem, Proposal, Ranked, ScoreSheet, Suggestion)
DESCRIPTION = """\
Seasons in a store: what goes with them, what is run on them, and what comes of it. Whoever
asks signs in or sends a key (`Authorization: Bearer kk_…`); `koalition serve SEASON` serves
one organiser alone, on that organiser's own computer, without either.

Whatever goes wrong is answered with a problem document (RFC 9457,
`application/problem+json`) whose `code` is stable, also at addresses that do not exist (404)
and for methods that an address does not answer (405). `detail` follows `?lang=` or
`Accept-Language`, `sv` or `en`; `text` has both. Unknown keys and parameters are refused
(422). What is not there and what is not yours are the same: 404 `not_found`.

Lists come in parts: `items`, and `next`, which is the `cursor` of the part after. What can
be edited has an `ETag`, and a change says with `If-Match` which version it was made for.
Every POST takes an `Idempotency-Key`: the same order under the same key has one effect and
one answer, however often it is sent.
"""
TAGS = [
    {"name": "session", "description": "Who asks: signing in and out."},
    {"name": "seasons", "description": "Seasons and their states."},
    {"name": "people", "description": "Who organises a season, and what is one's own."},
    {"name": "audit", "description": "What happened, by whom and when."},
    {"name": "registrations", "description": "Organisations, by themselves."},
    {"name": "imports", "description": "Files into a season, as a plan, and out of it."},
    {"name": "actors", "description": "Who takes part."},
    {"name": "challenges", "description": "What coalitions gather around."},
    {"name": "ties", "description": "Who knows whom."},
    {"name": "rules", "description": "What coalitions must, and should, keep to."},
    {"name": "runs", "description": "What is computed: start, follow, take what came, cancel."},
    {"name": "proposals", "description": "What came of runs and boards; they never change."},
    {"name": "boards", "description": "Proposals changed by hand, by one or several at once."},
    {"name": "invitations", "description": "Who was offered which seat, and the answers."},
    {"name": "coalitions", "description": "What was published, and ways to mend it."},
    {"name": "meetings", "description": "Who sits with whom, when, and the agendas."},
    {"name": "words", "description": "What follows from the words: partners, rankings, scores."},
    {"name": "health", "description": "Whether the server lives and takes work."},
]

VERSIONS = r'^(\*|"[0-9]{1,18}")$'


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
        for item in document["paths"].values():
            for method, operation in item.items():
                _state_keys(operation, is_local=app.state.is_local)
                _leave_out_refusals(method, operation)
        add_links(document)
        if app.state.is_local:
            del document["components"]["securitySchemes"]
        app.openapi_schema = restore_nulls(document)
    return app.openapi_schema


def _state_keys(operation: dict[str, Any], *, is_local: bool) -> None:
    """State who need not sign in, and that a change must say of which version it is."""
    if is_local:
        operation.pop("security", None)
    elif operation["operationId"] in FOR_EVERYBODY:
        operation["security"] = [{}, *operation.get("security", ())]
    for parameter in operation.get("parameters", ()):
        if parameter["name"].lower() == "if-match":
            parameter["required"] = True
            parameter["schema"] = {"type": "string", "pattern": VERSIONS}


def _leave_out_refusals(method: str, operation: dict[str, Any]) -> None:
    """Leave out who is never refused: readings from other sites, and what everybody may."""
    refused = operation["responses"]["403"]
    examples = refused["content"][MEDIA_TYPE]["examples"]
    if method == "get":
        del examples["cross_site"]
    if operation["operationId"] in FOR_EVERYBODY or "health" in operation["tags"]:
        examples.pop("not_allowed", None)
    if not examples:
        del operation["responses"]["403"]


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
