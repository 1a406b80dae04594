"""Who is who: ids and names, for every place where a file names somebody."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from data.files.findings import NO_HINT, ask_if_meant
from data.reference.appearance import see
from data.reference.spelling import find_nearest
from models.text import Text

MOST_LOOKED_AT = 1_000_000
"""Names looked at for hints: thousands of unknown names among thousands get no more."""

Trouble = Literal["unknown_actor", "ambiguous_actor", "unknown_challenge", "unknown_coalition"]


@dataclass
class Directory:
    """The rows of a table by id and by name, also those that are faulty otherwise.

    Where `is_complete` is False rows may be missing; then an unknown name is no fault,
    since it would only follow from another one.
    """

    trouble: Trouble
    is_complete: bool = True
    rows: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    looked_at: int = 0

    def enter(self, id_: str, name: str, row: int) -> int | None:
        """Enter a row; give the number of an earlier row with the same id, if any."""
        earlier = self.rows.setdefault(id_, row)
        if name and id_ not in self.names[name]:
            self.names[name].append(id_)
        for word in (id_, name):
            if (look := see(word)) and id_ not in self.seen[look]:
                self.seen[look].append(id_)
        return earlier if earlier != row else None

    def find(self, word: str) -> str | None:
        """Give the id that an id or a name stands for, None where that is unclear.

        An id as written comes first, then a name as written, then what looks like either,
        whatever its capitals.
        """
        if word in self.rows:
            return word
        ids = self._named(word)
        return ids[0] if len(ids) == 1 else None

    def explain(self, word: str) -> tuple[str, dict[str, object]] | None:
        """Give code and parameters of the fault of a word that `find` does not know."""
        ids = self._named(word)
        if len(ids) > 1 and self.trouble == "unknown_actor":
            return "ambiguous_actor", {"name": word, "ids": ", ".join(ids)}
        if not self.is_complete:
            return None
        return self.trouble, {"name": word, "hint": self.suggest(word)}

    def _named(self, word: str) -> list[str]:
        """Give the ids of a name as written, else of what looks like it."""
        return self.names.get(word) or self.seen.get(see(word), [])

    def suggest(self, word: str) -> Text:
        """Give the question whether something known was meant, while looking is cheap."""
        self.looked_at += len(self.rows)
        if self.looked_at > MOST_LOOKED_AT:
            return NO_HINT
        near_ids = find_nearest(word, self.rows)
        return ask_if_meant(near_ids or find_nearest(word, self.names))
