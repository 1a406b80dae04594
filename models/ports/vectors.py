"""What reading words asks of whoever remembers them."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class VectorStore(Protocol):
    """Remembers what one model read, and in which language texts are; never a text itself.

    Keys are SHA-256 of what was read. A vector is the bytes of its numbers, 32-bit floats
    with the lowest byte first. What can't be read any more is forgotten, not told wrongly.

    Each method raises `StoreFailure` where the store can't be reached.
    """

    def find_vectors(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Give the vectors of those keys that are known; changes nothing."""

    def keep_vectors(self, vectors: Mapping[bytes, bytes]) -> None:
        """Remember vectors by key: all of them or none."""

    def find_languages(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """Give the languages of those keys that are known; changes nothing."""

    def keep_languages(self, languages: Mapping[bytes, str]) -> None:
        """Remember languages by key: all of them or none."""
