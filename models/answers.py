"""Answers that are given once: to an order that carries a key, so that it can be sent again."""

from pydantic import Field

from models.frozen import Frozen


class OrderKey(Frozen):
    """By which an order is known again.

    Attributes
    ----------
    key : str
        The caller's own word for it.
    body_sha256 : str
        Of what is ordered, and where: another order under the same key is refused.
    """

    key: str = Field(min_length=1, max_length=255)
    body_sha256: str


class GivenAnswer(Frozen):
    """What was answered: status, headers of its own, and the body as text."""

    status: int
    headers: dict[str, str] = Field(default_factory=dict)
    body: str = ""
