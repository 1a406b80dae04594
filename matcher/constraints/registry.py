"""The rule kinds that this version has, and which rules hold in a season."""

from matcher import constraints
from matcher.constraints.kind import RuleKind
from matcher.core.discovery import discover
from models.challenges import Challenge
from models.errors import GIVEN, Fault, InputError
from models.rule_problems import RuleProblem
from models.rules import Rule
from models.seasons import Season
from models.text import Text

KINDS = discover(constraints, RuleKind, "koalition.rules")


def check_rule(rule: Rule) -> RuleProblem | None:
    """Give what keeps this version from honouring a stated rule, or None."""
    kind = KINDS.get(rule.kind)
    if kind is None or not kind.is_stated:
        known = ", ".join(key for key, known_kind in KINDS.items() if known_kind.is_stated)
        return RuleProblem(key="kind", code="rule_unknown", mend=_UNKNOWN.format(known=known))
    if rule.strength and not kind.can_be_soft:
        return RuleProblem(key="strength", code="rule_always_hard", mend=_HARD)
    names = [key.name for key in kind.keys]
    for stated in rule.keys:
        if stated.name not in names:
            mend = _KEY.format(known=", ".join(names))
            return RuleProblem(key=stated.name, code="rule_key_unknown", mend=mend)
    for key in kind.keys:
        value = rule.get(key.name)
        if value is None and key.required:
            return RuleProblem(key=key.name, code="rule_key_missing", mend=key.mend)
        if value is not None and not key.takes(value):
            return RuleProblem(key=key.name, code="rule_key_value", mend=key.mend)
    return None


def insist_on_fit(season: Season, options: tuple[Rule, ...] = ()) -> None:
    """Refuse rules that this version can't honour, wherever they come from.

    Of a rule that is turned off, which nobody has to honour, only the kind has to be known.

    Parameters
    ----------
    options : tuple of Rule
        Those that the season does not state; their actors have to be the season's, too.

    Raises
    ------
    InputError
        With the first fault of every such rule: `season.rules.N.KEY` for the season's own,
        `rules.N.KEY` for options.
    """
    faults = []
    for way, rules in (("season.rules", season.rules), ("rules", options)):
        for number, rule in enumerate(rules):
            problem, actor = check_rule(rule), rule.get("actor")
            at = f"{way}.{number}."
            if problem is not None and (problem.key == "kind" or not is_off(rule)):
                shown = _show(rule, problem.key)
                faults.append(
                    Fault(
                        file=GIVEN,
                        column=at + problem.key,
                        value=shown,
                        code=problem.code,
                        mend=problem.mend,
                    )
                )
            elif isinstance(actor, str) and actor not in season.actor_index:
                faults.append(Fault.given(f"{at}actor", actor, "actor_unknown", actor=actor))
    if faults:
        raise InputError(tuple(faults))


def _show(rule: Rule, key: str) -> str | None:
    """Give what a rule states under a key, in words."""
    value = getattr(rule, key) if key in ("kind", "strength") else rule.get(key)
    if isinstance(value, tuple):
        return ", ".join(value)
    return None if value is None else str(value)


def rules_of(season: Season, challenge: Challenge) -> tuple[Rule, ...]:
    """Give the rules with rows for one challenge, in the order in which ties are broken.

    The files' rules come first, then season.toml's in its order, then the defaults. A
    stated rule replaces one that holds unasked and has the same kind and scope.
    """
    applicable = [kind for kind in KINDS.values() if kind.apply is not None]
    stated = [
        rule
        for rule in season.rules
        if KINDS[rule.kind].apply is not None and rule.challenge in (None, challenge.id)
    ]
    scopes = {_scope(rule) for rule in stated}
    unasked = [rule for kind in applicable if (rule := kind.default(season)) is not None]
    held = [rule for rule in unasked if _scope(rule) not in scopes]
    files = [rule for rule in (*held, *stated) if KINDS[rule.kind].is_from_files]
    others = [rule for rule in (*stated, *held) if not KINDS[rule.kind].is_from_files]
    return tuple(rule for rule in (*files, *others) if not is_off(rule))


def _scope(rule: Rule) -> tuple[object, ...]:
    """Give what a rule speaks of, without its limits."""
    keys = [(key.name, key.value) for key in rule.keys if key.name not in ("min", "max")]
    return (rule.kind, *keys)


def is_off(rule: Rule) -> bool:
    """Say whether a rule's limit or strength turns it off."""
    return rule.strength == 0 or rule.get("min") == 0


_UNKNOWN = Text(
    sv="Den här versionen har regelslagen {known}.", en="This version has the rule kinds {known}."
)
_HARD = Text(
    sv='Regeln ger aldrig vika: skriv strength = "hard", eller 0 för att stänga av den.',
    en='The rule never gives way: write strength = "hard", or 0 to turn it off.',
)
_KEY = Text(sv="Regeln tar {known}.", en="The rule takes {known}.")
