"""The faults of a request as the faults of a file: where, what, and what mends it."""

from collections.abc import Sequence
from typing import Any

from api.errors import name_file
from models.errors import GIVEN, Fault
from models.messages import say

SHOWN = 80
"""Characters of a faulty value that are given back."""

CODES = {
    "missing": "value_missing",
    "extra_forbidden": "key_unknown",
    "json_invalid": "body_not_json",
    "enum": "value_not_among",
    "literal_error": "value_not_among",
    "greater_than_equal": "value_too_small",
    "too_short": "value_too_short",
    "string_too_short": "value_too_short",
    "int_type": "value_not_integer",
    "int_parsing": "value_not_integer",
    "int_parsing_size": "value_not_integer",
    "int_from_float": "value_not_integer",
    "float_type": "value_not_number",
    "float_parsing": "value_not_number",
    "finite_number": "value_not_number",
    "bool_type": "value_not_boolean",
    "bool_parsing": "value_not_boolean",
    "string_type": "value_not_text",
    "list_type": "value_not_list",
    "tuple_type": "value_not_list",
    "dict_type": "value_not_object",
    "model_type": "value_not_object",
    "model_attributes_type": "value_not_object",
}
"""Pydantic's kinds of error by our code; any other is `value_unusable`."""


def to_faults(errors: Sequence[Any]) -> tuple[Fault, ...]:
    """Give pydantic's errors as faults, in their order."""
    return tuple(_to_fault(error) for error in errors)


def fault_at(part: str, way: str, value: str | None, code: str, **params: object) -> Fault:
    """Give the fault of one value: the part of the request, and the way to it therein."""
    shown = None if value is None else value[:SHOWN]
    return Fault(file=part, column=way or None, value=shown, code=code, mend=say(code, **params))


def place(part: str, fault: Fault) -> Fault:
    """Give a fault of what was given as one in a part of the request, or of the season's file."""
    fault = name_file(fault)
    if fault.file != GIVEN:
        return fault
    value = fault.value
    return fault.evolve(file=part, value=value and value[:SHOWN])


def _to_fault(error: dict[str, Any]) -> Fault:
    """Give one of pydantic's errors as a fault."""
    kind, context = str(error["type"]), error.get("ctx") or {}
    part, *way = error["loc"]
    if kind == "json_invalid":
        way = []  # pydantic gives the position of the character, which is no way to a value
    given = error.get("input")
    return fault_at(
        str(part),
        ".".join(map(str, way)),
        str(given) if isinstance(given, str | int | float) else None,
        CODES.get(kind, "value_unusable"),
        known=str(context.get("expected", "")).replace(" or ", ", "),
        least=context.get("ge", ""),
    )
