"""Edit an actor, a challenge, a tie or a rule of a season by hand."""

from typing import Any

from api.use_cases.call import Call
from api.use_cases.parts import (
    PartKind,
    PartRow,
    insist_on_own_columns,
    only_affected,
    read_values,
    right_to_edit,
    to_row,
)
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.text import Text


class PartEdit(Frozen):
    """The columns that change, and the version that they were changed from."""

    kind: PartKind
    row: dict[str, Any]
    version: int | None = None


def edit_part(call: Call, given: PartEdit) -> PartRow:
    """Read the thing anew with what changes, by the checks of files, and keep it.

    Raises
    ------
    InputError
        With every fault.
    NotFound
        `not_found`.
    Outdated
        `stale`.
    NotAllowed
        `not_allowed`: a member changes what is the organiser's.
    """
    store = call.store
    insist_on_own_columns(call, given.row)
    now = store.parts.read(given.kind, call.thing)
    read, warnings = read_values(
        call, given.kind, {**to_row(given.kind, now, given.row), **given.row}
    )
    values = only_affected(given.kind, given.row, read)
    version = store.seasons.bump(call.at.id)
    if given.kind is PartKind.ACTOR:
        values |= {"season_version": version}
    store.parts.change(given.kind, call.thing, values, call.caller, given.version)
    kept = store.parts.read(given.kind, call.thing)
    return PartRow(kind=given.kind, values=kept, warnings=warnings)


EDIT_PART = UseCase(
    action="part.edit",
    input=PartEdit,
    run=edit_part,
    title=Text(sv="Ändra i en säsong", en="Edit a thing of a season"),
    description=Text(
        sv="Ändrar en aktör, utmaning, relation eller regel för hand.",
        en="Changes an actor, a challenge, a tie or a rule by hand.",
    ),
    reach=Reach.CHANGE,
    right=right_to_edit,
    event="part_edited",
)
