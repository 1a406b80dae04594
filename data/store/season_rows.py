"""Seasons as rows: the vocabulary's types to the tables', and back.

Coming back, everything is validated as from any other source.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.store.tables import ActorRow, ChallengeRow, PlaceColumns, RuleRow, SeasonRow, TieRow
from models.actors import Actor
from models.challenges import Challenge
from models.hosts import Host
from models.kept_seasons import KeptSeason, SeasonContent
from models.people import Contact, People
from models.places import Place
from models.rules import Rule
from models.seasons import Season
from models.ties import Tie

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


def to_kept(
    row: SeasonRow,
    challenges: Iterable[ChallengeRow],
    actors: Sequence[ActorRow],
    ties: Iterable[TieRow],
    rules: Iterable[RuleRow],
) -> KeptSeason:
    """Make a season of its rows; challenges and rules stand in their order.

    Raises
    ------
    pydantic.ValidationError
        If the rows break a promise of the vocabulary.
    """
    codes = {actor.id: actor.code for actor in actors}
    season = Season.model_validate(
        {
            **_fields(row, SEASON_FIELDS),
            "weights": [
                {"criterion": criterion, "weight": weight}
                for criterion, weight in row.weights.items()
            ],
            "rules": [_to_rule(rule) for rule in rules],
            "challenges": [
                Challenge.model_validate(
                    {"id": each.code, **_fields(each, CHALLENGE_FIELDS), "place": _to_place(each)}
                )
                for each in challenges
            ],
            "actors": [
                Actor.model_validate(
                    {"id": each.code, **_fields(each, ACTOR_FIELDS), "place": _to_place(each)}
                )
                for each in actors
            ],
            "ties": [
                Tie.model_validate(
                    {
                        "actor_a": codes[tie.actor_a_id],
                        "actor_b": codes[tie.actor_b_id],
                        "kind": tie.kind,
                        "since": tie.since,
                    }
                )
                for tie in ties
            ],
        }
    )
    contacts = tuple(Contact(actor_id=each.code, email=each.email) for each in actors if each.email)
    content = SeasonContent(
        season=season,
        people=People(contacts=contacts),
        host=Host.model_validate(row.host),
        settings_text=row.settings_text,
    )
    return KeptSeason(slug=row.slug, version=row.version, content=content)


def _plain(thing: Actor | Challenge, fields: Iterable[str]) -> Mapping[str, Any]:
    """Give fields as JSON has them: lists for tuples, words for vocabularies."""
    return thing.model_dump(mode="json", include=set(fields))


def _fields(row: object, fields: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


def _place_values(place: Place | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("place", *PLACE_FIELDS))
    return {"place": place.name, **_fields(place, PLACE_FIELDS)}


def _to_place(row: PlaceColumns) -> Place | None:
    if row.place is None:
        return None
    return Place.model_validate({"name": row.place, **_fields(row, PLACE_FIELDS)})


def _to_rule(row: RuleRow) -> Rule:
    return Rule.model_validate(
        {
            "kind": row.kind,
            "challenge": row.challenge,
            "strength": row.strength,
            "keys": [{"name": name, "value": value} for name, value in row.keys.items()],
        }
    )
