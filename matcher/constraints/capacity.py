"""Capacity: an actor joins at most so many coalitions; it never gives way."""

from matcher.constraints.kind import RuleKind
from models.text import Text

KIND = RuleKind(
    key="capacity",
    title=Text(sv="kapacitet", en="capacity"),
    meaning=Text(
        sv="En aktör är med i högst så många koalitioner som dess kapacitet.",
        en="An actor joins at most as many coalitions as its capacity.",
    ),
    keys=(),
    apply=None,
    is_stated=False,
    is_from_files=True,
    position=20,
    unit_cost=None,
)
