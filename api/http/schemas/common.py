"""What every address shares: its query, its pages, its health."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from models.pages import LARGEST_PAGE, PAGE
from models.text import Language

Item = TypeVar("Item")


class Requested(BaseModel):
    """Parameters of a request; unknown ones are refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class LanguageQuery(Requested):
    """The query that every address understands."""

    lang: Language | None = Field(
        default=None, description="Language of problems; goes before `Accept-Language`."
    )


class PageQuery(LanguageQuery):
    """Which part of a list."""

    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE, description="How many at most.")
    cursor: str | None = Field(
        default=None, max_length=2000, description="`next` of the part before; the first without."
    )


class Told(BaseModel):
    """What is told."""

    model_config = ConfigDict(frozen=True)


class ListPart(Told, Generic[Item]):
    """A part of a list, and where the next one begins; null at the end."""

    items: tuple[Item, ...]
    next: str | None


class Health(Told):
    """That the server answers."""

    status: str


class GoneView(Told):
    """What is gone."""

    id: str
