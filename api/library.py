"""What a program needs before it calls the engine: a season of its rows, and its words read.

See `docs/library.md`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.files.rows import RowMapping, read_rows
from models.errors import InputError
from models.ports.progress import Progress, Silence
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.embedding.port import Embedder
    from matcher.embedding.reading import Reading

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
    """
    from matcher.constraints.registry import check_rule
    from matcher.criteria.registry import CRITERIA

    try:
        read = read_rows(
            actors, challenges, ties, settings, check_rule=check_rule, criteria=CRITERIA
        )
    except InputError as error:
        for fault in error.faults[:MOST_NOTES]:
            place = f"{fault.file}, row {fault.row}, {fault.column}: {fault.value!r}"
            error.add_note(f"{place}: {fault.mend.en}")
        raise
    return read.season


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
