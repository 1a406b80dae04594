"""Relevance floor: no member below `min`; 1 per member."""

import numpy as np

from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.marked import nobody
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the members below; whoever's relevance is not known may be."""
    relevance, floor = table.relevance_to(challenge.id), float(str(rule.get("min")))
    unknown = np.isnan(relevance)
    return nobody(unknown | (np.nan_to_num(relevance) < floor), unsure=unknown)


FORMULA = RuleFormula(key="relevance_floor", position=59, unit_cost=1, hold=hold)
