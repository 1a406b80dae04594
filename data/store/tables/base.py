"""The parent of all tables."""

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Double, MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are named, so that migrations can tell which they change."""
CODE = 400
"""The longest code that is kept; cells of ids are shorter."""


class Base(DeclarativeBase):
    """Parent of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        float: Double(),
        int: BigInteger(),
        Any: JSON(),
    }


ID, STAMP = 26, 24
"""How long ids are, and moments (`YYYY-MM-DDTHH:MM:SS.mmmZ`)."""
