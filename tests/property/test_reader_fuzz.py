"""Mangled season files: a whole season or clear faults, and never anything else.

`KOALITION_FUZZ_EXAMPLES` sets the length; `python -m benchmarks.fuzz_reader` runs longer.
"""

import faulthandler
import os
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.kit import mangling
from tests.kit.record_counts import count_rows
from tests.kit.workbooks import make_workbook

EXAMPLES = int(os.environ.get("KOALITION_FUZZ_EXAMPLES", "500"))
"""Seeds, from 0 on: about half a minute's worth, in which every kind of mangling comes."""
LONGEST_S = 60
"""Of one example: far above any that reads, and below a hang."""
FEWEST = 8
"""Files of each kind."""
OF_TABLES = ("change_cells", "frame", "make_ods", "mangle_workbook", "mangle_part")
OF_PARTS = ("swap_digits", "swap_attributes")
OF_BYTES = tuple(mangle.__name__ for mangle in mangling.MANGLES)


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often each kind of mangling has its hand in a file."""
    found: Counter[str] = Counter()

    def count(mangle: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any) -> Any:
            found[mangle.__name__] += 1
            return mangle(*arguments)

        return counting

    for name in (*OF_TABLES, *OF_PARTS):
        monkeypatch.setattr(mangling, name, count(getattr(mangling, name)))
    monkeypatch.setattr(mangling, "MANGLES", tuple(map(count, mangling.MANGLES)))
    return found


def test_a_mangled_season_is_read_whole_or_refused_with_faults(kinds: Counter[str]) -> None:
    outcomes: Counter[str] = Counter()
    for seed in range(EXAMPLES):
        faulthandler.dump_traceback_later(LONGEST_S, exit=True)
        try:
            outcomes[mangling.check_reading(seed)] += 1
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
        finally:
            faulthandler.cancel_dump_traceback_later()
    assert outcomes.keys() == {"season", "faults"}
    assert {kind for kind, times in kinds.items() if times >= FEWEST} == {
        *(*OF_TABLES, *OF_PARTS, *OF_BYTES)
    }


def test_rows_are_counted_without_the_reader() -> None:
    rows = [["a", "b"], ["", " "], ["x, y", 'q"\n'], ["", 3]]
    assert count_rows("t.xlsx", make_workbook({"A": rows})) == 3
    text = 'a;b\r\n\r\n;" "\r"x\n\n"";y";5" z\n;3'
    assert count_rows("t.csv", text.encode("utf-16")) == 3
