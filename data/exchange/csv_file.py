"""Tables out to a CSV file that spreadsheets open as it is meant."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.exchange.findings import Findings
from data.exchange.workbook import FORMULA_STARTS


def to_csv(rows: Iterable[Sequence[str]]) -> str:
    r"""Write rows with semicolons; what looks like a formula gets an apostrophe before it.

    Examples
    --------
    >>> to_csv([("kort", "text"), ("1", "=1+1")])
    "kort;text\n1;'=1+1\n"
    """
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\n")
    table.writerows([_tame(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write rows to a file, as `to_csv` gives them, with a BOM so that åäö stay what they are.

    Raises
    ------
    InputError
        With `unwritable_file` where the file can't be written.
    """
    content = to_csv(rows)
    try:
        path.write_text(content, encoding="utf-8-sig", newline="")
    except OSError:
        findings = Findings()
        findings.fault(path.name, None, None, None, "unwritable_file")
        findings.stop_if_faulty()


def _tame(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
