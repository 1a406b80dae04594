"""Builders of rules, of every kind that there is."""

from random import Random

from matcher.constraints.kind import Key, RuleKind
from models.rule_problems import RuleProblem
from models.rules import Rule, RuleKey, RuleValue
from models.seasons import Season
from models.sectors import Sector


def make_rule(
    kind: str,
    challenge: str | None = None,
    *,
    coalition: str | None = None,
    strength: float | None = None,
    **keys: RuleValue,
) -> Rule:
    """Give a rule as reading would: its keys sorted by name."""
    stated = tuple(RuleKey(name=name, value=value) for name, value in sorted(keys.items()))
    return Rule(kind=kind, challenge=challenge, coalition=coalition, strength=strength, keys=stated)


def accept_any(rule: Rule) -> RuleProblem | None:
    """Accept every rule: for reading the shape alone."""
    return None


def draw_rule(draw: Random, kind: RuleKind, season: Season, **fixed: RuleValue) -> Rule:
    """Give a rule of a kind with values that its keys take; a file's rule as it holds."""
    if not kind.is_stated:
        rule = kind.default(season)
        assert rule is not None, f"{kind.key} is neither stated nor held unasked"
        return rule
    keys = {key.name: draw.choice(values_of(key, season)) for key in kind.keys}
    return make_rule(kind.key, **{**keys, **fixed})


def values_of(key: Key, season: Season) -> list[RuleValue]:
    """Give what a key could say of a season."""
    actors = [actor.id for actor in season.actors]
    words: dict[str, list[RuleValue]] = {
        "sector": [str(sector) for sector in Sector],
        "actor": [*actors],
        "actors": [tuple(actors[:2]), tuple(actors[:3])],
        "county": sorted({actor.place.county for actor in season.actors}),
        "attribute": [name for name, _ in season.actors[0].attributes],
        "value": [value for _, value in season.actors[0].attributes],
    }
    values = [value for value in words.get(key.name, [0.25, 1, 2, 3, 4]) if key.takes(value)]
    assert values, f"no value is known for the key {key.name}: add some here"
    return values
