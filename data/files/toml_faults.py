"""What is wrong with a TOML file, in words for people who write one now and then."""

import re
from collections.abc import Iterator

from data.files.findings import Findings
from models.messages import say
from models.text import Text

STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
COMMENT = re.compile(r"#.*")
CURLY = re.compile("[“”„‟«»″‘’‚‹›´`]")
DECIMAL_COMMA = re.compile(r"=\s*([+-]?\d+),(\d+)\s*$")
YES_NO = re.compile(r"=\s*(?:true|false|sant|falskt|ja|nej|yes|no)\s*$", re.IGNORECASE)
WORDS = re.compile(r"=\s*[^\W\d][^=\[\]{}\"']*$")
RIGHT_YES_NO = re.compile(r"=\s*(?:true|false)\s*$")
NUMBER_WORDS = re.compile(r"=\s*(?:inf|nan)\s*$")
REASONS = {
    "overwrite": "toml_doubled",
    "Cannot declare": "toml_doubled",
    "Unterminated string": "toml_string",
    "Illegal character": "toml_string",
    "Expected '='": "toml_equals",
    "Expected newline": "toml_rest",
    "Unclosed array": "toml_list",
    "Invalid statement": "toml_statement",
    "Invalid value": "toml_value",
}
"""What the parser says, and what is said of it."""


def note_toml_faults(
    file: str, text: str, line: int | None, reason: str, findings: Findings
) -> None:
    """Note each line that is no TOML for a cause that people meet, else where parsing ended.

    Parameters
    ----------
    file, text : str
        The file's name and its text.
    line : int, optional
        Where the parser stopped.
    reason : str
        What it said, in English.
    findings : Findings
        Takes the faults.
    """
    named = list(_name_lines(text))
    for number, written, code, mend in named:
        findings.fault_in_words(file, number, None, written, code, mend)
    if not named or line not in {number for number, *_ in named}:
        code = next((code for start, code in REASONS.items() if start in reason), "toml_other")
        findings.fault(file, line, None, None, "bad_toml", reason=say(code))


def _name_lines(text: str) -> Iterator[tuple[int, str, str, Text]]:
    """Give number, text, code and mend of lines with a cause that has a name."""
    is_within = False
    for number, line in enumerate(text.split("\n"), start=1):
        marks = line.count('"""') + line.count("'''")
        if not is_within and not marks and (named := _name_cause(line)):
            yield (number, line.strip(), *named)
        is_within ^= marks % 2 == 1


def _name_cause(line: str) -> tuple[str, Text] | None:
    """Give code and mend of what is wrong with a line, where it has a name."""
    bare = COMMENT.sub("", STRING.sub('""', line)).rstrip()
    if CURLY.search(bare):
        return "curly_quotes", say("curly_quotes")
    if found := DECIMAL_COMMA.search(bare):
        return "decimal_comma", say("decimal_comma", meant=f"{found[1]}.{found[2]}")
    if YES_NO.search(bare):
        return None if RIGHT_YES_NO.search(bare) else ("toml_yes_no", say("toml_yes_no"))
    if WORDS.search(bare) and not NUMBER_WORDS.search(bare):
        return "unquoted_text", say("unquoted_text")
    return None
