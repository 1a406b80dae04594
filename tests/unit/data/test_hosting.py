"""`[organiser]` and `[meetings]`: who holds a season, and where its meetings are."""

import base64
from pathlib import Path

import pytest

from api.bootstrap import Installation
from data.files.hosting import MOST_LOGO_BYTES
from models.errors import InputError
from models.hosts import NO_HOST, Host, say_host
from tests.kit.workbooks import to_csv

PNG = b"\x89PNG\r\n\x1a\n"
STATED = """\
[organiser]
name = "Möte &  Co"
contact = "Kim, 010-123"
logo = "märke.PNG"
[meetings]
place = "Folkets hus"
link = "https://example.org/a?b=1"
"""
ACTORS = [
    ["namn", "sektor", "ort", "beskrivning"],
    ["Alfa", "kommun", "Malmö", "Alfa does things with young people"],
    ["Beta", "företag", "Lund", "Beta studies other things at work"],
]
CHALLENGES = [["id", "title", "description", "size"], ["c", "Vad?", "Vad gör vi?", "12"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actors.csv").write_text(to_csv(ACTORS), "utf-8")
    (tmp_path / "challenges.csv").write_text(to_csv(CHALLENGES), "utf-8")
    (tmp_path / "märke.PNG").write_bytes(PNG)
    return tmp_path


def faults_of(folder: Path, toml: str) -> list[tuple[int | None, str | None, str]]:
    (folder / "season.toml").write_text(toml, "utf-8")
    with pytest.raises(InputError) as caught:
        Installation().open_season(folder)
    return [(fault.row, fault.column, fault.code) for fault in caught.value.faults]


def test_host_is_read_beside_the_season_and_changes_no_proposal(folder: Path) -> None:
    bare = Installation().open_season(folder)
    assert bare.host == NO_HOST
    (folder / "season.toml").write_text(STATED, "utf-8")
    read = Installation().open_season(folder)
    assert read.host == Host(
        name="Möte & Co",
        contact="Kim, 010-123",
        logo=f"data:image/png;base64,{base64.b64encode(PNG).decode()}",
        place="Folkets hus",
        link="https://example.org/a?b=1",
    )
    told = say_host(read.host)
    assert told is not None
    assert told.sv == "Arrangör: Möte & Co, Kim, 010-123"
    assert read.season == bare.season


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('organiser = "Vi"', (1, "organiser", "not_a_section")),
        ('[organiser]\nnam = "Vi"', (2, "nam", "unknown_setting")),
        ('[organiser]\nemail = "a@b.se"', (2, "email", "unknown_setting")),
        ("[organiser]\ncontact = 10", (2, "contact", "not_text")),
        ('[organiser]\nlogo = "finns.png"', (2, "logo", "logo_unreadable")),
        ('[organiser]\nlogo = "../m.png"', (2, "logo", "logo_unreadable")),
        ('[organiser]\nlogo = "/etc/m.png"', (2, "logo", "logo_unreadable")),
        ('[organiser]\nlogo = "stor.png"', (2, "logo", "logo_too_large")),
        ('[organiser]\nlogo = "m.pdf"', (2, "logo", "logo_of_another_kind")),
        ('[meetings]\nlink = "javascript:alert(1)"', (2, "link", "link_not_address")),
        ('[[meetings]]\nplace = "A"', (1, "meetings", "not_a_section")),
    ],
)
def test_what_cannot_be_used_is_a_fault_at_its_line(
    folder: Path, toml: str, fault: tuple[int | None, str | None, str]
) -> None:
    (folder / "stor.png").write_bytes(bytes(MOST_LOGO_BYTES + 1))
    assert faults_of(folder, toml) == [fault]
