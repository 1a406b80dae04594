"""List what goes with a season, page by page."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.parts import PartKind, PartRow
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.pages import LARGEST_PAGE, PAGE, Page
from models.text import Text


class PartsAsked(Frozen):
    """Which things are listed, and from where; `where` are values that columns must have.

    With `codes` those are given, in this order and on one page.
    """

    kind: PartKind
    limit: int = Field(default=PAGE, ge=1, le=LARGEST_PAGE)
    cursor: str | None = None
    where: dict[str, str] = Field(default_factory=dict)
    codes: tuple[str, ...] | None = None


def list_parts(call: Call, given: PartsAsked) -> Page[PartRow]:
    """Give a page of them.

    Raises
    ------
    BadRequest
        `cursor_unknown`.
    """
    if given.codes is not None:
        found = call.store.parts.read_coded(given.kind, call.at.id, given.codes)
        return Page(items=tuple(PartRow(kind=given.kind, values=values) for values in found))
    page = call.store.parts.list_page(
        given.kind, call.at.id, given.limit, given.cursor, given.where
    )
    rows = tuple(PartRow(kind=given.kind, values=values) for values in page.items)
    return Page(items=rows, next=page.next)


LIST_PARTS = UseCase(
    action="part.list",
    input=PartsAsked,
    run=list_parts,
    title=Text(sv="Lista det som hör till en säsong", en="List what goes with a season"),
    description=Text(
        sv="Visar aktörer, utmaningar, relationer eller regler, sida för sida.",
        en="Shows actors, challenges, ties or rules, page by page.",
    ),
    reach=Reach.STORE,
)
