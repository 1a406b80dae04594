"""A season from rows in memory, such as a data frame's, by the same checks as its files."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from data.files import columns
from data.files.columns import Column, find_column, name_headers
from data.files.findings import Findings
from data.files.hosting import read_host
from data.files.own_words import read_own_words
from data.files.reading import SeasonFile, Sources, make_season
from data.files.records import Records
from data.files.rules import RuleCheck
from data.files.spreadsheets import to_text
from data.files.tables import Table, to_table
from data.files.toml_file import TomlFile
from data.reference.gazetteer import Gazetteer, load_gazetteer

TABLES = {"actors": columns.ACTORS, "challenges": columns.CHALLENGES, "ties": columns.TIES}

RowMapping = Mapping[str, object]
"""One row: column name, in English or Swedish, to value."""


def read_rows(
    actors: Iterable[RowMapping],
    challenges: Iterable[RowMapping],
    ties: Iterable[RowMapping] = (),
    settings: RowMapping | None = None,
    *,
    check_rule: RuleCheck,
    criteria: Collection[str],
    gazetteer: Gazetteer | None = None,
) -> SeasonFile:
    """Make a validated season of rows.

    Parameters
    ----------
    actors, challenges, ties : iterable of mappings
        Rows with the columns of `actors.csv`, `challenges.csv` and `ties.csv`; rows may lack
        columns. A missing value is None, NaN or an empty text; a list is a cell with several
        values; other columns are kept as attributes of actors.
    settings : mapping, optional
        What `season.toml` would state.
    check_rule : RuleCheck
        Judges the meaning of each rule.
    criteria : collection of str
        The criteria that this version has.
    gazetteer : Gazetteer, optional
        Knows the places; the bundled one by default.

    Raises
    ------
    InputError
        With every fault at once; its files are `actors`, `challenges`, `ties` and `season`,
        and its rows count as a spreadsheet's do, so that the first mapping is row 2.
    """
    findings = Findings()
    listed = list(ties)
    stated = None if settings is None else TomlFile("season", _plain(settings), {})
    own = read_own_words(stated, findings)
    known = {name: own.known(table) for name, table in TABLES.items()}
    sources = Sources(
        actors=to_row_table("actors", actors, known["actors"], findings),
        challenges=to_row_table("challenges", challenges, known["challenges"], findings),
        settings=stated,
        own=own,
        read_ties=lambda: to_row_table("ties", listed, known["ties"], findings) if listed else None,
        name="season",
        host=read_host(stated, None, findings),
    )
    return make_season(sources, check_rule, criteria, gazetteer or load_gazetteer(), findings)


def to_row_table(
    file: str, rows: Iterable[RowMapping], known: Sequence[Column], findings: Findings
) -> Table | None:
    """Lay rows out under all their columns, in the order in which they first come."""
    listed = [_name_cells(row, known) for row in rows]
    headers = list(dict.fromkeys(key for row in listed for key in row))
    records = [(1, headers)] if headers else []
    for number, cells in enumerate(listed, start=2):
        if any(cells.values()):
            records.append((number, [cells.get(header, "") for header in headers]))
    return to_table(file, Records(records), known, findings)


def _name_cells(row: RowMapping, known: Sequence[Column]) -> dict[str, str]:
    """Give a row's cells by their columns' English names: rows may be in either language.

    A second column of the same meaning in one row keeps its header, to be refused.
    """
    cells: dict[str, str] = {}
    keys = [str(key) for key in row]
    for key, name, value in zip(keys, name_headers(keys, known), row.values(), strict=True):
        is_known = find_column(name, known) is not None and name not in cells
        cells[name if is_known else key] = _to_cell(value)
    return cells


def _to_cell(value: object) -> str:
    """Give a value as a table's cell would have it.

    Examples
    --------
    >>> _to_cell(2.0), _to_cell(float("nan")), _to_cell(["sv", "en"]), _to_cell(True)
    ('2', '', 'sv;en', 'yes')
    """
    if isinstance(value, str):
        return to_text(value)
    if isinstance(value, list | tuple | set | frozenset):
        cells = [_to_cell(each) for each in value]
        return ";".join(cells if isinstance(value, list | tuple) else sorted(cells))
    item = getattr(value, "item", None)
    plain = item() if callable(item) else value
    if plain is None or type(plain).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(plain, float) and plain != plain:
        return ""
    if isinstance(plain, bool | int | float):
        return to_text(plain)
    return to_text(str(plain))


def _plain(settings: RowMapping) -> dict[str, object]:
    """Give settings as reading a file would: dicts and lists all the way."""
    return {str(key): _plain_value(value) for key, value in settings.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_plain_value(each) for each in value]
    return value
