"""The shapes of terms and the kinds of rows that the optimiser knows, and what holds the others."""

from typing import Any

from matcher.constraints.kind import Applied
from matcher.constraints.rows import Row
from matcher.core.discovery import discover
from matcher.criteria.term import Term
from matcher.optimise import foreign_rows, row_kinds, shapes
from matcher.optimise.foreign import FOREIGN
from matcher.optimise.kernel import Kernel
from matcher.optimise.row_kind import Holder, RowKind
from matcher.optimise.shape import Shape

SHAPES: dict[str, Shape[Any]] = discover(shapes, Shape, "koalition.shapes")
ROW_KINDS = discover(row_kinds, RowKind, "koalition.rows")
KERNELS: tuple[Kernel[Any], ...] = (
    *(shape.kernel for shape in SHAPES.values() if shape.kernel is not None),
    *(kind.kernel for kind in ROW_KINDS.values() if kind.kernel is not None),
    FOREIGN,
)
"""In the order in which a coalition's worth is added up."""

_BY_TERM = {shape.term: shape for shape in SHAPES.values()}
_BY_ROW = {kind.row: kind for kind in ROW_KINDS.values()}
_OTHER_TERM: Shape[Any] = Shape(key="other", position=0, term=Term)
_OTHER_RULE = Holder(
    kernel=None, seat=foreign_rows.seat_rule, add=foreign_rows.add_rule, cut=foreign_rows.cut_rule
)


def shape_of(term: Term) -> Shape[Any]:
    """Give what the optimiser knows of a term."""
    return _BY_TERM.get(type(term), _OTHER_TERM)


def kind_of(row: Row) -> RowKind | None:
    """Give what the optimiser knows of a row, where it knows its kind."""
    return _BY_ROW.get(type(row))


def holder_of(rule: Applied) -> Holder:
    """Give what holds a rule: the kind that all its rows are of, where that can."""
    kinds = {_BY_ROW.get(type(row)) for way in rule.ways for row in way}
    kind = kinds.pop() if len(kinds) == 1 else None
    return _OTHER_RULE if kind is None or not kind.holds(rule) else kind
