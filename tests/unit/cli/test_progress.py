"""What is left of a stage is told by its own pace."""

import pytest

from api.cli.progress import Terminal
from models.text import Language


def test_what_was_done_before_a_stage_began_does_not_count(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = [0.0]
    terminal = Terminal(Language.EN, lambda: now[0])
    for passed, done in ((100.0, 0), (200.0, 90), (210.0, 95)):
        now[0] = passed
        terminal.report("stage_seats" if done == 0 else "stage_embedding", done, 100)
    first, begun, last = capsys.readouterr().err.splitlines()
    assert "left" not in first
    assert "90/100" in begun and "left" not in begun
    assert "95/100, about 10 s left" in last


@pytest.mark.parametrize(
    ("language", "told"), [(Language.SV, "(5,89\u00a0%)"), (Language.EN, "(5.89%)")]
)
def test_the_gap_is_written_as_the_language_writes_numbers(
    capsys: pytest.CaptureFixture[str], language: Language, told: str
) -> None:
    now = [0.0]
    terminal = Terminal(language, lambda: now[0])
    now[0] = 10.0
    terminal.report("stage_improving", 0, 1, gap=0.0589)
    assert told in capsys.readouterr().err
