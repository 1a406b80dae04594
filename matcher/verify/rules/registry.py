"""The kinds of rules that the checker has formulas for, and which rules hold in a challenge."""

from dataclasses import dataclass

from matcher.core.discovery import discover
from matcher.verify import rules
from matcher.verify.rules.formula import Held, RuleFormula
from matcher.verify.rules.placing import PlacingFormula
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season

GROUP = "koalition.verify.rules"
FORMULAS = discover(rules, RuleFormula, GROUP)
PLACINGS = discover(rules, PlacingFormula, GROUP)


@dataclass(frozen=True, eq=False)
class StatedRule:
    """A rule that holds in a challenge's coalitions, with its formula."""

    rule: Rule
    formula: RuleFormula
    held: Held


def bind_rules(table: Facts, challenge: Challenge) -> tuple[StatedRule, ...]:
    """Give the rules of a challenge's coalitions in the order of their conflicts.

    The files' rules come first, then season.toml's in its order, then those that hold
    unasked; a stated one replaces one of these of the same kind and scope.
    """
    season = table.season
    stated = [
        rule
        for rule in season.rules
        if rule.kind in FORMULAS and rule.challenge in (None, challenge.id)
    ]
    scopes = [_scope(rule) for rule in stated]
    unasked = [rule for formula in FORMULAS.values() if (rule := formula.unasked(season))]
    unasked = [rule for rule in unasked if _scope(rule) not in scopes]
    first = [rule for rule in (*unasked, *stated) if FORMULAS[rule.kind].is_from_files]
    others = [rule for rule in (*stated, *unasked) if not FORMULAS[rule.kind].is_from_files]
    bound = []
    for rule in (*first, *others):
        formula = FORMULAS[rule.kind]
        held = None if is_turned_off(rule) else formula.hold(table, challenge, rule)
        if held is not None:
            bound.append(StatedRule(rule, formula, held))
    return tuple(bound)


def fixed_rules(season: Season, options: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Give the pins and bans that hold: the season's, and those of the command."""
    rules = (*season.rules, *options)
    return tuple(rule for rule in rules if rule.kind in PLACINGS and not is_turned_off(rule))


def is_turned_off(rule: Rule) -> bool:
    """Say whether a limit or a strength of 0 turns a rule off."""
    return rule.strength == 0 or rule.get("min") == 0


def _scope(rule: Rule) -> tuple[object, ...]:
    """Give what a rule is about, its limits apart."""
    return rule.kind, [(k.name, k.value) for k in rule.keys if k.name not in ("min", "max")]
