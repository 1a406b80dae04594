"""Rules on columns: each counts who has the value, by engine and checker, or is refused."""

import numpy as np
import pytest

from data.files.columns import ACTORS
from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import KINDS, check_rule
from matcher.core.pool import build_pool
from matcher.verify.rules.columns import mark_value
from matcher.verify.rules.registry import FORMULAS
from matcher.verify.table import Facts
from models.actors import Actor
from models.rules import Rule
from tests.kit.actors import make_actor
from tests.kit.places import LUND
from tests.kit.rules import make_rule
from tests.kit.seasons import make_challenge, make_season
from tests.kit.texts import assert_says_both

MARKED = make_actor(
    2,
    sector="academia",
    place=LUND.model_copy(update={"country": "NO", "county": "Oslo"}),
    offers="lokaler",
    seeks="vänner",
    languages=("en", "fi"),
    wishes=("c1", "c0"),
    capacity=3,
    group="Koncernen Å",
    available=("måndag", "tisdag"),
    passed_over=2,
    visible=False,
    attributes=(("storlek", "liten;mycket liten"), ("county", "Viken"), ("tom", "")),
)
OTHERS = [make_actor(i, sector="public", place=make_actor(0).place, attributes=()) for i in (0, 1)]
SEASON = make_season([*OTHERS, MARKED], [make_challenge(0), make_challenge(1)])
VALUES: dict[str, tuple[str, ...]] = {
    "id": ("a02",),
    "name": ("Aktör 02", " aktör  02 "),
    "sector": ("academia",),
    "place": (LUND.name, LUND.municipality),
    "country": ("NO", "no"),
    "description": ("Vi gör nummer 2.",),
    "offers": ("lokaler",),
    "seeks": ("vänner",),
    "languages": ("en", "fi"),
    "wishes": ("c0", "c1"),
    "capacity": ("3",),
    "group": ("koncernen å",),
    "available": ("måndag", "tisdag"),
    "passed_over": ("2",),
    "visible": ("no",),
    "county": ("Oslo", "Viken"),
    "storlek": ("liten", "mycket liten", "liten;mycket liten"),
}
REFUSED = {"lat": "55.6", "lon": "13.0", "email": "a@b.se"}
JUDGING = [kind for kind in KINDS.values() if "attribute" in [key.name for key in kind.keys]]


def rule_on(kind: RuleKind, column: str, value: str) -> Rule:
    limit = next(key.name for key in kind.keys if key.name in ("min", "max"))
    return make_rule(kind.key, attribute=column, value=value, **{limit: 1})


def test_every_column_of_the_contract_is_tried() -> None:
    assert {column.name for column in ACTORS} <= VALUES.keys() | REFUSED.keys()
    assert Actor.model_fields.keys() - {"attributes"} <= VALUES.keys()
    assert {kind.key for kind in JUDGING} >= {"attribute_floor", "attribute_ceiling"}


@pytest.mark.parametrize("kind", JUDGING, ids=[kind.key for kind in JUDGING])
@pytest.mark.parametrize("column", VALUES)
def test_a_column_counts_who_has_its_value(kind: RuleKind, column: str) -> None:
    pool, facts = build_pool(SEASON), Facts(SEASON, np.zeros((3, 2)), None, is_exact=True)
    for value in VALUES[column]:
        rule = rule_on(kind, column, value)
        assert check_rule(rule) is None
        assert mark_value(SEASON, column, value).tolist() == [False, False, True]
        assert kind.apply is not None
        applied = kind.apply(pool, SEASON.challenges[0], rule)
        assert applied is not None
        held = FORMULAS[kind.key].hold(facts, SEASON.challenges[0], rule)
        for members in ([0, 1], [0, 2], [1, 2]):
            short = applied.shortfall(pool, np.array(members))
            assert short == held.missed(members)
            if kind.key == "attribute_floor":
                assert short == (0 if 2 in members else 1)


@pytest.mark.parametrize("kind", JUDGING, ids=[kind.key for kind in JUDGING])
@pytest.mark.parametrize("column", REFUSED)
def test_a_column_that_counts_nobody_is_refused(kind: RuleKind, column: str) -> None:
    problem = check_rule(rule_on(kind, column, REFUSED[column]))
    assert problem is not None
    assert (problem.key, problem.code) == ("attribute", "rule_key_value")
    assert "lat" in problem.mend.en
    assert_says_both(problem.mend)
