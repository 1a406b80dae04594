"""Regional radius: every member within `radius_km` of `place`; 1 per member outside."""

from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.marked import nobody
from matcher.verify.table import Facts
from models.challenges import Challenge, Scope
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held | None:
    """Count the members outside; national challenges have no radius."""
    centre, radius_km = challenge.place, challenge.radius_km
    if challenge.scope is Scope.NATIONAL or centre is None or radius_km is None:
        return None
    return nobody(table.placed & (table.distances_km(centre.lat, centre.lon) > radius_km))


FORMULA = RuleFormula(
    key="regional_radius",
    position=30,
    unit_cost=1,
    hold=hold,
    is_from_files=True,
    unasked=lambda _: Rule(kind="regional_radius"),
)
