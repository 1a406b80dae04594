"""Rights: who may do what, in which state of a season; the only place that decides.

A table of actions; what is not in it nobody may do. A key is its account cut down to its
scopes. What somebody may not even know of is never asked here: it is not found.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from models.callers import Caller, CallerKind, KeyScope
from models.errors import NotAllowed, NotFound, NotSignedIn
from models.lifecycles import SeasonState as S
from models.messages import say


class SeasonRole(StrEnum):
    """What somebody is in a season, weakest first."""

    VIEWER = "viewer"
    EDITOR = "editor"
    OWNER = "owner"

    def covers(self, other: "SeasonRole") -> bool:
        """Say whether this role may do all that another may.

        Examples
        --------
        >>> SeasonRole.OWNER.covers(SeasonRole.VIEWER)
        True
        """
        order = list(SeasonRole)
        return order.index(self) >= order.index(other)


ALL = tuple(S)
BEFORE_MATCHING = (S.DRAFT, S.OPEN, S.FROZEN)
BEFORE_PUBLISHING = (*BEFORE_MATCHING, S.MATCHED)
AT_THE_TABLE = (S.FROZEN, S.MATCHED)
FROM_OPEN = (S.OPEN, S.FROZEN, S.MATCHED, S.PUBLISHED, S.RUNNING, S.CLOSED)
UNDER_WAY = (S.PUBLISHED, S.RUNNING)


@dataclass(frozen=True)
class Right:
    """Who may do one thing.

    Attributes
    ----------
    scope : KeyScope
        What a key needs for it.
    role : SeasonRole or None
        The least role in the season; None where it is about no season.
    states : collection of SeasonState
        In which states of the season.
    needs_organiser, needs_admin : bool
        Whether the account itself must be one.
    member : collection of SeasonState
        In which states those may who speak for the actor that it is about, without a role.
    is_public : bool
        Whether anybody may, signed in or not; outside the states it is not found.
    """

    scope: KeyScope
    role: SeasonRole | None = None
    states: Collection[S] = ALL
    needs_organiser: bool = False
    needs_admin: bool = False
    is_public: bool = False
    member: Collection[S] = ()


VIEWER, EDITOR, OWNER = SeasonRole
RIGHTS: dict[str, Right] = {
    "session.open": Right(KeyScope.READ, is_public=True),
    "session.read": Right(KeyScope.READ),
    "session.end": Right(KeyScope.READ),
    "season.create": Right(KeyScope.WRITE, needs_organiser=True),
    "season.list": Right(KeyScope.READ),
    "season.read": Right(KeyScope.READ, VIEWER, member=ALL),
    "season.look": Right(KeyScope.READ, None, FROM_OPEN, is_public=True),
    "season.export": Right(KeyScope.READ, VIEWER),
    "season.edit": Right(KeyScope.WRITE, EDITOR, BEFORE_MATCHING),
    "season.remove": Right(KeyScope.WRITE, OWNER, (S.DRAFT, S.CANCELLED)),
    "season.transition": Right(KeyScope.WRITE, OWNER),
    "import.apply": Right(KeyScope.WRITE, EDITOR, BEFORE_MATCHING),
    "tie.edit": Right(KeyScope.WRITE, EDITOR, BEFORE_MATCHING),
    "rule.edit": Right(KeyScope.WRITE, EDITOR, BEFORE_MATCHING),
    "challenge.edit": Right(KeyScope.WRITE, EDITOR, BEFORE_MATCHING),
    "actor.register": Right(KeyScope.READ, None, (S.OPEN,), is_public=True),
    "actor.edit": Right(KeyScope.WRITE, EDITOR, BEFORE_PUBLISHING, member=(S.DRAFT, S.OPEN)),
    "suggestion.read": Right(KeyScope.READ, EDITOR, member=FROM_OPEN),
    "reading.read": Right(KeyScope.READ, EDITOR, member=FROM_OPEN),
    "run.start": Right(KeyScope.RUN, EDITOR, AT_THE_TABLE),
    "board.move": Right(KeyScope.WRITE, EDITOR, AT_THE_TABLE),
    "proposal.choose": Right(KeyScope.WRITE, EDITOR, AT_THE_TABLE),
    "proposal.publish": Right(KeyScope.PEOPLE, OWNER, (S.MATCHED, S.PUBLISHED)),
    "mail.release": Right(KeyScope.PEOPLE, OWNER, UNDER_WAY),
    "invitation.answer": Right(KeyScope.PEOPLE, EDITOR, UNDER_WAY, member=UNDER_WAY),
    "link.answer": Right(KeyScope.READ, None, UNDER_WAY, is_public=True),
    "repair.offer": Right(KeyScope.WRITE, EDITOR, UNDER_WAY),
    "repair.accept": Right(KeyScope.PEOPLE, OWNER, UNDER_WAY),
    "meeting.plan": Right(KeyScope.WRITE, EDITOR, UNDER_WAY),
    "people.read": Right(KeyScope.PEOPLE, VIEWER),
    "people.edit": Right(KeyScope.PEOPLE, OWNER),
    "audit.read": Right(KeyScope.PEOPLE, OWNER),
}


def insist_on_right(
    action: str,
    caller: Caller,
    role: SeasonRole | None,
    state: S | None,
    *,
    is_member: bool = False,
) -> None:
    """Refuse what a caller may not do.

    Parameters
    ----------
    action : str
        A key of the table.
    caller : Caller
    role : SeasonRole or None
        The caller's in the season; None where the action is about none.
    state : SeasonState or None
        The season's.
    is_member : bool
        Whether the caller speaks for the actor that the action is about.

    Raises
    ------
    NotSignedIn
        `not_signed_in`.
    NotFound
        `not_found`: a season that is not public, or not yet.
    NotAllowed
        `not_allowed`: the thing may be known, but this may not be done with it; says whether
        the key's scope, the role or the moment is not right.
    """
    right = RIGHTS.get(action)
    if right is None:
        raise _refusal("right_unknown", action=action)
    if right.is_public:
        if state is not None and state not in right.states:
            raise NotFound("not_found")
        return
    if caller.kind is CallerKind.ANONYMOUS:
        raise NotSignedIn("not_signed_in")
    if right.scope not in caller.scopes:
        raise _refusal("right_scope", scope=right.scope)
    is_trusted = caller.kind in (CallerKind.LOCAL, CallerKind.SYSTEM)
    if right.needs_admin and not (is_trusted or caller.is_admin):
        raise _refusal("right_admin")
    if right.needs_organiser and not (is_trusted or caller.may_organise or caller.is_admin):
        raise _refusal("right_organiser")
    if right.role is None:
        return
    if is_member and role is None and right.member:
        if state is not None and state not in right.member:
            raise _refusal("right_moment", state=state, known=", ".join(right.member))
        return
    if role is None or not role.covers(right.role):
        raise _refusal("right_role", role=right.role, own=role or "–")
    if state is not None and state not in right.states:
        raise _refusal("right_moment", state=state, known=", ".join(right.states))


def _refusal(reason: str, **params: object) -> NotAllowed:
    return NotAllowed("not_allowed", reason=say(reason, **params))
