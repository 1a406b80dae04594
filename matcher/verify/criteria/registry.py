"""The criteria that the checker has formulas for, in the order of a member's reasons."""

from matcher.core.discovery import discover
from matcher.verify import criteria
from matcher.verify.criteria.formula import Formula

FORMULAS = discover(criteria, Formula, "koalition.verify.criteria")
