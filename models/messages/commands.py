"""Messages: what the commands and the server say."""

from models.text import Text

MESSAGES: dict[str, Text] = {}
