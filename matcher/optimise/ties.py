"""Ties by actor in compiled loops: for each actor, whom it is tied to."""

from scipy.sparse import csr_array

from matcher.core.arrays import Ints
from matcher.optimise.compiling import inner


def compress(tied: csr_array) -> tuple[Ints, Ints]:
    """Give where each actor's ties begin, and the ties."""
    return tied.indptr.astype("int64"), tied.indices.astype("int64")


@inner(forceinline=True)
def is_tied(start, to, a, b):  # type: ignore[no-untyped-def]
    """Say whether two actors are tied."""
    for k in range(start[a], start[a + 1]):  # noqa: SIM110 (any() does not compile)
        if to[k] == b:
            return True
    return False
