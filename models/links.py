"""Links that mails carry."""

from datetime import timedelta
from enum import StrEnum

from models.frozen import Frozen

SIGN_IN_LIFE, CONFIRM_LIFE = timedelta(minutes=15), timedelta(days=7)


class LinkPurpose(StrEnum):
    """What a link is for."""

    SIGN_IN = "sign_in"
    ANSWER = "answer"
    CONFIRM = "confirm"


class Link(Frozen):
    """A link that can be opened, and the id of what it opens."""

    id: str
    subject: str
