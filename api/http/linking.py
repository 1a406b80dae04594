"""Links of the OpenAPI document: from where things are listed or made to all that asks for them."""

import re
from collections.abc import Iterator
from typing import Any

LISTS = {
    "seasons": "season",
    "actors": "actor",
    "challenges": "challenge",
    "ties": "tie",
    "rules": "rule",
    "runs": "run",
    "proposals": "proposal",
    "boards": "board",
    "imports": "import",
    "invitations": "invitation",
    "coalitions": "coalition",
    "repairs": "repair",
}
"""What the last part of an address lists or makes, by the parameter that names one of them."""
PARAMETER = re.compile(r"{(\w+)}")


def add_links(document: dict[str, Any]) -> None:
    """State for each answer that gives ids which operations take them."""
    operations = [
        (path, operation) for path, item in document["paths"].items() for operation in item.values()
    ]
    for path, operation in operations:
        name = LISTS.get(path.rpartition("/")[2])
        if name is None:
            continue
        own = set(PARAMETER.findall(path))
        for status, answer in operation["responses"].items():
            if status.startswith("2"):
                id_ = "$response.body#/id" if status != "200" else "$response.body#/items/0/id"
                links = answer.setdefault("links", {})
                for target, parameters in _targets(operations, name, own):
                    stated = {name: id_} | {each: f"$request.path.{each}" for each in parameters}
                    link = {"operationId": target, "parameters": stated}
                    links.setdefault(target, link)


def _targets(
    operations: list[tuple[str, dict[str, Any]]], name: str, own: set[str]
) -> Iterator[tuple[str, set[str]]]:
    """Give the operations that ask for a thing, and what else of an address they ask for."""
    for path, operation in operations:
        asked = set(PARAMETER.findall(path))
        if name in asked and asked - {name} <= own:
            yield operation["operationId"], asked - {name}
