"""Together: all of the actors in the same coalition or none; 3 per pair."""

from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.pairs import hold_pairs
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the pairs of which one is in and the other not."""
    return hold_pairs(table, rule, lambda one, other: one != other)


FORMULA = RuleFormula(key="together", position=90, unit_cost=3, hold=hold)
