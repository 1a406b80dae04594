"""Sector ceiling: at most `max` members from a sector; 1 per seat."""

import numpy as np

from matcher.verify.rules.formula import Held, RuleFormula, whole
from matcher.verify.rules.marked import count_at_most
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the members from the sector."""
    sector = str(rule.get("sector"))
    marked = np.array([str(actor.sector) == sector for actor in table.season.actors])
    return count_at_most(marked, whole(rule, "max"), {"sector": sector})


FORMULA = RuleFormula(key="sector_ceiling", position=50, unit_cost=1, hold=hold)
