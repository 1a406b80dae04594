"""Accounts: people who are known."""

from datetime import timedelta

from models.frozen import Frozen
from models.rights import SeasonRole
from models.text import Language

SESSION_LIFE, SESSION_IDLE = timedelta(hours=12), timedelta(hours=3)
"""How long somebody stays signed in, in all and without asking for anything."""
SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is kept when somebody last asked for something."""


class Account(Frozen):
    """Somebody who is known.

    Attributes
    ----------
    name : str
        What others read as who did something.
    is_admin, may_organise : bool
        Whether the service is theirs to run, and whether they may begin seasons.
    """

    id: str
    email: str
    name: str
    lang: Language
    is_admin: bool
    may_organise: bool


class Organiser(Frozen):
    """Somebody who organises a season, and as what."""

    account_id: str
    email: str
    name: str
    role: SeasonRole


class OwnSeason(Frozen):
    """A season that somebody organises."""

    id: str
    slug: str
    name: str
    state: str
    role: SeasonRole


class OwnActor(Frozen):
    """An actor that somebody speaks for."""

    id: str
    code: str
    name: str
    state: str
    season_id: str
    season: str
    season_state: str
