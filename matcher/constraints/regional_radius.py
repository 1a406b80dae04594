"""Regional radius: every member of a regional coalition is within its radius.

Who works in the whole country is at no distance, so nowhere outside.
"""

import numpy as np

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge, Scope
from models.numbers import decimal
from models.places import great_circle_km
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Allow nobody outside the radius; a national challenge has none."""
    if challenge.scope is not Scope.REGIONAL or not challenge.place or not challenge.radius_km:
        return None
    centre, radius = challenge.place, challenge.radius_km
    distance_km = np.array(
        [
            0.0
            if place.is_whole_country
            else great_circle_km(centre.lat, centre.lon, place.lat, place.lon)
            for place in (actor.place for actor in pool.season.actors)
        ]
    )
    outside = distance_km > radius

    def judge(members: Ints) -> tuple[int, int]:
        return len(members), len(members) - int(outside[members].sum())

    def block(members: Ints, comer: int) -> Text:
        return _TOO_FAR.format(km=decimal(distance_km[comer], 1), most=decimal(radius, 1))

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=((CountRow(outside.astype(np.int64), most=0),),),
        judge=judge,
        blocks=block,
        asks=Text(sv="alla medlemmar inom {km} km", en="all members within {km} km").format(
            km=decimal(radius, 0)
        ),
        sentence=Text(
            sv="{title}: {given} av {asked:# medlem|# medlemmar} finns inom {km} km",
            en="{title}: {given} of {asked:# member|# members} are within {km} km",
        ),
        words={"km": decimal(radius, 0)},
    )


_TOO_FAR = Text(
    sv="utanför radien ({km} km bort, högst {most} km)",
    en="outside the radius ({km} km away, {most} km at most)",
)
KIND = RuleKind(
    key="regional_radius",
    title=Text(sv="regional radie", en="regional radius"),
    meaning=Text(
        sv="Alla medlemmar i en regional koalition finns inom `radius_km` från dess `place`.",
        en="All members of a regional coalition are within `radius_km` of its `place`.",
    ),
    mend=Text(
        sv="Få med fler organisationer inom radien, eller öka radius_km.",
        en="Bring in more organisations within the radius, or raise radius_km.",
    ),
    keys=(),
    apply=apply,
    is_from_files=True,
    position=30,
    default=lambda _: Rule(kind="regional_radius"),
)
