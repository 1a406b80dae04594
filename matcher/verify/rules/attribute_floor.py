"""Attribute floor: at least `min` members with a value in a column; 1 per seat."""

from matcher.verify.rules.columns import mark_value
from matcher.verify.rules.formula import Held, RuleFormula, whole
from matcher.verify.rules.marked import count_at_least
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the members with the value."""
    attribute, value = str(rule.get("attribute")), str(rule.get("value"))
    marked = mark_value(table.season, attribute, value)
    return count_at_least(marked, whole(rule, "min"), {"attribute": attribute, "value": value})


FORMULA = RuleFormula(key="attribute_floor", position=57, unit_cost=1, hold=hold)
