"""Messages: places that were not found or were ambiguous."""

from models.text import Text

MESSAGES: dict[str, Text] = {}
