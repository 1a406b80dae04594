"""Remove an actor, a challenge, a tie or a rule from a season."""

from api.use_cases.call import Call
from api.use_cases.parts import PartKind, right_to_edit
from api.use_cases.use_case import Reach, UseCase
from models.errors import WrongState
from models.frozen import Frozen
from models.text import Text


class PartRemoval(Frozen):
    """What kind of thing goes, and the version that was seen of it."""

    kind: PartKind
    version: int | None = None


class Removed(Frozen):
    """The id of what is gone."""

    id: str


def remove_part(call: Call, given: PartRemoval) -> Removed:
    """Remove the thing that the address names; an actor's ties go with it.

    Raises
    ------
    NotFound
        `not_found`.
    Outdated
        `stale`.
    WrongState
        `part_in_use`: rules or wishes name it.
    """
    store = call.store
    if given.kind in (PartKind.ACTOR, PartKind.CHALLENGE):
        code = str(store.parts.read(given.kind, call.thing)["code"])
        if users := store.parts.users_of(given.kind, call.at.id, code):
            raise WrongState("part_in_use", name=code, users=", ".join(users))
    store.seasons.bump(call.at.id)
    store.parts.remove(given.kind, call.thing, given.version)
    return Removed(id=call.thing)


REMOVE_PART = UseCase(
    action="part.remove",
    input=PartRemoval,
    run=remove_part,
    title=Text(sv="Ta bort ur en säsong", en="Remove from a season"),
    description=Text(
        sv="Tar bort en aktör, utmaning, relation eller regel.",
        en="Removes an actor, a challenge, a tie or a rule.",
    ),
    reach=Reach.CHANGE,
    right=right_to_edit,
    event="part_removed",
)
