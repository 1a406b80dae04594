"""Callers: who asks for something, and what the way they came in by lets them do."""

from enum import StrEnum

from models.frozen import Frozen


class KeyScope(StrEnum):
    """What a key lets its owner's programs do; a person signed in has all of them."""

    READ = "read"
    WRITE = "write"
    RUN = "run"
    PEOPLE = "people"


class CallerKind(StrEnum):
    """By which way somebody asks."""

    LOCAL = "local"
    """Alone on their own computer: a command, or `koalition serve SEASON`."""
    ACCOUNT = "account"
    KEY = "key"
    ANONYMOUS = "anonymous"
    SYSTEM = "system"


class Caller(Frozen):
    """Who asks.

    Attributes
    ----------
    kind : CallerKind
    account : str or None
        The account's id; None for those without one.
    name : str
        What others read as who did something; never an address.
    scopes : frozenset of KeyScope
    is_admin, may_organise : bool
        What the account may do beside its seasons.
    session : str or None
        The id of the session of somebody who is signed in.
    """

    kind: CallerKind
    account: str | None = None
    name: str = ""
    scopes: frozenset[KeyScope] = frozenset(KeyScope)
    is_admin: bool = False
    may_organise: bool = False
    session: str | None = None

    @property
    def id(self) -> str:
        """By which others tell callers apart: the account, or the way in."""
        return self.account or str(self.kind)


LOCAL = Caller(kind=CallerKind.LOCAL, may_organise=True)
SYSTEM_CALLER = Caller(kind=CallerKind.SYSTEM, may_organise=True)
ANONYMOUS = Caller(kind=CallerKind.ANONYMOUS, scopes=frozenset())
