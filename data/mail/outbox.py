"""A folder in the place of a mail server: each mail is a file, to be opened and read."""

from pathlib import Path

from data.files.folders import write_whole
from data.mail.messages import to_message
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
        Unwritable, StorageFull
            As their names say.
        """
        message = to_message(id_, self._sender, DOMAIN, address, letter)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / f"{id_}.eml", bytes(message))
