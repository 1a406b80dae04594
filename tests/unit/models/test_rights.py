"""The table of rights, held against what the plan of the service says in words."""

import pytest

from models.callers import ANONYMOUS, LOCAL, Caller, CallerKind, KeyScope
from models.errors import KoalitionError, NotAllowed, NotFound, NotSignedIn
from models.lifecycles import SeasonState
from models.rights import RIGHTS, SeasonRole, insist_on_right

MEMBER = Caller(kind=CallerKind.KEY, account="a")
ORDER = [None, SeasonRole.VIEWER, SeasonRole.EDITOR, SeasonRole.OWNER]


def refusal(action: str, caller: Caller, role: SeasonRole | None, state: SeasonState) -> str:
    try:
        insist_on_right(action, caller, role, state)
    except KoalitionError as error:
        return type(error).__name__
    return ""


@pytest.mark.parametrize("action", [name for name, right in RIGHTS.items() if right.role])
def test_roles_and_states_decide(action: str) -> None:
    right = RIGHTS[action]
    for role in ORDER:
        for state in SeasonState:
            is_due = ORDER.index(role) >= ORDER.index(right.role) and state in right.states
            assert refusal(action, MEMBER, role, state) == ("" if is_due else "NotAllowed")
            assert refusal(action, ANONYMOUS, role, state) == "NotSignedIn"


@pytest.mark.parametrize("action", [name for name, right in RIGHTS.items() if not right.is_public])
def test_a_key_needs_the_scope(action: str) -> None:
    right, others = RIGHTS[action], frozenset(KeyScope)
    bare = LOCAL.evolve(scopes=others - {right.scope})
    state = next(iter(right.states))
    assert refusal(action, bare, SeasonRole.OWNER, state) == "NotAllowed"
    assert refusal(action, LOCAL, SeasonRole.OWNER, state) == ""


def test_the_refusal_says_which() -> None:
    with pytest.raises(NotAllowed, match="editor"):
        insist_on_right("season.edit", MEMBER, SeasonRole.VIEWER, SeasonState.DRAFT)
    with pytest.raises(NotAllowed, match="published"):
        insist_on_right("season.edit", MEMBER, SeasonRole.OWNER, SeasonState.PUBLISHED)
    with pytest.raises(NotAllowed, match="begin seasons"):
        insist_on_right("season.create", MEMBER, None, None)


def test_what_nobody_is_said_to_may_nobody_may() -> None:
    with pytest.raises(NotAllowed):
        insist_on_right("season.melt", LOCAL, SeasonRole.OWNER, SeasonState.DRAFT)


def test_a_public_thing_is_there_for_all_in_its_states_and_for_none_outside() -> None:
    insist_on_right("season.look", ANONYMOUS, None, SeasonState.OPEN)
    with pytest.raises(NotFound):
        insist_on_right("season.look", LOCAL, SeasonRole.OWNER, SeasonState.DRAFT)
    with pytest.raises(NotSignedIn):
        insist_on_right("season.read", ANONYMOUS, None, SeasonState.OPEN)
