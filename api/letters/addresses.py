"""Addresses of pages that mails lead to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    """The pages of one installation.

    Attributes
    ----------
    base_url : str
        Where people reach it, without a stroke at the end.
    """

    base_url: str

    def of_link(self, secret: str) -> str:
        """Give where a link is opened that signs somebody in."""
        return f"{self.base_url}/link/{secret}"

    def of_confirmation(self, secret: str) -> str:
        """Give where a registration is confirmed."""
        return f"{self.base_url}/confirm/{secret}"

    def of_answer(self, secret: str) -> str:
        """Give where an invitation is answered."""
        return f"{self.base_url}/answer/{secret}"
