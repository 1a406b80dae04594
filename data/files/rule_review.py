"""Every problem of one rule at once, from a check that gives the first one.

Whatever the check stumbles over is noted, then replaced by what was probably meant, or by
something of the right form, and the rule is checked again.
"""

from collections.abc import Iterable

from data.files.findings import ask_if_meant
from data.files.rules import RuleCheck
from data.reference.sectors import to_sector
from data.reference.spelling import find_nearest
from models.messages import say
from models.rule_problems import RuleProblem
from models.rules import Rule, RuleKey, RuleValue
from models.text import Text

KINDS = (
    *("size", "capacity", "regional_radius", "sector_floor", "sector_ceiling", "county_ceiling"),
    *("attribute_floor", "attribute_ceiling", "relevance_floor", "new_contacts_floor", "pin"),
    *("ban", "together", "apart", "one_per_group", "shared_language"),
)
"""Every rule kind of the contract; a version may not have all of them yet."""

STAND_INS: dict[str, RuleValue] = {
    "sector": "public",
    "min": 1,
    "max": 1,
    "county": "Skåne",
    "attribute": "name",
    "value": "x",
    "actor": "x",
    "actors": ("x", "y"),
}
"""Every key of the contract's rules, with a value of its form."""


def review_rule(rule: Rule, faulty: Iterable[str], check_rule: RuleCheck) -> list[RuleProblem]:
    """Give all that is wrong with a rule, with the nearest word for one that is unknown.

    Parameters
    ----------
    rule : Rule
        Without the keys whose values were at fault before.
    faulty : iterable of str
        The names of those.
    check_rule : RuleCheck
        Gives the first problem of a rule.
    """
    for key in faulty:
        rule = _with_key(rule, key, STAND_INS.get(key))
    problems: list[RuleProblem] = []
    told: set[tuple[str, str]] = set()
    while (problem := check_rule(rule)) and (problem.key, problem.code) not in told:
        told.add((problem.key, problem.code))
        meant, rule = _replace(rule, problem.key, check_rule)
        hint = ask_if_meant((meant,)) if meant else Text.same("")
        words = _word(problem)
        mend = Text(sv=words.sv + hint.sv, en=words.en + hint.en)
        problems.append(problem.evolve(mend=mend))
    return problems


def _word(problem: RuleProblem) -> Text:
    """Give what mends a problem, with the name of the file where the rule needs another one."""
    is_of_value = problem.code in ("rule_key_missing", "rule_key_value")
    return say("bad_attribute") if problem.key == "attribute" and is_of_value else problem.mend


def _replace(rule: Rule, key: str, check_rule: RuleCheck) -> tuple[str | None, Rule]:
    """Give what an unknown word was probably meant for, and a rule that can be checked on."""
    if key == "kind":
        kinds = [kind for kind in KINDS if _knows(Rule(kind=kind), "kind", check_rule)]
        meant = _nearest(rule.kind, kinds)
        return meant, rule.evolve(kind=meant or rule.kind)
    if key in ("strength", "challenge"):
        return None, rule.evolve(**{key: None})
    value = rule.get(key)
    taken = [name for name in STAND_INS if _takes(rule.kind, name, check_rule)]
    if value is None or key in taken:
        return None, _with_key(rule, key, STAND_INS.get(key))
    meant = _nearest(key, [name for name in taken if rule.get(name) is None])
    rule = _with_key(rule, key, None)
    if meant == "sector":
        value = str(to_sector(str(value)) or value)
    return meant, _with_key(rule, meant, value) if meant else rule


def _takes(kind: str, key: str, check_rule: RuleCheck) -> bool:
    """Say whether rules of a kind have a key."""
    keys = (RuleKey(name=key, value=STAND_INS[key]),)
    return _knows(Rule(kind=kind, keys=keys), key, check_rule)


def _knows(rule: Rule, key: str, check_rule: RuleCheck) -> bool:
    """Say whether a check has nothing against a rule's key."""
    problem = check_rule(rule)
    return problem is None or problem.key != key


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word nearest to another, if any is near."""
    return next(iter(find_nearest(word, known, limit=1)), None)


def _with_key(rule: Rule, key: str, value: RuleValue | None) -> Rule:
    """Give a rule with one key's value changed; None leaves the key out."""
    keys = {stated.name: stated.value for stated in rule.keys if stated.name != key}
    if value is not None:
        keys[key] = value
    sorted_keys = tuple(RuleKey(name=name, value=keys[name]) for name in sorted(keys))
    return rule.evolve(keys=sorted_keys)
