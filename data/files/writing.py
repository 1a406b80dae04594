"""A season out to the files of its folder, so that reading them gives the same season."""

import base64
import csv
import io
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence

from data.files.columns import ACTORS, CHALLENGES, TIES
from data.files.hosting import find_logo
from data.files.reading import ACTORS_FILE, CHALLENGES_FILE, SETTINGS_FILE, TIES_FILE
from data.files.restating import restate_settings
from data.files.templates import BOM
from data.files.toml_file import TomlFile
from data.files.workbook import FORMULA_STARTS, TableSheet, to_workbook
from data.reference.gazetteer import Gazetteer, UnknownPlace
from models.actors import Actor
from models.challenges import Challenge
from models.kept_seasons import SeasonContent
from models.places import Place
from models.ties import Tie
from models.viewers import is_hidden

LIST = ";"
YES, NO = "yes", "no"


def write_season(
    content: SeasonContent, gazetteer: Gazetteer, *, restates: bool = False
) -> dict[str, bytes]:
    """Give the files of a season's folder by their names.

    Tables are CSV; one with a cell that a spreadsheet would take for a formula is an .xlsx
    workbook instead, in which it stays a text. A place is written by its name where that
    leads back to it, else with its point. `season.toml` is as it was handed in, and holds
    the season's name in any case.

    Parameters
    ----------
    content : SeasonContent
    gazetteer : Gazetteer
        Knows the places by name.
    restates : bool
        Whether `season.toml` states the season's values anew, for those that were changed
        elsewhere: comments stay, but for those among the rules and the weights.
    """
    season = content.season
    own = sorted({column for actor in season.actors for column, _ in actor.attributes})
    files = dict(
        [
            _to_file(
                ACTORS_FILE,
                [*(column.name for column in ACTORS), *own],
                [
                    _actor_cells(actor, content, own, _place_cells(actor.place, gazetteer))
                    for actor in season.actors
                ],
            ),
            _to_file(
                CHALLENGES_FILE,
                [column.name for column in CHALLENGES],
                [
                    _challenge_cells(each, _place_cells(each.place, gazetteer))
                    for each in season.challenges
                ],
            ),
        ]
    )
    if season.ties:
        rows = map(_tie_cells, season.ties)
        files |= [_to_file(TIES_FILE, [column.name for column in TIES], rows)]
    return {**files, **_settings_files(content, restates=restates)}


def _to_file(
    name: str, headers: Sequence[str], cells: Iterable[Mapping[str, str]]
) -> tuple[str, bytes]:
    """Give a table's file by its name; columns that are empty throughout are left out."""
    rows = list(cells)
    kept = [header for header in headers if any(row.get(header) for row in rows)]
    table = [[row.get(header, "") for header in kept] for row in rows]
    if any(cell.startswith(FORMULA_STARTS) for row in [kept, *table] for cell in row):
        stem = name.removesuffix(".csv")
        return f"{stem}.xlsx", to_workbook([TableSheet(stem, kept, table)])
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([kept, *table])
    return name, (BOM + text.getvalue()).encode()


def _actor_cells(
    actor: Actor, content: SeasonContent, own: Sequence[str], place: Mapping[str, str]
) -> dict[str, str]:
    home = content.season.country
    return {
        "id": actor.id,
        "name": actor.name,
        "sector": str(actor.sector),
        **place,
        "country": "" if actor.place.country == home else actor.place.country,
        "description": actor.description,
        "offers": actor.offers,
        "seeks": actor.seeks,
        "languages": LIST.join(actor.languages),
        "wishes": LIST.join(actor.wishes),
        "capacity": "" if actor.capacity == 1 else str(actor.capacity),
        "group": actor.group,
        "available": LIST.join(actor.available),
        "passed_over": str(actor.passed_over or ""),
        "visible": NO if is_hidden(actor) else "",
        "email": content.people.email_of(actor.id),
        **dict(actor.attributes),
    }


def _challenge_cells(challenge: Challenge, place: Mapping[str, str]) -> dict[str, str]:
    return {
        "id": challenge.id,
        "title": challenge.title,
        "description": challenge.description,
        "scope": str(challenge.scope),
        **place,
        "radius_km": "" if challenge.radius_km is None else repr(challenge.radius_km),
        "min_size": str(challenge.min_size),
        "max_size": str(challenge.max_size),
        "size": "" if challenge.size is None else str(challenge.size),
        "coalitions": str(challenge.coalitions),
        "facets": LIST.join(challenge.facets),
    }


def _tie_cells(tie: Tie) -> dict[str, str]:
    since = "" if tie.since is None else str(tie.since)
    return {"actor_a": tie.actor_a, "actor_b": tie.actor_b, "kind": str(tie.kind), "since": since}


def _place_cells(place: Place | None, gazetteer: Gazetteer) -> dict[str, str]:
    """Write a place so that it is found again."""
    if place is None:
        return {}
    try:
        if gazetteer.resolve(place.name, place.country).place == place:
            return {"place": place.name}
    except UnknownPlace:
        pass
    return {"place": place.name, "lat": repr(place.lat), "lon": repr(place.lon)}


def _settings_files(content: SeasonContent, *, restates: bool) -> dict[str, bytes]:
    """Give `season.toml`, and the logo that it names."""
    text = restate_settings(content) if restates else content.settings_text
    stated = tomllib.loads(text)
    if "name" not in stated:
        text = f"name = {json.dumps(content.season.name, ensure_ascii=False)}\n{text}"
    files = {SETTINGS_FILE: text.encode()}
    logo = find_logo(TomlFile(SETTINGS_FILE, stated, {}))
    if logo and content.host.logo:
        files[logo] = base64.b64decode(content.host.logo.partition(",")[2])
    return files
