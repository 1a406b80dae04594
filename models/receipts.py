"""Receipts: a season and its proposal without anything personal, so that anyone can recompute.

Actors get numbers in the order of their ids, so that whatever ids decide stays decided; their
names and words are gone, with own columns that no rule names. Every number of the proposal can
be recomputed from the two, but for relevance and what else the words decided, which are taken
as stated.
"""

from collections.abc import Mapping
from typing import Any

from models.actors import Actor
from models.canonical import Json, hash_canonical, hash_content
from models.frozen import Frozen
from models.rules import Rule, RuleKey
from models.seasons import Season

GONE = "–"
"""Stands for words that are left out."""
ID_KEYS = frozenset({"actor_id", "actor", "for"})
LIST_KEYS = frozenset({"members", "actors"})


class Receipt(Frozen):
    """What proves a proposal.

    Attributes
    ----------
    season : Season
        Without what is personal.
    proposal : JSON
        The proposal under the season's numbers, with hashes of its own.
    content_sha256, input_sha256 : str
        Those of the proposal that it is of.
    """

    season: Season
    proposal: Json
    content_sha256: str
    input_sha256: str


def number_actors(ids: list[str]) -> dict[str, str]:
    """Give each actor a number, in the order of their ids.

    Examples
    --------
    >>> number_actors(["kb", "ab"])
    {'ab': 'a00001', 'kb': 'a00002'}
    """
    return {id_: f"a{number:05}" for number, id_ in enumerate(sorted(ids), start=1)}


def reduce_season(season: Season) -> Season:
    """Give a season without anything personal, its actors by number."""
    numbers = number_actors([actor.id for actor in season.actors])
    groups = sorted({actor.group for actor in season.actors if actor.group})
    named = {str(rule.get("attribute")) for rule in season.rules}

    def reduce(actor: Actor) -> Actor:
        return actor.evolve(
            id=numbers[actor.id],
            name=numbers[actor.id],
            description=GONE,
            offers=GONE if actor.offers else "",
            seeks=GONE if actor.seeks else "",
            group=f"g{groups.index(actor.group) + 1:05}" if actor.group else "",
            attributes=tuple(each for each in actor.attributes if each[0] in named),
        )

    return season.evolve(
        actors=tuple(map(reduce, season.actors)),
        ties=tuple(
            tie.evolve(actor_a=numbers[tie.actor_a], actor_b=numbers[tie.actor_b])
            for tie in season.ties
        ),
        rules=tuple(_number_rule(rule, numbers) for rule in season.rules),
    )


def issue_receipt(reduced: Season, document: Mapping[str, Any]) -> Receipt:
    """Give the receipt of a proposal.

    Parameters
    ----------
    reduced : Season
        The season that the proposal was made for, as `reduce_season` gives it.
    document : JSON
        The proposal, in which every actor of that season has its place or none.
    """
    ids = [
        *(member["actor_id"] for each in document["coalitions"] for member in each["members"]),
        *(each["actor_id"] for each in document["unplaced"]),
    ]
    numbered = _number(dict(document), number_actors(sorted(set(ids))))
    numbered.pop("engine", None)  # whose sentences these are no longer
    numbered["season"] = reduced.name
    told = {"season": reduced.model_dump(mode="json"), "settings": numbered["settings"]}
    numbered["input_sha256"] = hash_canonical(told)
    numbered["content_sha256"] = hash_content(numbered)
    return Receipt(
        season=reduced,
        proposal=numbered,
        content_sha256=document["content_sha256"],
        input_sha256=document["input_sha256"],
    )


def _number_rule(rule: Rule, numbers: Mapping[str, str]) -> Rule:
    def number(key: RuleKey) -> RuleKey:
        if key.name == "actor":
            return key.evolve(value=numbers[str(key.value)])
        if key.name == "actors" and isinstance(key.value, tuple):
            return key.evolve(value=tuple(numbers[each] for each in key.value))
        return key

    return rule.evolve(keys=tuple(map(number, rule.keys)))


def _number(value: Any, numbers: Mapping[str, str]) -> Any:
    """Put numbers in the place of ids, and take names and sentences out, at every depth."""
    if isinstance(value, list):
        return [_number(each, numbers) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, inner in value.items():
        if key in ("sv", "en") and isinstance(inner, str):
            found[key] = GONE
        elif key in ID_KEYS and isinstance(inner, str):
            found[key] = numbers.get(inner, inner)
        elif key in LIST_KEYS and all(isinstance(each, str) for each in inner):
            found[key] = [numbers.get(each, each) for each in inner]
        elif key == "value" and value.get("name") in ("actor", "actors"):
            listed = isinstance(inner, list)
            found[key] = [numbers[e] for e in inner] if listed else numbers.get(inner, inner)
        elif key == "evidence":
            continue
        else:
            found[key] = _number(inner, numbers)
    if "actor_id" in value and "name" in value:
        found["name"] = found["actor_id"]
    return found
