"""Nothing is handed out or built upon that does not agree with its season."""

from typing import TYPE_CHECKING

from models.canonical import Json
from models.errors import Disagreement
from models.seasons import Season

if TYPE_CHECKING:
    from matcher.embedding.reading import Reading


def insist_on_agreement(season: Season, document: Json, reading: "Reading | None") -> None:
    """Raise the first difference that the independent checker finds.

    Raises
    ------
    Disagreement
        `differs`, with the place; without a reading the stored relevance is trusted.
    """
    from matcher.agreement import verify

    differences = verify(season, document, reading)
    if differences:
        raise Disagreement("differs", **differences[0].model_dump())
