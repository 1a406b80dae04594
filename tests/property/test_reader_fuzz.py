"""Mangled season files: a whole season or clear faults, and never anything else.

`KOALITION_FUZZ_EXAMPLES` sets the length; `python -m benchmarks.fuzz_reader` runs longer.
"""

import os
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit.mangling import check_reading
from tests.kit.record_counts import count_rows
from tests.kit.workbooks import make_workbook

EXAMPLES = int(os.environ.get("KOALITION_FUZZ_EXAMPLES", "3000"))
"""About a minute's worth."""
LONGEST = timedelta(seconds=20)
"""Of one example: far above any that reads, and below a hang."""
OUTCOMES = {"season", "faults"}


@settings(max_examples=EXAMPLES, deadline=LONGEST, derandomize=True, database=None)
@given(st.integers(0, 2**32 - 1))
def test_a_mangled_season_is_read_whole_or_refused_with_faults(seed: int) -> None:
    assert check_reading(seed) in OUTCOMES


def test_mangled_seasons_come_to_both_ends() -> None:
    assert {check_reading(seed) for seed in range(40)} == OUTCOMES


def test_rows_are_counted_without_the_reader() -> None:
    rows = [["a", "b"], ["", " "], ["x, y", 'q"\n'], ["", 3]]
    assert count_rows("t.xlsx", make_workbook({"A": rows})) == 3
    text = 'a;b\r\n\r\n;" "\r"x\n\n"";y";5" z\n;3'
    assert count_rows("t.csv", text.encode("utf-16")) == 3
