"""How much memory things take, near enough to bound what is kept."""

import sys
from collections.abc import Mapping, Sequence, Set
from enum import Enum
from itertools import islice
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import numpy as np

MOST_LOOKED_AT = 50
"""Of a longer row of like things so many are looked at, evenly spread; the rest is as they are."""
OUTSIDE = (type, ModuleType, FunctionType, MethodType, BuiltinFunctionType, Enum)
PLAIN = (str, bytes, int, float, bool, type(None))


def weigh_parts(*things: object) -> dict[int, int]:
    """Give the bytes that each thing adds to those before it, by the thing's `id`.

    Examples
    --------
    >>> import numpy as np
    >>> shared = np.zeros(1000)
    >>> first, second = [shared], (shared, np.zeros(10))
    >>> weights = weigh_parts(first, second)
    >>> weights[id(first)] > 8000 > weights[id(second)]
    True
    """
    seen: set[int] = set()
    return {id(thing): _weigh_new(thing, seen) for thing in things}


def _weigh_new(thing: object, seen: set[int]) -> int:
    """Weigh what was not seen before of a thing and of all that it leads to."""
    if thing is None or id(thing) in seen or isinstance(thing, OUTSIDE):
        return 0
    seen.add(id(thing))
    if isinstance(thing, np.ndarray):
        if thing.dtype != object:
            return sys.getsizeof(thing) if thing.base is None else _weigh_new(thing.base, seen)
        return thing.nbytes + _weigh_many(thing.ravel().tolist(), seen)
    size = sys.getsizeof(thing, 0)
    if isinstance(thing, PLAIN):
        return size
    if isinstance(thing, Mapping):
        return size + _weigh_many(list(thing.keys()), seen) + _weigh_many([*thing.values()], seen)
    if isinstance(thing, Sequence | Set):
        return size + _weigh_many(list(thing), seen)
    for kind in type(thing).__mro__:
        for name in getattr(kind, "__slots__", ()):
            if name not in ("__dict__", "__weakref__"):
                size += _weigh_new(getattr(thing, name, None), seen)
    held = getattr(thing, "__dict__", None)
    return size if held is None else size + _weigh_new(held, seen)


def _weigh_many(things: Sequence[object], seen: set[int]) -> int:
    step = max(1, len(things) // MOST_LOOKED_AT)
    looked = list(islice(things, 0, None, step))
    size = sum(_weigh_new(each, seen) for each in looked)
    return size * len(things) // len(looked) if looked else 0
