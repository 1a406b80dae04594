"""Making a season's rows those of a content, touching only what is other than before."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.orm import Session

from data.store.row_values import actor_values, challenge_values, rule_values
from data.store.tables import ActorRow, Base, ChallengeRow, RuleRow, TieRow
from models.ids import new_id
from models.kept_seasons import SeasonContent

FROM_FILES = {"version": 1, "edited_by": "", "edited_at": ""}
"""Of a row that nobody edited by hand."""
Rows = dict[Hashable, dict[str, Any]]


def sync_parts(session: Session, season_id: str, version: int, content: SeasonContent) -> None:
    """Bring a season's challenges, actors, ties and rules to those of a content.

    Rows that stay keep their ids; those that change count it, and their last edit by hand is
    over. Actors that do not take part are left alone.

    Parameters
    ----------
    version : int
        The season's, with this change.
    """
    season, people = content.season, content.people
    challenges: Rows = {
        each.id: {"position": place, **challenge_values(each)}
        for place, each in enumerate(season.challenges)
    }
    _sync(session, ChallengeRow, season_id, challenges, {})
    actors: Rows = {
        each.id: {**actor_values(each, people.email_of(each.id)), "state": "active"}
        for each in season.actors
    }
    ids = _sync(session, ActorRow, season_id, actors, {"season_version": version})
    ties: Rows = {
        tie.pair: {
            "actor_a_id": ids[tie.actor_a],
            "actor_b_id": ids[tie.actor_b],
            "kind": str(tie.kind),
            "since": tie.since,
        }
        for tie in season.ties
    }
    _sync(session, TieRow, season_id, ties, {}, codes={id_: code for code, id_ in ids.items()})
    rules: Rows = dict(
        _tell_apart(
            {"position": place, **rule_values(each)} for place, each in enumerate(season.rules)
        )
    )
    _sync(session, RuleRow, season_id, rules, {})


def _sync(
    session: Session,
    table: type[Base],
    season_id: str,
    after: Rows,
    with_change: Mapping[str, Any],
    codes: Mapping[str, str] | None = None,
) -> dict[Any, str]:
    """Bring the rows of one table to those wanted, and give their ids by what they are known by."""
    rows = session.scalars(select(table).filter_by(season_id=season_id)).all()
    before = dict(_known_by(table, rows, codes or {}))
    if gone := [{"gone": row.id} for key, row in before.items() if key not in after]:
        core: Any = table.__table__
        session.execute(delete(core).where(core.c.id == bindparam("gone")), gone)
    ids, new = {}, []
    for key, values in after.items():
        row = before.get(key)
        if row is None:
            ids[key] = new_id()
            given = {"id": ids[key], "season_id": season_id, **FROM_FILES, **with_change, **values}
            new.append(given)
            continue
        ids[key] = row.id
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if changed:
            touched = {**changed, **FROM_FILES, **with_change, "version": row.version + 1}
            for name, value in touched.items():
                setattr(row, name, value)
    session.flush()
    if new:
        session.execute(insert(table), new)
    return ids


def _known_by(
    table: type[Base], rows: Iterable[Any], codes: Mapping[str, str]
) -> Iterable[tuple[Hashable, Any]]:
    """Give rows by what they are known by from one content to the next."""
    if table is TieRow:
        for row in rows:
            yield (codes.get(row.actor_a_id, ""), codes.get(row.actor_b_id, "")), row
    elif table is RuleRow:
        ordered = sorted(rows, key=lambda row: row.position)
        fields = ("kind", "challenge", "strength", "keys")
        as_values = [{name: getattr(row, name) for name in fields} for row in ordered]
        yield from zip((key for key, _ in _tell_apart(as_values)), ordered, strict=True)
    else:
        for row in rows:
            if table is not ActorRow or row.state == "active":
                yield row.code, row


def _tell_apart(rules: Iterable[dict[str, Any]]) -> Iterable[tuple[Hashable, dict[str, Any]]]:
    """Give rules by what they say, equal ones by which of them they are."""
    seen: Counter[str] = Counter()
    for values in rules:
        said = json.dumps(
            [values[name] for name in ("kind", "challenge", "strength", "keys")], sort_keys=True
        )
        seen[said] += 1
        yield (said, seen[said]), values
