"""What the commands print: results to stdout, progress and errors to stderr."""

import json
from collections.abc import Mapping
from typing import Any

import typer

from api.cli.fault_lines import lines_of
from api.cli.wording import tell, word_error, word_fault
from api.errors import BAD_INPUT as BAD_INPUT
from api.errors import CONFLICT as CONFLICT
from api.errors import DISAGREES as DISAGREES
from api.errors import OTHER as OTHER
from api.errors import outcome_of
from models.canonical import Json
from models.errors import InputError, KoalitionError
from models.text import Language, Text


def print_text(text: Text, language: Language, *, err: bool = False) -> None:
    """Print a sentence in the language asked for."""
    typer.echo(text.in_language(language), err=err)


def print_json(document: Json) -> None:
    """Print a result as JSON."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def dump(value: Any) -> Json:
    """Give a vocabulary object as JSON types."""
    return value.model_dump(mode="json", by_alias=True)


def fail(
    error: KoalitionError, language: Language, arguments: Mapping[str, object]
) -> "typer.Exit":
    """Print an error of a command with these arguments, and give the exit that belongs to it."""
    print_text(word_error(error, arguments), language, err=True)
    if isinstance(error, InputError):
        for line in lines_of(map(word_fault, error.faults), language):
            typer.echo(line, err=True)
    return typer.Exit(outcome_of(error).exit_code)


def stop(message: str, language: Language, code: int, **params: object) -> "typer.Exit":
    """Print a message and give an exit."""
    print_text(tell(message, **params), language, err=True)
    return typer.Exit(code)
