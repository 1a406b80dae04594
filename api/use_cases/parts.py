"""Challenges, actors, ties and rules as rows of a store: what use cases about them share."""

from enum import StrEnum
from typing import Any

from api.use_cases.call import Call
from data.store.row_values import actor_values, challenge_values, rule_values
from models.errors import Fault, InputError, NotAllowed
from models.frozen import Frozen
from models.messages import say
from models.ties import Tie

Values = dict[str, Any]


class PartKind(StrEnum):
    """A kind of thing that goes with a season."""

    ACTOR = "actor"
    CHALLENGE = "challenge"
    TIE = "tie"
    RULE = "rule"


ROWS = {
    PartKind.ACTOR: (
        *("name", "sector", "place", "country", "lat", "lon", "description", "offers", "seeks"),
        *("languages", "wishes", "capacity", "group", "available", "passed_over", "visible"),
        "email",
    ),
    PartKind.CHALLENGE: (
        *("title", "description", "scope", "place", "lat", "lon", "radius_km", "min_size"),
        *("max_size", "size", "coalitions", "facets"),
    ),
    PartKind.TIE: ("actor_a", "actor_b", "kind", "since"),
    PartKind.RULE: ("kind", "challenge", "strength"),
}
"""Columns of a thing's file that a row of it is read from."""
PLACE_COLUMNS = frozenset({"place", "lat", "lon", "country", "municipality", "county"})


class PartRow(Frozen):
    """A thing's values by column, with what was odd about those that were given."""

    kind: PartKind
    values: dict[str, Any]
    warnings: tuple[Fault, ...] = ()


OWN = frozenset(ROWS[PartKind.ACTOR]) - {"capacity", "group", "passed_over"}
"""Columns that are an organisation's own to say; the others are the organiser's."""


def insist_on_own_columns(call: Call, row: Values) -> None:
    """Refuse a member what is the organiser's to say.

    Raises
    ------
    NotAllowed
        `not_allowed`.
    """
    others = sorted(row.keys() - OWN)
    if call.at.own is not None and others:
        raise NotAllowed("not_allowed", reason=say("columns_of_organiser", columns=others[0]))


def right_to_edit(given: Any) -> str:
    """Give the right that editing a thing of this kind needs."""
    return f"{given.kind}.edit"


def to_row(kind: PartKind, values: Values, changes: Values) -> Values:
    """Give a thing's values as a row of its file, to be read again with some changes.

    Where another place is named, the point of the one before goes with it.
    """
    gone = {"lat", "lon", "country"} if "place" in changes else set()
    kept = {k: v for k, v in values.items() if k in ROWS[kind] and k not in gone}
    row = {"id": values.get("code"), **kept}
    if kind is PartKind.RULE:
        keys = dict(values["keys"])
        return {**{k: v for k, v in row.items() if v is not None}, **keys}
    if kind is PartKind.ACTOR:
        row |= dict(values["attributes"])
    return row


def only_affected(kind: PartKind, row: Values, read: Values) -> Values:
    """Give of the values that were read those that the given columns say something about.

    What nobody touched stays to the last digit as it was kept.
    """
    if kind is PartKind.RULE:
        return read
    own = ROWS[kind]
    names = {name for name in row if name in own}
    if names & PLACE_COLUMNS:
        names |= {"place", "municipality", "county", "lat", "lon", "country"}
    if names & {"place", "lat", "lon", "radius_km", "scope"}:
        names |= {"areas", "reference_km"}
    if row.keys() - set(own):
        names.add("attributes")
    return {name: value for name, value in read.items() if name in names}


def read_values(call: Call, kind: PartKind, row: Values) -> tuple[Values, tuple[Fault, ...]]:
    """Read what was given of a thing by the checks of files, as values by column.

    Raises
    ------
    InputError
        With every fault.
    """
    store, season = call.store, call.at
    country = str(store.seasons.summarise(season.id)["country"])
    if kind is PartKind.ACTOR:
        wished = store.parts.codes_of("challenge", season.id)
        actor, email, warnings = call.reader.read_actor(row, country, wished)
        return actor_values(actor, email), warnings
    if kind is PartKind.CHALLENGE:
        challenge, warnings = call.reader.read_challenge(row, country)
        return challenge_values(challenge), warnings
    if kind is PartKind.RULE:
        actors = store.parts.codes_of("actor", season.id)
        asked = store.parts.codes_of("challenge", season.id)
        return rule_values(call.reader.read_rule(row, country, actors, asked)), ()
    return _read_tie(call, row), ()


def _read_tie(call: Call, row: Values) -> Values:
    ids = call.store.seasons.actor_ids(call.at.id)
    faults = [
        Fault.given(field, row[field], "tie_actor_unknown")
        for field in ("actor_a", "actor_b")
        if row[field] not in ids
    ]
    if not faults and row["actor_a"] == row["actor_b"]:
        faults = [Fault.given("actor_b", row["actor_b"], "tie_with_itself")]
    if faults:
        raise InputError(tuple(faults))
    tie = Tie(**row)
    return {
        "actor_a_id": ids[tie.actor_a],
        "actor_b_id": ids[tie.actor_b],
        "kind": str(tie.kind),
        "since": tie.since,
    }
