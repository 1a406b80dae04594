"""Help in the language asked for: Typer's own, with our words and Swedish ones around it."""

import inspect
import re
from collections.abc import Callable
from typing import Any

from api.cli.language import spoken
from api.cli.wording import tell
from models.messages.help import HELP
from models.text import Language

NAMES = {
    "SEASON": "SÄSONG",
    "NEXT": "NÄSTA",
    "EMAIL": "EPOST",
    "SLUG": "KORTNAMN",
    "FOLDER": "MAPP",
    "DIR": "MAPP",
    "FILE": "FIL",
    "ACTOR": "AKTÖR",
    "COALITION": "KOALITION",
    "MEMBERS": "MEDLEMMAR",
    "ANSWERS": "SVAR",
    "ONE": "ETT",
    "OTHER": "ANNAT",
    "KIND": "SLAG",
    "NAME": "NAMN",
    "SIZES": "STORLEKAR",
    "MEETING": "TRÄFF",
    "DATE": "DATUM",
    "TIME": "TID",
    "URL": "ADRESS",
    "TEXT": "TEXT",
    "OPTIONS": "ALTERNATIV",
    "COMMAND": "KOMMANDO",
    "ARGS": "ARGUMENT",
    "<str>": "<text>",
    "<path>": "<sökväg>",
    "<int range>": "<heltal>",
    "<float>": "<tal>",
    "<float range>": "<tal>",
}
"""What stands for a value, in Swedish."""
WORD = re.compile(r"\b[A-Z]{3,}\b|<[a-z ]+>")
EXTRA = re.compile(r"  \[(.*)\]$", re.DOTALL)


def format_help(command: Any, context: Any, formatter: Any) -> None:
    """Write the help of a command or a group of them."""
    language = spoken()
    pieces = " ".join(command.collect_usage_pieces(context))
    usage = tell("usage").in_language(language)
    formatter.write_usage(context.command_path, name_values(pieces, language), f"{usage}: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(translate(command.help, language))
    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        if (record := parameter.get_help_record(context)) is not None:
            names, told = record
            said = _translate_record(parameter.help or "", told, language)
            rows[parameter.param_type_name].append((name_values(names, language), said))
    commands = [
        (name, translate(each.help, language).partition("\n\n")[0])
        for name, each in getattr(command, "commands", {}).items()
        if not each.hidden
    ]
    for title, section in (
        ("usage_arguments", rows["argument"]),
        ("usage_options", rows["option"]),
        ("usage_commands", commands),
    ):
        if section:
            with formatter.section(tell(title).in_language(language)):
                formatter.write_dl(section)


def translate(told: str | None, language: Language) -> str:
    """Give a text of help in a language; one of a package's own as it is."""
    plain = inspect.cleandoc(told or "")
    return HELP[plain].in_language(language) if plain in HELP else plain


def name_values(names: str, language: Language) -> str:
    """Give the words that stand for values in a language.

    Examples
    --------
    >>> name_values("--ban ACTOR[=COALITION]", Language.SV)
    '--ban AKTÖR[=KOALITION]'
    """
    if language is Language.EN:
        return names
    return WORD.sub(lambda found: NAMES.get(found[0], found[0]), names)


def _translate_record(own: str, told: str, language: Language) -> str:
    """Give what is said of an option, and what Typer adds between brackets."""
    added = EXTRA.search(told.removeprefix(own)) if told != own else None
    if added is None:
        return translate(own, language)
    parts = [_translate_part(part, language) for part in added[1].split("; ")]
    return f"{translate(own, language)}  [{'; '.join(parts)}]".strip()


def _translate_part(part: str, language: Language) -> str:
    heads: dict[str, Callable[[str], str]] = {
        "default: ": lambda rest: f"{tell('usage_default').in_language(language)}: {rest}",
        "env var: ": lambda rest: f"{tell('usage_variable').in_language(language)}: {rest}",
        "required": lambda rest: tell("usage_required").in_language(language) + rest,
    }
    for head, say_so in heads.items():
        if part.startswith(head):
            return say_so(part.removeprefix(head))
    return part
