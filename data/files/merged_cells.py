"""Cells that a spreadsheet shows as one: parted where it is certain what they say."""

from collections.abc import Sequence

from data.files.findings import Findings
from data.files.records import Corner, Record


def has_merged_headers(
    file: str, merged: Sequence[tuple[Corner, Corner]], header_row: int, findings: Findings
) -> bool:
    """Say whether headers can't be told apart, noting it."""
    for (top, left), (bottom, right) in merged:
        if top + 1 <= header_row <= bottom + 1 and left != right:
            shown = _show(top, left, bottom, right)
            findings.fault(file, top + 1, None, shown, "merged_headers", range=shown)
            return True
    return False


def part_merged(
    file: str,
    merged: Sequence[tuple[Corner, Corner]],
    body: Sequence[Record],
    places: dict[str, int],
    findings: Findings,
) -> set[int]:
    """Fill merged cells of one column down, noting it; refuse any others that have content.

    Parameters
    ----------
    file : str
        The file's name.
    merged : sequence of pairs of corners
        The ranges.
    body : sequence of Record
        The rows below the headers; their cells are filled in.
    places : dict of str to int
        Where each column stands.
    findings : Findings
        Takes faults and warnings.

    Returns
    -------
    set of int
        The rows whose cells can't be told apart.
    """
    rows = dict(body)
    names = {at: name for name, at in places.items()}
    end = body[-1][0] if body else 0
    unsure: set[int] = set()
    taken: set[Corner] = set()
    for (top, left), (bottom, right) in sorted(merged):
        first, last = top + 1, bottom + 1
        shown = _show(top, left, bottom, right)
        cells = rows.get(first, [])
        value = cells[left] if left < len(cells) else ""
        if not value:
            continue
        within = []
        for number in range(first, min(last, end) + 1):
            if (number, left) in taken:
                break
            taken.add((number, left))
            if left < len(rows.get(number, [])):
                within.append(number)
        if left == right:
            for number in within:
                rows[number][left] = value
            findings.warn(file, first, names.get(left), value, "merged_filled", range=shown)
        else:
            findings.fault(file, first, names.get(left), value, "merged_cells", range=shown)
            unsure.update(within)
    return unsure


def _show(top: int, left: int, bottom: int, right: int) -> str:
    """Give a range as a spreadsheet names it."""
    return f"{_to_letters(left)}{top + 1}:{_to_letters(right)}{bottom + 1}"


def _to_letters(position: int) -> str:
    """Give a column's letters from its position: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
