"""All kernels as one: what calls each shape's and each kind's in turn, when compiled.

Which functions are called is settled by the types of the parts, so that the compiled search
has no look-ups, and another set of installed shapes has compiled code of its own.
"""

# mypy: disable-error-code="no-untyped-def, no-untyped-call"

from typing import Any

from numba.extending import overload

from matcher.optimise.compiling import INLINED, SETTINGS
from matcher.optimise.registry import KERNELS

BY_PART = {kernel.part: kernel for kernel in KERNELS}


def _of_first(parts: Any, verb: str) -> Any:
    """Give the function of the first part's kernel, or None."""
    return getattr(BY_PART[parts[0].instance_class], verb)


def _each(verb: str) -> Any:
    """Compose what is done for each part."""

    def each(parts, at, s, a):
        raise NotImplementedError(verb)

    @overload(each, jit_options=SETTINGS)
    def unroll(parts, at, s, a):
        if len(parts) == 0:
            return lambda parts, at, s, a: None
        own = _of_first(parts, verb)
        if own is None:
            return lambda parts, at, s, a: each(parts[1:], at, s, a)

        def both(parts, at, s, a):
            own(parts[0], at, s, a)
            each(parts[1:], at, s, a)

        return both

    return each


def _sum(verb: str) -> Any:
    """Compose what is added up over the parts, from the first on."""

    def total_of(parts, at, total, s, i, x):
        raise NotImplementedError(verb)

    @overload(total_of, jit_options=INLINED)
    def unroll(parts, at, total, s, i, x):
        if len(parts) == 0:
            return lambda parts, at, total, s, i, x: total
        own = _of_first(parts, verb)
        if own is None:
            return lambda parts, at, total, s, i, x: total_of(parts[1:], at, total, s, i, x)

        def both(parts, at, total, s, i, x):
            return total_of(parts[1:], at, own(parts[0], at, total, s, i, x), s, i, x)

        return both

    return total_of


def _all(verb: str) -> Any:
    """Compose what has to hold for all parts."""

    def holds(parts, s, i, x):
        raise NotImplementedError(verb)

    @overload(holds, jit_options=INLINED)
    def unroll(parts, s, i, x):
        if len(parts) == 0:
            return lambda parts, s, i, x: True
        own = _of_first(parts, verb)
        if own is None:
            return lambda parts, s, i, x: holds(parts[1:], s, i, x)

        def both(parts, s, i, x):
            return own(parts[0], s, i, x) and holds(parts[1:], s, i, x)

        return both

    return holds


clear, enter, leave, settle = (_each(verb) for verb in ("clear", "enter", "leave", "settle"))
now, after = _sum("now"), _sum("after")
allows = _all("allows")
