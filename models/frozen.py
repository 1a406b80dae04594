"""The one parent of all vocabulary types: immutable, strict about unknown fields."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict


def _without_sign_of_zero(value: float) -> float:
    return value + 0.0


UnsignedZero = Annotated[float, AfterValidator(_without_sign_of_zero)]
"""A number that is never −0.0, which canonical JSON has no place for."""


class Frozen(BaseModel):
    """Immutable value object that refuses unknown fields and non-finite numbers.

    Whatever a type promises holds for each of its instances: those that are made, those
    that are read, and those that `evolve` gives.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True
    )

    def evolve(self, **changes: object) -> Self:
        """Give this value with other fields, validated anew and with nothing remembered.

        Values inside it that stay as they are were valid and are not read again; what
        they have to do with one another is.

        Raises
        ------
        pydantic.ValidationError
            If a change breaks a promise of the type, or names no field of it.

        Examples
        --------
        >>> from models.text import Text
        >>> Text(sv="hej", en="hi").evolve(en="hello")
        Text(sv='hej', en='hello')
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**kept, **changes})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy; changes are validated as `evolve` does, where pydantic would take any."""
        copied = super().model_copy(deep=deep)
        return copied.evolve(**update) if update else copied
