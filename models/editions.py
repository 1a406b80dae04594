"""For whom a report is written, and what is asked of it."""

from enum import StrEnum

from models.frozen import Frozen
from models.hosts import NO_HOST, Host


class Edition(StrEnum):
    """Whose report it is: the organiser's has everything, the members' nothing of others."""

    ORGANISER = "organiser"
    MEMBERS = "members"


class ReportForm(Frozen):
    """What is asked of a report.

    Attributes
    ----------
    edition : Edition
    with_2020 : bool
        Whether the first coalition's figures stand beside the scores.
    host : Host
        Who holds the season.
    """

    edition: Edition = Edition.ORGANISER
    with_2020: bool = False
    host: Host = NO_HOST
