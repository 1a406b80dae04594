"""Ties from `ties.csv`."""

from data.files.cells import RowReader
from data.files.columns import TIES
from data.files.directory import Directory
from data.files.findings import Findings
from data.files.headers import note_ignored
from data.files.tables import Table
from models.ties import Tie, TieKind

KINDS = {
    "know": TieKind.KNOW,
    "känner": TieKind.KNOW,
    "känner till": TieKind.KNOW,
    "collaborate": TieKind.COLLABORATE,
    "samarbetar": TieKind.COLLABORATE,
    "samarbete": TieKind.COLLABORATE,
    "met_in_coalition": TieKind.MET_IN_COALITION,
    "met in coalition": TieKind.MET_IN_COALITION,
    "möttes i koalition": TieKind.MET_IN_COALITION,
}
FIRST_YEAR, LAST_YEAR = 1000, 9999


def read_ties(table: Table, actors: Directory, findings: Findings) -> tuple[Tie, ...]:
    """Read every row, sorted by the two ids; a pair's first row counts.

    Parameters
    ----------
    table : Table
        The ties' table.
    actors : Directory
        Whom ties may name, by id or exact name.
    findings : Findings
        Takes faults and warnings.
    """
    note_ignored(table.file, table.header_row, table.columns, TIES, findings)
    ties: dict[tuple[str, str], Tie] = {}
    rows: dict[tuple[str, str], int] = {}
    for row in table.rows:
        cells = RowReader(table.file, row, findings)
        if not row.is_whole or (tie := _read_tie(cells, actors)) is None:
            continue
        pair = (tie.actor_a, tie.actor_b)
        if pair in ties:
            cells.warn("actor_b", "doubled_tie", row=rows[pair])
        else:
            ties[pair], rows[pair] = tie, row.number
    return tuple(ties[pair] for pair in sorted(ties))


def read_actor_id(cells: RowReader, column: str, actors: Directory) -> str | None:
    """Give the id of the actor that a cell names; None, mostly with a fault, if unknown."""
    word = cells.needed(column)
    if word is None:
        return None
    id_ = actors.find(word)
    if id_ is None and (trouble := actors.explain(word)):
        code, params = trouble
        cells.fault(column, code, **params)
    return id_


def _read_tie(cells: RowReader, actors: Directory) -> Tie | None:
    """Read one row; None where it is at fault."""
    one, other = (read_actor_id(cells, column, actors) for column in ("actor_a", "actor_b"))
    kind = cells.choice("kind", KINDS, TieKind.KNOW)
    since = cells.whole("since", default=0, least=FIRST_YEAR, most=LAST_YEAR)
    if one and one == other:
        cells.fault("actor_b", "tie_with_itself")
        return None
    if not (one and other) or kind is None or since is None:
        return None
    first, second = sorted((one, other))
    return Tie(actor_a=first, actor_b=second, kind=kind, since=since or None)
