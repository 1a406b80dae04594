"""`season.toml` with a season's values stated anew, in the text that it was written in."""

from typing import Any

import tomlkit

from models.kept_seasons import SeasonContent
from models.rules import Rule
from models.seasons import Season

PLAIN = ("name", "year", "country", "seed", "effort", "time_limit_s", "balance")


def restate_settings(content: SeasonContent) -> str:
    """State a season's own values in its settings; what else stands there stays.

    A value that the text does not state and that is the default is left unsaid. Weights and
    rules are written anew where they are stated or needed, without comments of their own.
    """
    season, document = content.season, tomlkit.parse(content.settings_text)
    for name in PLAIN:
        value = getattr(season, name)
        default = Season.model_fields[name].default
        if value is None:
            document.pop(name, None)
        elif name in document or name == "name" or value != default:
            _put_first(document, name, str(value) if name == "effort" else value)
    document.pop("weights", None)
    document.pop("rules", None)
    if season.weights:
        table = tomlkit.table()
        for weight in season.weights:
            table.add(weight.criterion, weight.weight)
        document.add("weights", table)
    if season.rules:
        rules = tomlkit.aot()
        for rule in season.rules:
            rules.append(_to_table(rule))
        document.add("rules", rules)
    return tomlkit.dumps(document)


def _put_first(document: tomlkit.TOMLDocument, name: str, value: Any) -> None:
    """Set a key of the top; a new one goes before the first table, where top keys must stand."""
    if name in document:
        document[name] = value
        return
    line = tomlkit.document()
    line.add(name, value)
    rest = tomlkit.parse(tomlkit.dumps(line) + tomlkit.dumps(document))
    document.clear()
    for key, item in rest.body:
        document.add(key, item) if key is not None else document.add(item)


def _to_table(rule: Rule) -> Any:
    table = tomlkit.table()
    table.add("kind", rule.kind)
    if rule.challenge is not None:
        table.add("challenge", rule.challenge)
    for key in rule.keys:
        table.add(key.name, list(key.value) if isinstance(key.value, tuple) else key.value)
    if rule.strength is not None:
        table.add("strength", rule.strength)
    return table
