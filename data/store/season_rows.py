"""Rows as seasons: everything is validated as from any other source."""

from collections.abc import Iterable, Sequence
from typing import Any

from data.store.row_values import ACTOR_FIELDS, CHALLENGE_FIELDS, PLACE_FIELDS, SEASON_FIELDS
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
    own = sorted({column for actor in actors for column, _ in actor.attributes})
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
                    {
                        "id": each.code,
                        **_fields(each, ACTOR_FIELDS),
                        "attributes": _fill(each.attributes, own),
                        "place": _to_place(each),
                    }
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


def _fill(attributes: Sequence[tuple[str, str]], own: Sequence[str]) -> list[tuple[str, str]]:
    """Give every own column of the season, as a table has it: empty where nothing is said."""
    told = dict(attributes)
    return [(column, told.get(column, "")) for column in own]


def _fields(row: object, fields: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


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
