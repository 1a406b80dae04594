"""A folder in the place of a mail server: each mail is a file, to be opened and read."""

from pathlib import Path

from data.files.folders import write_whole
from data.mail.messages import to_message
from models.errors import PostFailure
from models.letters import Letter

DOMAIN = "koalition.localhost"


class Outbox:
    """Keeps mails in a folder, one file each; sent again, one takes its own place.

    Parameters
    ----------
    folder : Path
        Made when the first mail comes.
    sender : str
    """

    def __init__(self, folder: Path, sender: str) -> None:
        self._folder, self._sender = folder, sender

    def send(self, id_: str, address: str, letter: Letter) -> None:
        """Keep a letter.

        Raises
        ------
        PostFailure
            `post_failed`: the folder can't be written to, or is full.
        """
        message = to_message(id_, self._sender, DOMAIN, address, letter)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / f"{id_}.eml", bytes(message))
        except OSError as error:
            raise PostFailure("post_failed", reason=error.strerror or "OSError") from error
