"""What use cases ask of whoever reads rows and files as a season's own."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from models.actors import Actor
from models.challenges import Challenge
from models.errors import Fault
from models.rules import Rule

Known = Sequence[tuple[str, str]]
"""What rows may name: ids with names."""


class Files(Protocol):
    """Reads single rows by the same checks as whole files.

    Each raises `InputError` with every fault of the row; a fault's `column` is the key.
    """

    def read_actor(
        self, row: Mapping[str, Any], country: str, challenges: Known
    ) -> tuple[Actor, str, tuple[Fault, ...]]:
        """Read an actor, its address, and what is odd about it."""

    def read_challenge(
        self, row: Mapping[str, Any], country: str
    ) -> tuple[Challenge, tuple[Fault, ...]]:
        """Read a challenge, and what is odd about it."""

    def read_rule(
        self, row: Mapping[str, Any], country: str, actors: Known, challenges: Known
    ) -> Rule:
        """Read a rule."""

    def read_settings(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """Read a season's own settings, those that are given, as values of a season."""
