"""What a program needs before it calls the engine: a season of its rows, and its words read.

See `docs/library.md`.
"""

import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from data.files.rows import RowMapping, read_rows
from models.errors import InputError
from models.ports.progress import Progress, Silence
from models.seasons import Season
from models.text import Language

if TYPE_CHECKING:
    from matcher.embedding.port import Embedder
    from matcher.embedding.reading import Reading


class InputWarning(UserWarning):
    """Something odd in a season's rows: the rows, and how they were read."""


MOST_NOTES = 10
"""Faults that a traceback tells."""


def make_season(
    actors: Iterable[RowMapping],
    challenges: Iterable[RowMapping],
    ties: Iterable[RowMapping] = (),
    settings: RowMapping | None = None,
) -> Season:
    """Make a validated season of rows, such as `frame.to_dict("records")` gives.

    Parameters
    ----------
    actors, challenges, ties : iterable of mappings
        With the columns of the files of a season, in English or Swedish; `None`, NaN and ""
        are missing values, a list is a cell with several.
    settings : mapping, optional
        What `season.toml` would state: name, weights, balance, rules, effort, seed, ….

    Returns
    -------
    Season
        The same as a folder with the same content. It holds no addresses: a column `email`
        is left out here, and `data.files.rows.read_rows` gives it apart as `people`.

    Raises
    ------
    InputError
        With every fault at once, each with row (the first mapping is row 2), column, value
        and what mends it; a traceback tells the first ten.
    TypeError
        Where something else is given than rows that are mappings, such as a data frame.

    Warns
    -----
    InputWarning
        Of each cause of doubt that a folder's `check` tells of, once.
    """
    from api.cli.fault_lines import lines_of
    from matcher.constraints.registry import check_rule
    from matcher.criteria.registry import CRITERIA

    actors = _insist_on_rows("actors", actors)
    challenges = _insist_on_rows("challenges", challenges)
    ties = _insist_on_rows("ties", ties)
    if not (settings is None or isinstance(settings, Mapping)):
        raise TypeError("settings: give a mapping, such as {'name': 'Autumn', 'seed': 1}")
    try:
        read = read_rows(
            actors, challenges, ties, settings, check_rule=check_rule, criteria=CRITERIA
        )
    except InputError as error:
        for fault in error.faults[:MOST_NOTES]:
            place = f"{fault.file}, row {fault.row}, {fault.column}: {fault.value!r}"
            error.add_note(f"{place}: {fault.mend.en}")
        raise
    for line in lines_of(read.warnings, Language.EN):
        warnings.warn(line, InputWarning, stacklevel=2)
    return read.season


def _insist_on_rows(name: str, rows: Iterable[RowMapping]) -> list[RowMapping]:
    """Give rows as a list; a data frame, one row alone and other things are refused."""
    is_table = isinstance(rows, Mapping) or hasattr(rows, "to_dict")
    listed = [] if is_table else list(rows)
    if is_table or not all(isinstance(row, Mapping) for row in listed):
        raise TypeError(
            f"{name}: give a list with one mapping for each row; of a data frame "
            'frame.to_dict("records")'
        )
    return listed


def read(
    season: Season, embedder: "Embedder | None" = None, progress: Progress | None = None
) -> "Reading":
    """Read a season's words, which all verbs but `plan` need.

    Parameters
    ----------
    embedder : Embedder, optional
        The installation's model where none is given, with its vectors cached on disk.
    progress : Progress, optional
        Hears how many texts are read, and can ask to stop.

    Raises
    ------
    ModelMissing
        If the model is not at hand.
    Cancelled
        If `progress` asks to stop.
    """
    from api.bootstrap import Installation
    from matcher.embedding.reading import read_words

    model = Installation().open_embedder() if embedder is None else embedder
    return read_words(season, model, progress or Silence())
