"""Signing in and out."""

from pydantic import Field

from api.http.schemas.common import LanguageQuery, Requested, Told
from api.use_cases.read_session import WhoAsks
from models.text import Language


class LinkRequest(Requested):
    """Whose link is asked for."""

    email: str = Field(
        min_length=3,
        max_length=320,
        pattern=r"^[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+$",
        description="The account's address.",
    )


class TokenRequest(Requested):
    """The secret of a link."""

    token: str = Field(
        min_length=1, max_length=200, description="What stands at the end of the mail's link."
    )


class SignOutQuery(LanguageQuery):
    """Where the session ends."""

    all: bool = Field(default=False, description="Sign out at every browser.")


class LinkView(Told):
    """The same for every address."""

    state: str = Field(default="accepted", description="`accepted`; a mail comes if you are known.")


class CallerView(Told):
    """Who asks.

    `account` is null for whoever needs none: the one organiser of a server that serves one
    season on their own computer.
    """

    kind: str
    account: str | None
    email: str | None
    name: str
    lang: Language | None
    scopes: tuple[str, ...]
    is_admin: bool
    may_organise: bool

    @classmethod
    def of(cls, who: WhoAsks) -> "CallerView":
        """Show who asks."""
        caller, account = who.caller, who.account
        return cls(
            kind=str(caller.kind),
            account=caller.account,
            email=account.email if account else None,
            name=caller.name,
            lang=account.lang if account else None,
            scopes=tuple(sorted(map(str, caller.scopes))),
            is_admin=caller.is_admin,
            may_organise=caller.may_organise,
        )
