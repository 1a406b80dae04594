"""Kinds of columns: what each holds of people, said where the column is defined."""

from enum import StrEnum
from typing import Any

from sqlalchemy.orm import MappedColumn, mapped_column

HOLDS = "holds"
"""The key under which a column's `info` says it."""


class Holds(StrEnum):
    """What a column may hold of people; leaving data out and erasing them go by it.

    `NONE` says nothing of a person. `PERSONAL` names somebody, or gives their words or how to
    reach them. `SENSITIVE` must never be shown to others, not even to who may see people.
    """

    NONE = "none"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


def holding(holds: Holds, *arguments: Any, **options: Any) -> MappedColumn[Any]:
    """Give a mapped column of this kind; `options` are those of SQLAlchemy's."""
    return mapped_column(*arguments, info={HOLDS: holds}, **options)


def plain(*arguments: Any, **options: Any) -> MappedColumn[Any]:
    """Give a column that says nothing of people."""
    return holding(Holds.NONE, *arguments, **options)


def personal(*arguments: Any, **options: Any) -> MappedColumn[Any]:
    """Give a column that may name people, or hold their words."""
    return holding(Holds.PERSONAL, *arguments, **options)


def sensitive(*arguments: Any, **options: Any) -> MappedColumn[Any]:
    """Give a column that nobody is ever shown."""
    return holding(Holds.SENSITIVE, *arguments, **options)
