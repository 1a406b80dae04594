"""Apart: no two of the actors in one coalition; 3 per pair."""

from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.pairs import hold_pairs
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the pairs that are both in."""
    return hold_pairs(table, rule, lambda one, other: one and other)


FORMULA = RuleFormula(key="apart", position=100, unit_cost=3, hold=hold)
