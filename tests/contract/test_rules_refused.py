"""Rules that no version can honour are refused where a problem is made, wherever they come from."""

from random import Random

import numpy as np
import pytest

from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import KINDS
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from models.errors import GIVEN, InputError
from models.rules import Rule, RuleKey
from models.seasons import Season
from tests.kit.rules import draw_rule, make_rule
from tests.kit.seasons import draw_season
from tests.kit.texts import assert_says_both

SEASON = draw_season(Random(1), 5)
STATED = {key: kind for key, kind in KINDS.items() if kind.is_stated}
SOUND = make_rule("sector_floor", sector="public", min=1)
ONE_TWICE = (SEASON.actors[0].id,) * 2


def without(rule: Rule, name: str) -> Rule:
    return rule.evolve(keys=tuple(key for key in rule.keys if key.name != name))


def spoil(kind: RuleKind) -> dict[tuple[str, str], Rule]:
    """Give rules of a kind, each with one fault, by its key and code."""
    if not kind.is_stated:
        soft = make_rule(kind.key, strength=0.5)
        return {("kind", "rule_unknown"): soft}
    sound = draw_rule(Random(1), kind, SEASON)
    foreign = sound.evolve(keys=(*sound.keys, RuleKey(name="färg", value=2)))
    spoilt = {("färg", "rule_key_unknown"): foreign}
    for key in kind.keys:
        if key.required:
            spoilt[key.name, "rule_key_missing"] = without(sound, key.name)
        if key.name not in ("actor", "actors"):
            wrong = sound.evolve(
                keys=(*without(sound, key.name).keys, RuleKey(name=key.name, value=-1))
            )
            spoilt[key.name, "rule_key_value"] = wrong
    if not kind.can_be_soft:
        spoilt["strength", "rule_always_hard"] = sound.evolve(strength=0.5)
    return spoilt


SPOILT = [
    *((*expected, rule) for kind in KINDS.values() for expected, rule in spoil(kind).items()),
    ("kind", "rule_unknown", make_rule("nobody_knows")),
    ("actors", "rule_key_value", make_rule("together", strength=0.5, actors=ONE_TWICE)),
    ("actors", "rule_key_value", make_rule("apart", strength=0.5, actors=ONE_TWICE)),
]


@pytest.mark.parametrize(
    ("key", "code", "rule"), SPOILT, ids=[f"{r.kind}-{key}-{code}" for key, code, r in SPOILT]
)
def test_a_rule_that_cannot_be_honoured_is_bad_input(key: str, code: str, rule: Rule) -> None:
    fits = Fits(np.zeros((len(SEASON.actors), len(SEASON.challenges))))
    stated = SEASON.evolve(rules=(SOUND, rule))
    assert_refused(stated, fits, (), f"season.rules.1.{key}", code)
    assert_refused(SEASON, fits, (rule,), f"rules.0.{key}", code)


def assert_refused(
    season: Season, fits: Fits, options: tuple[Rule, ...], way: str, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        build_problem(season, fits, rules=options)
    (fault,) = caught.value.faults
    assert (fault.file, fault.column, fault.code) == (GIVEN, way, code)
    assert_says_both(fault.mend)


def test_every_such_rule_is_named_at_once() -> None:
    season = SEASON.evolve(rules=(make_rule("x"), SOUND, make_rule("y")))
    stranger = make_rule("ban", actor="nobody")
    with pytest.raises(InputError) as caught:
        build_problem(season, rules=(stranger,))
    found = [(fault.column, fault.value) for fault in caught.value.faults]
    assert found == [
        ("season.rules.0.kind", "x"),
        ("season.rules.2.kind", "y"),
        ("rules.0.actor", "nobody"),
    ]


def test_of_a_rule_that_is_off_only_the_kind_is_asked() -> None:
    off = make_rule("new_contacts_floor", strength=0.0)
    build_problem(SEASON.evolve(rules=(off,)))
    with pytest.raises(InputError):
        build_problem(SEASON.evolve(rules=(off, make_rule("x", strength=0.0))))


@pytest.mark.parametrize("kind", STATED.values(), ids=STATED.keys())
def test_a_sound_rule_is_taken(kind: RuleKind) -> None:
    fits = Fits(np.zeros((len(SEASON.actors), len(SEASON.challenges))))
    season = SEASON.evolve(rules=(draw_rule(Random(1), kind, SEASON),))
    try:
        build_problem(season, fits)
    except InputError as error:
        assert {fault.code for fault in error.faults} <= {"pin_and_capacity"}
