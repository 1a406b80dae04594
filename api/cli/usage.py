"""What is wrong with a command as it was typed, in the language asked for.

Typer words it in English alone. Its classes are Click's, which Typer has had from a package
of that name and within itself, so they are known by what they have and say.
"""

import re
from typing import Any

import typer

from api.cli.help_pages import name_values
from api.cli.wording import tell
from models.text import Language, Text

SAID = (
    (r"No such option: (\S+?)\.? \(Possible options: (.+)\)", "usage_no_option_near"),
    (r"No such option: (\S+?)\.? Did you mean (.+)\?", "usage_no_option_near"),
    (r"No such option: (.+)", "usage_no_option"),
    (r"No such command '(.+)'\. Did you mean (.+)\?", "usage_no_command_near"),
    (r"No such command '(.+)'\.", "usage_no_command"),
    (r"Missing command\.", "usage_missing_command"),
    (r"Missing (?:argument|option|parameter) (.+?)\.(?: .*)?", "usage_missing"),
    (r"Option '(.+)' requires .+", "usage_needs_value"),
    (r"Option '(.+)' does not take a value\.", "usage_takes_no_value"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "usage_extra"),
    (r"(?:Value error, )?'?(.+?)'? is not one of (.+?)\.", "usage_not_one_of"),
    (r"(?:Input should be|.* is not) a valid integer.*", "usage_not_whole"),
    (r"(?:Input should be|.* is not) a valid (?:number|float).*", "usage_not_number"),
    (r"Input should be greater than or equal to (.+)", "usage_least"),
    (r".* is not in the range x>=(.+?)\.", "usage_least"),
    (r"Input should be less than or equal to (.+)", "usage_most"),
)
"""What Typer says, as it begins and ends, and the code of our own message."""

SHOWN = "NoArgsIsHelpError"
"""Raised where nothing is given: its message is the help."""


class Refused(typer.BadParameter):
    """What an option's own check says against its value, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def is_usage(error: Exception) -> bool:
    """Say whether an error is one of a command as it was typed."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def word_usage(error: Any, language: Language) -> str:
    """Give the lines that tell such an error: usage, the way to help, and what is wrong.

    Where nothing was given they are the help itself.
    """
    if type(error).__name__ == SHOWN:
        return str(error.format_message())
    context = getattr(error, "ctx", None)
    lines = []
    if context is not None:
        pieces = " ".join(context.command.collect_usage_pieces(context))
        usage = tell("usage").in_language(language)
        lines.append(f"{usage}: {context.command_path} {name_values(pieces, language)}")
        lines.append(tell("usage_help", command=context.command_path).in_language(language))
    told = _word(error, language)
    return "\n".join([*lines, tell("usage_error", told=told).in_language(language)])


def _word(error: Any, language: Language) -> str:
    """Give what is wrong."""
    own = getattr(error, "text", None)
    parameter, message = getattr(error, "param", None), error.format_message()
    message = (parameter and error.message) or message
    told = own.in_language(language) if isinstance(own, Text) else _find(message, language)
    if parameter is None or not error.message:
        return told or message
    option = " / ".join(parameter.opts) if parameter.opts else parameter.name
    if parameter.param_type_name == "argument":
        option = name_values(parameter.metavar or parameter.name.upper(), language)
    if variable := getattr(parameter, "envvar", None):
        option = f"{option} ({variable})"
    told = told or tell("usage_unfit").in_language(language)
    return tell("usage_bad_value", option=option, told=told).in_language(language)


def _find(message: str, language: Language) -> str | None:
    """Give our own words for what Typer says; None where we have none."""
    for pattern, code in SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            words = [name_values(group, language).replace("'", "") for group in found.groups()]
            told = dict(zip(("word", "other"), words, strict=False))
            return tell(code, **told).in_language(language)
    return None
