"""Capacity: an actor joins at most so many coalitions; it never gives way."""

from matcher.constraints.kind import RuleKind

KIND = RuleKind(
    key="capacity", keys=(), apply=None, is_stated=False, is_from_files=True, position=20
)
