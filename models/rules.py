"""Rules as the organiser states them; what they mean is said in `matcher.constraints`."""

from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from models.frozen import Frozen
from models.promises import Breach, find_doubled, insist

RuleValue = str | int | float | bool | tuple[str, ...]


STRONGEST = 1_000
"""No soft rule weighs more."""


class RuleKey(Frozen):
    """One key of a rule with its value, such as `min` = 2."""

    name: str
    value: RuleValue


def _as_in_json(keys: dict[str, object]) -> dict[str, object]:
    return {key: list(own) if isinstance(own, tuple) else own for key, own in keys.items()}


ToldKeys = Annotated[dict[str, object], AfterValidator(_as_in_json)]
"""A rule's own keys where it is told of, the same before they are written and once read."""


class Rule(Frozen):
    """One stated rule.

    `challenge` limits it to one challenge, `coalition` (options of the command only) to
    one coalition. `strength` is None for a hard rule, else the weight of a soft one.
    `keys` are sorted by name, each once.
    """

    kind: str
    challenge: str | None = None
    coalition: str | None = None
    strength: float | None = Field(default=None, ge=0, le=STRONGEST)
    keys: tuple[RuleKey, ...] = ()

    @field_validator("keys")
    @classmethod
    def _sort_keys(cls, given: tuple[RuleKey, ...]) -> tuple[RuleKey, ...]:
        names = [key.name for key in given]
        insist(
            "keys",
            (
                Breach((place, "name"), "key_doubled", {"key": names[place]})
                for place in find_doubled(names)
            ),
        )
        return tuple(sorted(given, key=lambda key: key.name))

    def get(self, name: str) -> RuleValue | None:
        """Give the value of a key, or None where it is not stated."""
        return next((key.value for key in self.keys if key.name == name), None)
