"""Types refuse what breaks their promises, with a code and the path of the field."""

import pickle
import re

import pytest
from pydantic import ValidationError

from models.actors import Actor
from models.challenges import Challenge
from models.messages import MESSAGES, say
from models.messages import promises as sentences
from models.people import Contact, People
from models.rules import Rule, RuleKey
from models.seasons import Season, Weight
from models.ties import Tie
from tests.kit.actors import make_actor
from tests.kit.places import PLACES
from tests.kit.seasons import make_challenge, make_season

ACTORS = tuple(make_actor(i) for i in range(4))
CHALLENGES = (make_challenge(0, coalitions=2), make_challenge(1))
SEASON = make_season(ACTORS, CHALLENGES)
SECRET = "hemlig.adress@example.org"


def rule(kind: str = "pin", *, of: str = "actor", value: object = "a00", **fields: object) -> Rule:
    keys = [{"name": of, "value": value}]
    return Rule.model_validate({"kind": kind, "keys": keys, **fields})


def tie(one: str, other: str) -> Tie:
    return Tie(actor_a=one, actor_b=other)


SEASONS = {
    "actor_doubled": ({"actors": (*ACTORS, make_actor(2))}, ("actors", 4, "id")),
    "challenge_doubled": (
        {"challenges": (*CHALLENGES, make_challenge(0))},
        ("challenges", 2, "id"),
    ),
    "weight_doubled": (
        {"weights": [Weight(criterion="novelty", weight=w) for w in (1, 2)]},
        ("weights", 1, "criterion"),
    ),
    "tie_doubled": (
        {"ties": (tie("a01", "a02"), tie("a00", "a01"), tie("a02", "a01"))},
        ("ties", 2, "actor_b"),
    ),
    "actor_unknown": ({"ties": (tie("a01", "nobody"),)}, ("ties", 0, "actor_b")),
    "challenge_unknown": (
        {"actors": (*ACTORS[:2], make_actor(2, wishes=("c1", "c7")))},
        ("actors", 2, "wishes", 1),
    ),
    "coalition_unknown": (
        {"rules": (rule(coalition="c0/2"), rule(coalition="c0/3"))},
        ("rules", 1, "coalition"),
    ),
}
RULES = {
    ("actor_unknown", ("rules", 0, "keys", 0, "value")): rule(value="nobody"),
    ("actor_unknown", ("rules", 0, "keys", 0, "value"), 2): rule(
        "together", of="actors", value=("a01", "who", "nobody")
    ),
    ("challenge_unknown", ("rules", 0, "challenge")): rule(challenge="c9"),
}
ACTOR = {"id": "x", "name": "X", "sector": "public", "place": PLACES[0], "description": "Vi."}
CHALLENGE = {"id": "c", "title": "T?", "areas": 21, "reference_km": 380.16}
OTHERS = {
    "tie_to_itself": (Tie, {"actor_a": "a", "actor_b": "a"}, ("actor_b",)),
    "sizes_out_of_order": (Challenge, CHALLENGE | {"min_size": 9, "max_size": 8}, ("max_size",)),
    "size_out_of_bounds": (Challenge, CHALLENGE | {"size": 19}, ("size",)),
    "region_without_centre": (
        Challenge,
        CHALLENGE | {"scope": "regional", "radius_km": 5},
        ("place",),
    ),
    "region_without_radius": (
        Challenge,
        CHALLENGE | {"scope": "regional", "place": PLACES[0]},
        ("radius_km",),
    ),
    "label_doubled": (Actor, ACTOR | {"languages": ("sv", "en", "sv")}, ("languages", 2)),
    "attribute_doubled": (
        Actor,
        ACTOR | {"attributes": (("å", "1"), ("å", "2"))},
        ("attributes", 1, 0),
    ),
    "attribute_personal": (
        Actor,
        ACTOR | {"attributes": (("email", SECRET),)},
        ("attributes", 0, 0),
    ),
    "key_doubled": (
        Rule,
        {"kind": "size", "keys": [{"name": "min", "value": n} for n in (1, 2)]},
        ("keys", 1, "name"),
    ),
    "contact_doubled": (
        People,
        {"contacts": [{"actor_id": "a", "email": SECRET}] * 2},
        ("contacts", 1, "actor_id"),
    ),
}


def insist_on(error: ValidationError, code: str, path: tuple[object, ...], count: int = 1) -> None:
    found = error.errors()
    assert [(each["type"], each["loc"]) for each in found] == [(code, path)] * count
    params = found[0]["ctx"]
    assert found[0]["msg"] == say(code, **params).en
    assert "{" not in say(code, **params).sv
    assert SECRET not in str(error)


