"""Messages: what became of a season: unplaced actors, weak fits, failures of the engine."""

from models.text import Text

MESSAGES: dict[str, Text] = {}
