"""What is wrong with a command as it was typed, and the words around help."""

from models.text import Text

MESSAGES: dict[str, Text] = {
    "usage": Text(sv="Användning", en="Usage"),
    "usage_arguments": Text(sv="Argument", en="Arguments"),
    "usage_options": Text(sv="Alternativ", en="Options"),
    "usage_commands": Text(sv="Kommandon", en="Commands"),
    "usage_error": Text(sv="Fel: {told}", en="Error: {told}"),
    "usage_default": Text(sv="förval", en="default"),
    "usage_variable": Text(sv="miljövariabel", en="env var"),
    "usage_required": Text(sv="krävs", en="required"),
    "usage_no_option": Text(sv="Alternativet {word} finns inte.", en="There is no option {word}."),
    "usage_no_option_near": Text(
        sv="Alternativet {word} finns inte. Menade du {other}?",
        en="There is no option {word}. Did you mean {other}?",
    ),
    "usage_no_command": Text(sv="Kommandot {word} finns inte.", en="There is no command {word}."),
    "usage_no_command_near": Text(
        sv="Kommandot {word} finns inte. Menade du {other}?",
        en="There is no command {word}. Did you mean {other}?",
    ),
    "usage_missing_command": Text(sv="Skriv ett kommando.", en="Write a command."),
    "usage_missing": Text(sv="{word} saknas.", en="{word} is missing."),
    "usage_needs_value": Text(
        sv="Alternativet {word} ska följas av ett värde.",
        en="Option {word} needs a value after it.",
    ),
    "usage_takes_no_value": Text(
        sv="Alternativet {word} tar inget värde.", en="Option {word} takes no value."
    ),
    "usage_extra": Text(
        sv="För många argument: {word}. Sätt namn med mellanslag inom citattecken.",
        en="Too many arguments: {word}. Put names with spaces between quotes.",
    ),
    "usage_bad_value": Text(sv="Värdet för {option}: {told}", en="The value of {option}: {told}"),
    "usage_not_one_of": Text(sv="{word} är inget av {other}.", en="{word} is none of {other}."),
    "usage_not_whole": Text(sv="Skriv ett heltal.", en="Write a whole number."),
    "usage_not_number": Text(sv="Skriv ett tal.", en="Write a number."),
    "usage_least": Text(sv="Skriv minst {word}.", en="Write at least {word}."),
    "usage_most": Text(sv="Skriv högst {word}.", en="Write at most {word}."),
    "usage_unfit": Text(sv="Det går inte att använda.", en="It can't be used."),
    "usage_not_positive": Text(
        sv="{value} är inget ändligt tal över 0.", en="{value} is not a finite number above 0."
    ),
}
