"""A failing season as a folder: its files, and what failed, to be kept as a case."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from models.actors import Actor
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from tests.adversary.attack import Failure
from tests.adversary.draw import Drawn

ACTORS = (
    *("id", "name", "sector", "place", "lat", "lon", "country", "description", "offers", "seeks"),
    *("languages", "wishes", "capacity", "group", "available", "passed_over", "visible"),
    "storlek",
)
CHALLENGES = (
    *("id", "title", "description", "scope", "place", "radius_km", "min_size", "max_size", "size"),
    *("coalitions", "facets"),
)


def write_folder(folder: Path, drawn: Drawn, failures: Sequence[Failure]) -> None:
    """Write a season and what failed; the fits, which no file of a season holds, beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    season = drawn.season
    _write_csv(folder / "actors.csv", ACTORS, (_actor(each) for each in season.actors))
    challenges = (_challenge(each) for each in season.challenges)
    _write_csv(folder / "challenges.csv", CHALLENGES, challenges)
    ties = ([tie.actor_a, tie.actor_b] for tie in season.ties)
    _write_csv(folder / "ties.csv", ("actor_a", "actor_b"), ties)
    (folder / "season.toml").write_text(_toml(season), encoding="utf-8")
    (folder / "expect.md").write_text(_expect(drawn, failures), encoding="utf-8")
    fits = drawn.fits
    given = {
        "relevance": fits.relevance.tolist(),
        "facets": {key: table.tolist() for key, table in fits.facets.items()},
        "offers": None if fits.offers is None else fits.offers.table.tolist(),
        "areas": {each.id: [each.areas, each.reference_km] for each in season.challenges},
    }
    (folder / "fits.json").write_text(json.dumps(given, indent=1), encoding="utf-8")


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _actor(actor: Actor) -> list[object]:
    told = actor.model_dump(mode="json")
    place = told["place"]
    told |= {"place": place["name"], "lat": place["lat"], "lon": place["lon"]}
    told |= {"country": place["country"], "visible": "yes" if told["visible"] else "no"}
    told |= dict(told["attributes"])
    return [_cell(told[column]) for column in ACTORS]


def _challenge(challenge: Challenge) -> list[object]:
    told = challenge.model_dump(mode="json")
    told["place"] = told["place"] and told["place"]["name"]
    return [_cell(told[column]) for column in CHALLENGES]


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return "" if value is None else value


def _toml(season: Season) -> str:
    lines = [
        f"name = {_value(season.name)}",
        f"seed = {season.seed}",
        f"effort = {_value(str(season.effort))}",
        f"balance = {season.balance}",
    ]
    if season.weights:
        lines += ["[weights]", *(f"{each.criterion} = {each.weight}" for each in season.weights)]
    for rule in season.rules:
        lines += ["[[rules]]", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> list[str]:
    lines = [f"kind = {_value(rule.kind)}"]
    if rule.challenge is not None:
        lines.append(f"challenge = {_value(rule.challenge)}")
    if rule.strength is not None:
        lines.append(f"strength = {rule.strength}")
    return [*lines, *(f"{key.name} = {_value(key.value)}" for key in rule.keys)]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps(list(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def _expect(drawn: Drawn, failures: Sequence[Failure]) -> str:
    told = "\n\n".join(f"## {each.command}\n\n```\n{each.told}\n```" for each in failures)
    commands = " ".join(each.command for each in failures)
    return (
        f"# Seed {drawn.seed}\n\n"
        f"    python -m benchmarks.adversary --only {drawn.seed} --commands {commands}\n\n"
        "The fits and the reference values of places are drawn, and stand in `fits.json`: the "
        "files alone\ngive the same rules and seats, but not the same F.\n\n"
        f"{told}\n"
    )
