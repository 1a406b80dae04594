"""Suggestions for names that lead nowhere."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from data.reference.names import fold

CUTOFF = 65.0
"""Similarity, 0 to 100, below which a name is no help to whoever misspelt another."""


def find_nearest(
    name: str, known: Iterable[str], limit: int = 3, cutoff: float = CUTOFF
) -> tuple[str, ...]:
    """Give the known names whose spelling is nearest, the nearest first.

    Parameters
    ----------
    name : str
        What was written.
    known : iterable of str
        The names that would have led somewhere; equals are ordered by name.
    limit : int
        Most names to give.
    cutoff : float
        Least similarity, 0 to 100.

    Examples
    --------
    >>> find_nearest("Malmo stad", ["Lund", "Malmö stad", "Malung"])
    ('Malmö stad',)
    """
    found = process.extract(
        fold(name),
        sorted(set(known)),
        scorer=fuzz.ratio,
        processor=fold,
        score_cutoff=cutoff,
        limit=limit,
    )
    return tuple(word for word, _, _ in found)
