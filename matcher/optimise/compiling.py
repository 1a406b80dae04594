"""How the search's loops are compiled."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Bytes = NDArray[np.int8]
SETTINGS: Any = {"nopython": True, "_nrt": False}
INLINED: Any = {**SETTINGS, "forceinline": True}


def compiled(**options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Compile without the interpreter's lock, and without counting references to arrays.

    Functions so compiled may not make arrays. Counting references to the some sixty
    arrays of a search at every call takes ten times as long as pricing a move.
    """
    settings: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False, **options}
    decorate: Callable[[Callable[..., Any]], Callable[..., Any]] = njit(**settings)
    return decorate
