"""Read one thing that goes with a season."""

from api.use_cases.call import Call
from api.use_cases.parts import PartKind, PartRow
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.text import Text


class PartAsked(Frozen):
    """What kind of thing the address names."""

    kind: PartKind


def read_part(call: Call, given: PartAsked) -> PartRow:
    """Give the thing that the address names.

    Raises
    ------
    NotFound
        `not_found`.
    """
    return PartRow(kind=given.kind, values=call.store.parts.read(given.kind, call.thing))


READ_PART = UseCase(
    action="part.read",
    input=PartAsked,
    run=read_part,
    title=Text(sv="Läs en aktör, utmaning, relation eller regel", en="Read one thing of a season"),
    description=Text(
        sv="Visar en aktör, utmaning, relation eller regel som den är nu.",
        en="Shows an actor, a challenge, a tie or a rule as it is now.",
    ),
    reach=Reach.STORE,
)
