"""The `actor` key that several rule kinds share; reading has put the id there."""

from matcher.constraints.kind import Key
from models.text import Text

ACTOR_KEY = Key(
    "actor",
    lambda value: isinstance(value, str) and bool(value),
    Text(sv="Skriv en aktörs id eller namn.", en="Write an actor's id or name."),
)
