"""What seasons are called in addresses and commands."""

import re

from data.reference.names import to_slug
from models.errors import BadRequest

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 80


def choose_slug(asked: str | None, name: str) -> str:
    """Give the slug that is asked for, or one made of the season's name.

    Raises
    ------
    BadRequest
        `slug_unfit`.
    """
    slug = asked or to_slug(name)[:LONGEST_SLUG].strip("-")
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        raise BadRequest("slug_unfit", slug=slug or name, field="slug")
    return slug
