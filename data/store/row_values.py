"""The vocabulary's types as values of rows, by column."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.actors import Actor
from models.challenges import Challenge
from models.kept_seasons import SeasonContent
from models.places import Place
from models.rules import Rule

PLACE_FIELDS = ("municipality", "county", "lat", "lon", "country")
SEASON_FIELDS = ("name", "year", "country", "seed", "effort", "time_limit_s", "balance")
CHALLENGE_FIELDS = (
    *("title", "description", "scope", "radius_km", "min_size", "max_size", "size"),
    *("coalitions", "facets", "areas", "reference_km"),
)
ACTOR_FIELDS = (
    *("name", "sector", "description", "offers", "seeks", "languages", "wishes", "capacity"),
    *("group", "available", "passed_over", "visible", "attributes"),
)
"""Fields that a row holds under their own name; the others are said below."""


def season_values(content: SeasonContent) -> dict[str, Any]:
    """Give what a season's own row holds."""
    season = content.season
    return {
        **{name: getattr(season, name) for name in SEASON_FIELDS},
        "weights": {weight.criterion: weight.weight for weight in season.weights},
        "host": content.host.model_dump(mode="json"),
        "settings_text": content.settings_text,
    }


def challenge_values(challenge: Challenge) -> dict[str, Any]:
    """Give what a challenge's row holds, but for the season and its place among others."""
    return {
        "code": challenge.id,
        **_plain(challenge, CHALLENGE_FIELDS),
        **_place_values(challenge.place),
    }


def actor_values(actor: Actor, email: str) -> dict[str, Any]:
    """Give what an actor's row holds, but for the season."""
    return {
        "code": actor.id,
        **_plain(actor, ACTOR_FIELDS),
        **_place_values(actor.place),
        "email": email,
    }


def rule_values(rule: Rule) -> dict[str, Any]:
    """Give what a rule's row holds, but for the season and its place among others."""
    keys = [(key.name, key.model_dump(mode="json")["value"]) for key in rule.keys]
    return {
        "kind": rule.kind,
        "challenge": rule.challenge,
        "strength": rule.strength,
        "keys": dict(keys),
    }


def _plain(thing: Actor | Challenge, fields: Iterable[str]) -> Mapping[str, Any]:
    """Give fields as JSON has them: lists for tuples, words for vocabularies."""
    return thing.model_dump(mode="json", include=set(fields))


def _place_values(place: Place | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("place", *PLACE_FIELDS))
    return {"place": place.name, **{name: getattr(place, name) for name in PLACE_FIELDS}}
