"""Regional radius: every member of a regional coalition is within its radius."""

import numpy as np

from matcher.constraints.kind import Applied, CountRow, RuleKind
from matcher.pool import Ints, Pool
from models.challenges import Challenge, Scope
from models.places import great_circle_km
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Allow nobody outside the radius; a national challenge has none."""
    if challenge.scope is not Scope.REGIONAL or not challenge.place or not challenge.radius_km:
        return None
    centre, radius = challenge.place, challenge.radius_km
    outside = np.array(
        [
            great_circle_km(centre.lat, centre.lon, actor.place.lat, actor.place.lon) > radius
            for actor in pool.season.actors
        ],
        dtype=bool,
    )

    def judge(members: Ints) -> tuple[int, int]:
        return len(members), len(members) - int(outside[members].sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        row=CountRow(outside, most=0),
        judge=judge,
        sentence=Text(
            sv="{title}: {given} av {asked} medlemmar finns inom radien.",
            en="{title}: {given} of {asked} members are within the radius.",
        ),
    )


KIND = RuleKind(
    key="regional_radius",
    keys=(),
    apply=apply,
    is_stated=False,
    position=30,
    default=lambda _: Rule(kind="regional_radius"),
)
