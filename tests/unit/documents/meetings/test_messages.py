"""Every text of meetings' files exists in both languages, and every one is used."""

import re
import string
from pathlib import Path

import api
from data import files as exchange
from models import clock, hosts
from models.messages import MESSAGES
from models.messages.meeting_files import MESSAGES as TABLE
from models.ties import TieKind

FAMILIES = {"sheet": list(TieKind)}


def read_sources() -> str:
    edge = Path(api.__path__[0])
    folders = (edge / "documents" / "meetings", edge / "show")
    data = Path(exchange.__path__[0]).glob("*calendar*.py")
    own = [path for folder in folders for end in ("py", "j2") for path in folder.rglob(f"*.{end}")]
    files = [*own, *data, Path(clock.__file__), Path(hosts.__file__)]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


def test_every_code_used_has_its_message() -> None:
    used = set(re.findall(r'"((?:meet|sheet|calendar)_\w+)"', read_sources()))
    families = {re.sub(r"_(one|many)$", "", code) for code in MESSAGES} | MESSAGES.keys()
    assert len(used) > 50
    assert used <= families
    for prefix, keys in FAMILIES.items():
        assert {f"{prefix}_{key}" for key in keys} <= MESSAGES.keys()


def test_every_message_is_used() -> None:
    from api.documents.meetings.tables import AGENDA_COLUMNS, PAIR_COLUMNS, ROOM_COLUMNS

    sources = read_sources()
    named = {f"{prefix}_{key}" for prefix, keys in FAMILIES.items() for key in keys}
    columns = (*ROOM_COLUMNS, *AGENDA_COLUMNS, *PAIR_COLUMNS)
    named |= {f"meet_column_{column}" for column in columns}
    unused = [
        code
        for code in TABLE.keys() - named
        if not re.search(rf'"{code}"|"{re.sub("_(one|many)$", "", code)}"', sources)
    ]
    assert unused == []


def test_both_languages_name_the_same_places() -> None:
    for code, text in TABLE.items():
        fields = [
            sorted(field for _, field, _, _ in string.Formatter().parse(part) if field is not None)
            for part in (text.sv, text.en)
        ]
        assert fields[0] == fields[1], code
        assert text.sv.strip() and text.en.strip()
