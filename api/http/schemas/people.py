"""Who organises what, and what is one's own."""

from pydantic import Field

from api.http.schemas.common import Requested, Told
from api.use_cases.read_me import Me
from models.accounts import Account, Organiser, OwnActor, OwnSeason
from models.rights import SeasonRole
from models.text import Language


class OrganiserRequest(Requested):
    """Who is to be what; null takes the role."""

    email: str = Field(
        min_length=3, max_length=320, pattern=r"^[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+$"
    )
    role: SeasonRole | None
    lang: Language = Field(default=Language.SV, description="Of the mail to somebody new.")


class OrganisersView(Told):
    """Who organises a season."""

    items: tuple[Organiser, ...]


class MeView(Told):
    """What is one's own."""

    account: Account
    seasons: tuple[OwnSeason, ...]
    actors: tuple[OwnActor, ...]

    @classmethod
    def of(cls, me: Me) -> "MeView":
        """Show what is one's own."""
        return cls(account=me.account, seasons=me.seasons, actors=me.actors)
