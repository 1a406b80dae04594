"""Consents: for which uses an organisation gave its data, by which wording."""

from enum import StrEnum

from models.frozen import Frozen

WORDING = "2026-12"
"""The version of what is asked for (`consent_…` among the messages)."""


class ConsentUse(StrEnum):
    """What data are used for; each is given, or not, by itself."""

    MATCHING = "matching"
    """Without it nobody takes part."""
    SHOWN = "shown"
    CONTACT = "contact"
    STATISTICS = "statistics"


class Consent(Frozen):
    """A consent as it was given.

    Attributes
    ----------
    wording : str
        The version of the wording that was agreed to.
    withdrawn_at : str or None
    """

    actor_id: str
    use: ConsentUse
    wording: str
    given_at: str
    withdrawn_at: str | None
