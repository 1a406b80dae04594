"""Every sentence about agendas and dates is used, and says the same in both languages."""

import re
import string
from pathlib import Path

import pytest

from models.messages import MESSAGES, agendas, dates
from models.text import Text

ROOT = Path(__file__).parents[3]
FILES = (
    *(ROOT / "matcher" / "meetings").glob("*.py"),
    ROOT / "api" / "use_cases" / "plan_meetings.py",
    ROOT / "api" / "cli" / "commands" / "agendas.py",
    ROOT / "api" / "cli" / "commands" / "dates.py",
    ROOT / "data" / "files" / "agenda_files.py",
    ROOT / "data" / "files" / "agendas.py",
    ROOT / "models" / "clock.py",
)
NAMED_BY_KEY = re.compile(r"weekday_[0-6]|agenda_in_(sv|en)")
SOURCES = "\n".join(path.read_text("utf-8") for path in FILES)
TABLE = agendas.MESSAGES | dates.MESSAGES


@pytest.mark.parametrize("code", TABLE)
def test_every_message_is_used(code: str) -> None:
    assert NAMED_BY_KEY.fullmatch(code) or f'"{code}"' in SOURCES


def test_every_code_used_has_its_message() -> None:
    used = set(re.findall(r'"((?:agenda|dates|slot)_\w+)"', SOURCES))
    assert len(used) > 25
    assert used <= MESSAGES.keys()


@pytest.mark.parametrize("text", TABLE.values(), ids=TABLE)
def test_both_languages_name_the_same_places(text: Text) -> None:
    fields = [
        {field for _, field, _, _ in string.Formatter().parse(part) if field}
        for part in (text.sv, text.en)
    ]
    assert fields[0] == fields[1]
