"""One per group: one seat per parent organisation; 3 per seat."""

import numpy as np

from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.labelled import UNLABELLED, surplus, surplus_after
from matcher.verify.table import Facts, number_labels
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the seats beyond each group's first."""
    groups = [" ".join(actor.group.split()).casefold() for actor in table.season.actors]
    labels = np.where([not group for group in groups], UNLABELLED, number_labels(groups))
    return Held(
        missed=lambda members: surplus(labels, 1, members),
        told=lambda members: (len(members), len(members) - surplus(labels, 1, members)),
        after=surplus_after(labels, 1),
    )


FORMULA = RuleFormula(
    key="one_per_group",
    position=110,
    unit_cost=3,
    hold=hold,
    unasked=lambda season: (
        Rule(kind="one_per_group") if any(actor.group for actor in season.actors) else None
    ),
)
