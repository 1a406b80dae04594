"""Pages of long lists."""

from typing import Generic, TypeVar

from models.frozen import Frozen

Item = TypeVar("Item")
PAGE, LARGEST_PAGE = 50, 200
"""Things on a page where none are asked for, and at most."""


class Page(Frozen, Generic[Item]):
    """Some things of a list in its order, and where the next ones begin; None at its end."""

    items: tuple[Item, ...]
    next: str | None = None
