"""What reading asks of whoever knows what rules mean."""

from typing import Protocol

from models.rule_problems import RuleProblem
from models.rules import Rule


class RuleCheck(Protocol):
    """Judges one rule by its kind, keys and strength."""

    def __call__(self, rule: Rule) -> RuleProblem | None:
        """Give what is wrong with the rule, or None where it can be honoured."""
