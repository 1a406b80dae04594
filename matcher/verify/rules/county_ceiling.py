"""County ceiling: at most `max` members from a county, or from each; 1 per seat."""

import numpy as np

from matcher.verify.rules.formula import Held, Members, RuleFormula, whole
from matcher.verify.rules.labelled import UNLABELLED, counts, surplus, surplus_after
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the members beyond the ceiling, county by county; the fullest is told."""
    most, county = whole(rule, "max"), rule.get("county")
    meant = [
        place.county != "" and county in (None, place.county)
        for place in (actor.place for actor in table.season.actors)
    ]
    labels = np.where(meant, table.counties, UNLABELLED)

    def told(members: Members) -> tuple[int, int]:
        return most, max(counts(labels, members).values(), default=0)

    return Held(
        missed=lambda members: surplus(labels, most, members),
        told=told,
        after=surplus_after(labels, most),
        keys={} if county is None else {"county": county},
    )


FORMULA = RuleFormula(key="county_ceiling", position=55, unit_cost=1, hold=hold)
