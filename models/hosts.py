"""Who holds a season and where its meetings are, as pages, sheets and calendars say it.

Beside a season, never inside it: another telephone number makes no other proposal.
"""

from pydantic import Field

from models.frozen import Frozen
from models.messages import say
from models.text import Text


class Host(Frozen):
    """What `[organiser]` and `[meetings]` of a season's settings state; empty where they don't.

    Attributes
    ----------
    name : str
        The organiser's.
    contact : str
        How to reach the organiser, in its own words; it is meant to be told.
    logo : str
        The organiser's picture as a `data:` address, so that pages have nothing to fetch.
    place : str
        Where the meetings are.
    link : str
        The address of the meetings' page or call.
    """

    name: str = ""
    contact: str = ""
    logo: str = Field(default="", repr=False)
    place: str = ""
    link: str = ""


NO_HOST = Host()


def say_host(host: Host) -> Text | None:
    """Say who holds the season and how to reach them; None where neither is stated.

    Examples
    --------
    >>> say_host(Host(name="Öar", contact="Kim")).en
    'Organiser: Öar, Kim'
    """
    if not (host.name or host.contact):
        return None
    return say("meet_organiser", organiser=", ".join(filter(None, (host.name, host.contact))))
