"""The post: what takes letters to where they are read."""

from typing import Protocol

from models.letters import Letter


class Post(Protocol):
    """Takes a letter on its way."""

    def send(self, id_: str, address: str, letter: Letter) -> None:
        """Send a letter; sent again under the same id, it is known as the same.

        Raises
        ------
        MailRefused
            `mail_refused`: it will never be taken, say because there is no such address.
        PostFailure
            `post_failed`: it was not taken, and may be later.
        """
