"""Seasons under a criterion and a rule from outside; run where that package is installed.

Prints, as JSON, how many tiny seasons were as complete enumeration says, how many of them
were proven, gave way or kept the rule only because it was stated; and then a proposal.
"""

import json
import sys
from random import Random

from matcher.constraints.registry import KINDS
from matcher.core.problem import build_problem
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.optimise.group import group
from matcher.propose import propose
from models.ports.progress import Silence
from models.proposals import EndedBy
from models.seasons import Effort
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading, middle_season
from tests.kit.tiny import helpful_season, ruled_season, sibling_season, tiny_season
from tests.property.test_brute_force import check, costs_of

SEASONS = 60
RULE = "distinct_counties"


def main() -> None:
    """Solve tiny seasons and a middling one."""
    assert "closeness" in CRITERIA and RULE in KINDS
    counts = dict.fromkeys(("solved", "proven", "relaxed", "binding"), 0)
    for seed in range(SEASONS):
        draw = Random(seed)
        kind = (tiny_season, ruled_season, sibling_season, helpful_season)[seed % 4]
        season, fits = kind(seed)
        rule = make_rule(
            RULE, min=draw.randint(2, 4), strength=draw.choice([None, None, None, 0.5, 2.0])
        )
        stated = season.model_copy(update={"rules": (*season.rules, rule)})
        answer, _ = check(stated, fits, seed)
        problem = build_problem(stated, fits)
        free = group(build_problem(season, fits), Effort.NORMAL, 60, Silence())
        counts["solved"] += 1
        counts["proven"] += answer.ended_by is EndedBy.OPTIMAL
        counts["relaxed"] += any(costs_of(problem, answer))
        counts["binding"] += any(
            held.rule.kind == RULE and held.shortfall(problem.pool, chosen)
            for slot, chosen in zip(problem.slots, free.members, strict=True)
            for held in slot.rules
            if len(chosen)
        )
    season, fits = middle_season()
    rule = make_rule(RULE, min=4)
    season = season.model_copy(update={"rules": (*season.rules, rule)})
    proposal = propose(season, give_reading(fits), Options(), Silence())
    sys.stdout.write(json.dumps({"counts": counts, "proposal": proposal.model_dump(mode="json")}))


if __name__ == "__main__":
    main()
