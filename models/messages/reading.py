"""Messages: faults and warnings of a season's files."""

from models.text import Text

MESSAGES: dict[str, Text] = {}
