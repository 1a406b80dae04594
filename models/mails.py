"""Mails: rows that name what they are about; their words are written when they are sent."""

from enum import StrEnum

from models.frozen import Frozen
from models.text import Language


class MailTemplate(StrEnum):
    """What a mail is for."""

    SIGN_IN = "sign_in"
    CONFIRM = "confirm"
    REGISTERED_ALREADY = "registered_already"
    INVITATION = "invitation"
    REMINDER = "reminder"
    SEAT_WITHDRAWN = "seat_withdrawn"
    ACCEPTED = "accepted"
    STANDBY = "standby"


class Mail(Frozen):
    """A mail as the store keeps it: to whom, what for, and the ids of what it is about.

    Attributes
    ----------
    season_id, account_id : str or None
        Whose mail it is; it goes with them.
    address : str
    lang : Language
        Of whoever gets it.
    refs : dict of str to str
        Ids, by the kind of thing.
    attempts : int
        How often it was sent, or tried.
    """

    id: str
    season_id: str | None
    account_id: str | None
    address: str
    lang: Language
    template: MailTemplate
    refs: dict[str, str]
    state: str
    attempts: int