@pytest.mark.parametrize("code", SEASONS)
def test_a_season_that_breaks_a_promise_is_refused(code: str) -> None:
    changes, path = SEASONS[code]
    for make in (
        lambda: SEASON.evolve(**changes),
        lambda: SEASON.model_copy(update=changes),
        lambda: make_season(**{"actors": ACTORS, "challenges": CHALLENGES, **changes}),
    ):
        with pytest.raises(ValidationError) as caught:
            make()
        insist_on(caught.value, code, path)


@pytest.mark.parametrize("expected", RULES, ids=str)
def test_a_rule_about_somebody_unknown_is_refused(expected: tuple[object, ...]) -> None:
    code, path, *count = expected
    with pytest.raises(ValidationError) as caught:
        SEASON.evolve(rules=(RULES[expected],))
    insist_on(caught.value, code, path, *count)


@pytest.mark.parametrize("code", OTHERS)
def test_a_value_that_breaks_a_promise_is_refused(code: str) -> None:
    kind, fields, path = OTHERS[code]
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(fields)
    insist_on(caught.value, code, path)


def test_every_promise_has_a_test() -> None:
    told = {*SEASONS, *OTHERS, *(code for code, *_ in RULES)}
    assert told == set(sentences.MESSAGES)
    assert set(sentences.MESSAGES) <= set(MESSAGES)


@pytest.mark.parametrize(
    "changes",
    [
        {"effort": "heroic"},
        {"balance": 1.5},
        {"country": "Sverige"},
        {"seed": 2**63},
        {"name": ""},
        {"colour": "red"},
    ],
)
def test_settings_outside_what_is_known_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        SEASON.evolve(**changes)
    assert [each["loc"] for each in caught.value.errors()] == [tuple(changes)]


def test_the_order_given_makes_no_difference() -> None:
    fields = {
        "ties": (tie("a00", "a02"), tie("a01", "a03")),
        "weights": [{"criterion": c, "weight": 1} for c in ("relevance", "novelty", "x", "y")],
    }
    season = SEASON.evolve(**fields)
    other = make_season(
        ACTORS[::-1],
        CHALLENGES,
        ties=(tie("a03", "a01"), tie("a02", "a00")),
        weights=fields["weights"][::-1],
    )
    assert other == season
    assert other.model_dump_json() == season.model_dump_json()
    assert [weight.criterion for weight in other.weights] == ["relevance", "novelty", "x", "y"]
    assert make_season(ACTORS, CHALLENGES[::-1]).challenges == CHALLENGES[::-1]
    keys = ({"name": "sector", "value": "public"}, {"name": "min", "value": 2})
    one, two = (Rule(kind="sector_floor", keys=order) for order in (keys, keys[::-1]))
    assert one == two
    assert one.keys[0] == RuleKey(name="min", value=2)


def test_a_changed_season_knows_its_new_actors() -> None:
    assert SEASON.actor_index["a03"] == 3
    assert SEASON.challenge_index["c1"] == 1
    fewer = SEASON.evolve(actors=ACTORS[1:], challenges=CHALLENGES[1:])
    assert fewer.actor_index == {"a01": 0, "a02": 1, "a03": 2}
    assert fewer.challenge_index == {"c1": 0}
    copied = SEASON.model_copy(update={"actors": ACTORS[2:]})
    assert copied.actor_index == {"a02": 0, "a03": 1}
    assert pickle.loads(pickle.dumps(copied)) == copied
    assert SEASON.actor_index["a03"] == 3


def test_contacts_show_and_tell_no_address() -> None:
    contact = Contact(actor_id="a00", email=SECRET)
    people = People(contacts=(Contact(actor_id="a01", email="b"), contact))
    assert people.email_of("a00") == SECRET
    assert people.email_of("a02") == ""
    assert SECRET not in f"{contact} {contact!r} {people} {people!r}"
    assert People.model_validate_json(people.model_dump_json()) == people
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate({"actor_id": "", "email": [SECRET]})
    assert SECRET not in str(caught.value)


def test_no_field_of_an_actor_or_a_season_holds_contact_data() -> None:
    for kind in (Actor, Season):
        schema = str(kind.model_json_schema())
        assert not re.search("e-?mail|phone|contact", schema, re.IGNORECASE)
    with pytest.raises(ValidationError):
        Actor.model_validate(ACTOR | {"email": SECRET})


def test_a_rule_is_no_stronger_than_the_contract_lets_it() -> None:
    assert Rule(kind="size", strength=1000.0).strength == 1000
    with pytest.raises(ValidationError):
        Rule(kind="size", strength=1000.5)
