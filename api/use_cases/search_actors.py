"""Find actors by what they mean."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.errors import BadRequest
from models.frozen import Frozen
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class ActorsSought(Frozen):
    """What is looked for, how many are given, and from where; `where` are values of columns."""

    text: str = Field(min_length=1)
    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None
    sector: str | None = None
    county: str | None = None


def find_actors(call: Call, given: ActorsSought) -> Page[str]:
    """Give the ids of the actors whose words are nearest to a text, a page of them.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    WrongState
        `season_empty`.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.embedding.reading import search_actors

    start = _read_cursor(given.cursor)
    reading = call.read_words()
    fits = search_actors(reading, given.text, call.words.open_embedder(), call.progress)
    near = [0.0] * len(call.season.actors) if fits is None else fits.tolist()
    order = sorted(
        zip(near, call.season.actors, strict=True), key=lambda each: (-each[0], each[1].id)
    )
    found = [
        actor.id
        for _, actor in order
        if given.sector in (None, str(actor.sector)) and given.county in (None, actor.place.county)
    ]
    end = start + given.limit
    return Page(items=tuple(found[start:end]), next=str(end) if end < len(found) else None)


def _read_cursor(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < 10):
        raise BadRequest("cursor_unknown", field="cursor")
    return int(cursor)


SEARCH_ACTORS = UseCase(
    action="actor.search",
    input=ActorsSought,
    run=find_actors,
    title=Text(sv="Sök aktörer", en="Search actors"),
    description=Text(
        sv="Hittar de aktörer vars ord ligger närmast en text.",
        en="Finds the actors whose words are nearest to a text.",
    ),
)
