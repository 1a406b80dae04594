"""Where in a store something is: the season that it belongs to, and what the caller is there."""

from models.frozen import Frozen
from models.lifecycles import SeasonState
from models.rights import SeasonRole


class SeasonPlace(Frozen):
    """A season as addresses and rights know it.

    Attributes
    ----------
    id, slug : str
    state : SeasonState
    version : int
        Counts its changes, from 1.
    role : SeasonRole or None
        The caller's; None for who looks from outside.
    own : str or None
        What the season calls the actor that the address is about, if the caller speaks for it.
    """

    id: str
    slug: str
    state: SeasonState
    version: int
    role: SeasonRole | None
    own: str | None = None


class Target(Frozen):
    """What an address names: a kind of thing and its id (a season's may be its slug)."""

    kind: str
    id: str

    @property
    def is_secret(self) -> bool:
        """Say whether whoever knows the id may do what it opens: it stands in no record."""
        return self.kind == "link"
