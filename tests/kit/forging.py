"""Forged proposals: documents changed on purpose, with every sum and hash made to fit again."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from data.files.reading import read_season
from matcher.constraints.registry import check_rule
from matcher.core.fits import Fits
from matcher.core.settings import Options
from matcher.criteria.registry import CRITERIA
from matcher.propose import propose
from models.canonical import hash_canonical, hash_content
from models.ports.progress import Silence
from models.proposals import Settings
from models.seasons import Season
from tests.kit.seasons import draw_fits, give_reading

FOLDER = Path(__file__).parent / "forged"
"""Ten actors, a challenge with facets and one without; nobody seeks, wishes or waits."""
Document = dict[str, Any]
Path_ = tuple[Any, ...]


def read_small() -> tuple[Season, Fits]:
    """Give the season of the folder, and fits of its words."""
    season = read_season(FOLDER, check_rule=check_rule, criteria=CRITERIA).season
    return season, draw_fits(season, 1)


def make_document(season: Season, fits: Fits, **options: Any) -> Document:
    """Propose, and give the document as it is parsed from a file."""
    given = Options(is_reproducible=True, **options)
    proposal = propose(season, give_reading(fits), given, Silence())
    document: Document = json.loads(json.dumps(proposal.model_dump(mode="json", by_alias=True)))
    return document


def forge(
    document: Document, change: Callable[[Document], object], season: Season | None = None
) -> Document:
    """Change a copy and hash it anew; with a season its settings, too."""
    forged = copy.deepcopy(document)
    change(forged)
    if season is not None:
        settings = Settings.model_validate(forged["settings"]).model_dump(
            mode="json", by_alias=True
        )
        content = {"season": season.model_dump(mode="json"), "settings": settings}
        forged["input_sha256"] = hash_canonical(content)
    forged["content_sha256"] = hash_content(forged)
    return forged


def claim(document: Document, coalition: str, criterion: str, value: float) -> None:
    """Claim a value of every member of a coalition, and all that follows from it."""
    weights = document["settings"]["weights"]
    share = weights[criterion] / sum(weights.values())
    own = next(each for each in document["coalitions"] if each["id"] == coalition)
    own["total"] = round(own["total"] + share * (value - own["scores"][criterion]), 6)
    own["scores"][criterion] = value
    for member in own["members"]:
        for reason in member["reasons"]:
            if reason["criterion"] == criterion:
                reason["value"] = value
                reason["contribution"] = round(share * value / own["size"], 6)
    totals = [each["total"] for each in document["coalitions"]]
    balance = document["settings"]["balance"]
    worth = (1 - balance) * sum(totals) / len(totals) + balance * min(totals)
    certificate = document["certificate"]
    certificate["objective"] = round(worth, 6)
    certificate["bound"] = max(certificate["bound"], certificate["objective"])
    gap = (certificate["bound"] - certificate["objective"]) / max(certificate["bound"], 1e-3)
    certificate["gap"] = round(gap, 6)
    is_proven = round(1e6 * (certificate["bound"] - certificate["objective"])) <= 2
    certificate["ended_by"] = "optimal" if is_proven else "work"
    certificate["status"] = "optimal" if is_proven else "feasible"


def places_of(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Give the path of everything in a document, itself aside."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key, own in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_of(own, (*path, key))


def spoil_somewhere(draw: Random, document: Document) -> tuple[Path_, str]:
    """Change one place of a document, and say where and how."""
    everywhere = list(places_of(document))
    while True:
        path = draw.choice(everywhere)
        holder = document
        for key in path[:-1]:
            holder = holder[key]
        how, value = _spoil(draw, holder, path[-1], document, everywhere)
        if how:
            return path, f"{how}: {value!r}"


def _spoil(
    draw: Random, holder: Any, key: Any, document: Document, everywhere: list[Path_]
) -> tuple[str, Any]:
    """Change one entry of an object or a list; nothing where the change would be none."""
    old = holder[key]
    how = draw.choice(["value", "value", "value", "kind", "drop", "more", "swap"])
    if how == "value":
        holder[key] = _other_value(draw, old, document, everywhere)
    elif how == "kind":
        holder[key] = draw.choice([None, [], {}, "", 0, 1.5, True, [old], {"x": old}, str(old)])
    elif how == "drop":
        del holder[key]
        return how, old
    elif how == "more" and isinstance(old, list) and old:
        holder[key] = [*old, copy.deepcopy(draw.choice(old))]
    elif how == "more" and isinstance(old, dict):
        holder[key] = {**old, "seconds": 0.5} if draw.random() < 0.5 else {**old, "more": 1}
    elif how == "swap" and isinstance(old, list) and len(old) > 1:
        one, other = draw.sample(range(len(old)), 2)
        changed = list(old)
        changed[one], changed[other] = changed[other], changed[one]
        holder[key] = changed
    same = holder[key] == old and type(holder[key]) is type(old)
    return ("" if same else how), holder[key]


def _other_value(draw: Random, old: Any, document: Document, everywhere: list[Path_]) -> Any:
    """Give another value of the same kind."""
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return old + draw.choice([-1, 1, 2, 100])
    if isinstance(old, float):
        near = round(old + draw.choice([-1, 1]) * draw.choice([1e-5, 1e-4, 9e-4, 0.01, 0.5]), 6)
        return draw.choice(
            [near, near, near, -old, old + 1e6, float("nan"), float("inf"), int(old)]
        )
    if isinstance(old, str):
        other: Any = document
        for key in draw.choice(everywhere):
            other = other[key]
        return other if isinstance(other, str) and draw.random() < 0.5 else f"{old}x"
    return old
