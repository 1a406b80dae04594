"""Add an actor, a challenge, a tie or a rule to a season."""

from typing import Any

from api.use_cases.call import Call
from api.use_cases.parts import PartKind, PartRow, read_values, right_to_edit
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.text import Text


class NewPart(Frozen):
    """What is known of a new thing, by the columns of its file."""

    kind: PartKind
    row: dict[str, Any]


def add_part(call: Call, given: NewPart) -> PartRow:
    """Read it by the checks of files, and keep it.

    Raises
    ------
    InputError
        With every fault.
    WrongState
        `part_exists`: there is another of the same name for addresses and files.
    """
    values, warnings = read_values(call, given.kind, given.row)
    version = call.store.seasons.bump(call.at.id)
    if given.kind is PartKind.ACTOR:
        values |= {"state": "active", "season_version": version}
    id_ = call.store.parts.add(given.kind, call.at.id, values, call.caller)
    kept = call.store.parts.read(given.kind, id_)
    return PartRow(kind=given.kind, values=kept, warnings=warnings)


ADD_PART = UseCase(
    action="part.add",
    input=NewPart,
    run=add_part,
    title=Text(sv="Lägg till i en säsong", en="Add to a season"),
    description=Text(
        sv="Lägger till en aktör, utmaning, relation eller regel.",
        en="Adds an actor, a challenge, a tie or a rule.",
    ),
    reach=Reach.CHANGE,
    right=right_to_edit,
    event="part_added",
)
