"""Names that stand beside ids, for whoever reads the table: they must be of the same."""

from data.files.cells import RowReader
from data.files.csv_files import guard
from data.reference.appearance import see


def check_beside(cells: RowReader, column: str, name: str) -> None:
    """Note a row whose id and name are of two: one was changed, or sorted, without the other."""
    if see(cells.text(column)) not in ("", see(name), see(str(guard(name)))):
        cells.fault(column, "other_name", name=name)


def choose_cell(cells: RowReader, column: str, beside: str) -> str:
    """Give the column that names somebody: that of the name where the id is left empty."""
    return beside if cells.text(beside) and not cells.text(column) else column
