"""What each rule asks of a coalition and by how much it is missed, from the contract alone."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from models.challenges import Challenge, Scope
from models.rules import Rule, RuleKey
from models.seasons import Season
from tests.adversary.criteria import Words
from tests.kit.places import haversine_km

UNIT_COST = {
    "size": 2,
    "regional_radius": 1,
    "sector_floor": 1,
    "sector_ceiling": 1,
    "county_ceiling": 1,
    "attribute_floor": 1,
    "attribute_ceiling": 1,
    "relevance_floor": 1,
    "new_contacts_floor": 1,
    "together": 3,
    "apart": 3,
    "one_per_group": 3,
    "shared_language": 2,
}
FROM_FILES = ("size", "regional_radius")
Miss = Callable[[Words, Challenge, Rule, Sequence[int]], int]


def count_of(rule: Rule, name: str) -> int:
    value = rule.get(name)
    assert isinstance(value, int)
    return value


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def has_value(words: Words, rule: Rule, a: int) -> bool:
    """Say whether an actor has the rule's value in the rule's column."""
    actor, column = words.actors[a], str(rule.get("attribute"))
    cells: dict[str, Sequence[str]] = {
        "id": [actor.id],
        "sector": [str(actor.sector)],
        "place": [actor.place.name, actor.place.municipality],
        "county": [actor.place.county],
        "country": [actor.place.country],
        "capacity": [str(actor.capacity)],
        "group": [actor.group],
        "languages": actor.languages,
        "passed_over": [str(actor.passed_over)],
        "visible": ["yes" if actor.visible else "no"],
    }
    if column in cells:
        own = cells[column]
    else:
        cell = dict(actor.attributes).get(column, "")
        own = [cell, *cell.split(";")]
    return plain(str(rule.get("value"))) in map(plain, own)


def missed_size(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    n = len(members)
    return max(challenge.min_size - n, n - challenge.max_size, 0)


def missed_radius(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    centre, radius_km = challenge.place, challenge.radius_km
    if challenge.scope is Scope.NATIONAL or centre is None or radius_km is None:
        return 0
    return sum(haversine_km(words.actors[a].place, centre) > radius_km for a in members)


def count_sector(words: Words, rule: Rule, members: Sequence[int]) -> int:
    return sum(words.actors[a].sector == rule.get("sector") for a in members)


def count_column(words: Words, rule: Rule, members: Sequence[int]) -> int:
    return sum(has_value(words, rule, a) for a in members)


def missed_counties(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    county, most = rule.get("county"), count_of(rule, "max")
    homes = Counter(words.actors[a].place.county for a in members)
    return sum(max(0, n - most) for home, n in homes.items() if county in (None, home))


def missed_relevance(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    least = rule.get("min")
    assert isinstance(least, int | float)
    return sum(words.relevance[a][words.column[challenge.id]] < least for a in members)


def missed_contacts(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    missing, least = 0, count_of(rule, "min")
    for a in members:
        new = [
            b
            for b in members
            if words.actors[b].sector != words.actors[a].sector and not words.are_tied(a, b)
        ]
        missing += max(0, least - len(new))
    return missing


def pairs_of(words: Words, rule: Rule, members: Sequence[int]) -> list[int]:
    """Give how many of each of the rule's pairs are in."""
    actors, ids = rule.get("actors"), {words.actors[a].id for a in members}
    assert isinstance(actors, tuple)
    return [(one in ids) + (other in ids) for one, other in combinations(actors, 2)]


def missed_groups(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    groups = [plain(words.actors[a].group) for a in members if words.actors[a].group]
    return len(groups) - len(set(groups))


def missed_language(words: Words, challenge: Challenge, rule: Rule, members: Sequence[int]) -> int:
    every = sorted({language for actor in words.actors for language in actor.languages})
    spoken = [words.actors[a].languages for a in members if words.actors[a].languages]
    return min((sum(each not in own for own in spoken) for each in every), default=0)


MISSED: dict[str, Miss] = {
    "size": missed_size,
    "regional_radius": missed_radius,
    "sector_floor": lambda w, _, r, m: max(0, count_of(r, "min") - count_sector(w, r, m)),
    "sector_ceiling": lambda w, _, r, m: max(0, count_sector(w, r, m) - count_of(r, "max")),
    "county_ceiling": missed_counties,
    "attribute_floor": lambda w, _, r, m: max(0, count_of(r, "min") - count_column(w, r, m)),
    "attribute_ceiling": lambda w, _, r, m: max(0, count_column(w, r, m) - count_of(r, "max")),
    "relevance_floor": missed_relevance,
    "new_contacts_floor": missed_contacts,
    "together": lambda w, _, r, m: sum(n == 1 for n in pairs_of(w, r, m)),
    "apart": lambda w, _, r, m: sum(n == 2 for n in pairs_of(w, r, m)),
    "one_per_group": missed_groups,
    "shared_language": missed_language,
}


def asked_of(words: Words, rule: Rule, n: int) -> int:
    """Give what a rule asks of n members: the shortfall's unit in T."""
    if rule.kind in ("sector_floor", "attribute_floor"):
        return count_of(rule, "min")
    if rule.kind == "new_contacts_floor":
        return n * count_of(rule, "min")
    if rule.kind in ("together", "apart"):
        return len(pairs_of(words, rule, ()))
    return n


@dataclass(frozen=True)
class Rules:
    """The rules of one challenge: the hard ones in the order of give-ups, and the soft ones."""

    hard: tuple[Rule, ...]
    soft: tuple[Rule, ...]


def rules_of(season: Season, challenge: Challenge) -> Rules:
    """Give the rules of a challenge: the files' first, then stated ones, then unasked."""
    unasked = [
        Rule(kind="size"),
        Rule(kind="regional_radius"),
        Rule(kind="new_contacts_floor", keys=(RuleKey(name="min", value=1),)),
        Rule(kind="one_per_group"),
        Rule(kind="shared_language"),
    ]
    stated = [
        rule
        for rule in season.rules
        if rule.kind in UNIT_COST and rule.challenge in (None, challenge.id)
    ]
    kinds = {rule.kind for rule in stated}
    held = [rule for rule in unasked if rule.kind not in kinds]
    files = [rule for rule in (*held, *stated) if rule.kind in FROM_FILES]
    others = [rule for rule in (*stated, *held) if rule.kind not in FROM_FILES]
    on = [r for r in (*files, *others) if r.strength != 0 and r.get("min") != 0]
    return Rules(
        tuple(rule for rule in on if rule.strength is None),
        tuple(rule for rule in on if rule.strength is not None),
    )
