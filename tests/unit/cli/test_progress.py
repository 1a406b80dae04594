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
