"""Rules as the organiser states them; what they mean is said in `matcher.constraints`."""

from models.frozen import Frozen

RuleValue = str | int | float | bool | tuple[str, ...]


class RuleKey(Frozen):
    """One key of a rule with its value, such as `min` = 2."""

    name: str
    value: RuleValue


class Rule(Frozen):
    """One stated rule.

    `challenge` limits it to one challenge, `coalition` (options of the command only) to
    one coalition. `strength` is None for a hard rule, else the weight of a soft one.
    `keys` are sorted by name.
    """

    kind: str
    challenge: str | None = None
    coalition: str | None = None
    strength: float | None = None
    keys: tuple[RuleKey, ...] = ()

    def get(self, name: str) -> RuleValue | None:
        """Give the value of a key, or None where it is not stated."""
        return next((key.value for key in self.keys if key.name == name), None)
