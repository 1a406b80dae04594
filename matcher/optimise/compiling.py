"""How the search's loops are compiled."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.core.loops import loop

Bytes = NDArray[np.int8]
SETTINGS: Any = {"nopython": True, "_nrt": False}
INLINED: Any = {**SETTINGS, "forceinline": True}


def compiled(**options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Compile without the interpreter's lock, and without counting references to arrays.

    Functions so compiled may not make arrays. Counting references to the some sixty
    arrays of a search at every call takes ten times as long as pricing a move.
    """
    decorate: Callable[[Callable[..., Any]], Callable[..., Any]] = loop(
        **{"nogil": True, "_nrt": False, **options}
    )
    return decorate


def inner(**options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Compile likewise what only other loops call, without a way in from Python.

    Taking a search's arrays out of Python's objects is most of what there is to compile.
    """
    return compiled(no_cpython_wrapper=True, no_cfunc_wrapper=True, **options)
