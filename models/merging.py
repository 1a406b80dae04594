"""Files into a season that was edited by hand meanwhile: a merge of three.

The base is what files brought last. What only the files changed since is taken, what only
somebody changed by hand stays, and what both changed is a conflict that somebody decides. A
thing that was removed by hand stays removed as long as the files say no more than before.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from models.actors import Actor
from models.challenges import Challenge
from models.frozen import Frozen
from models.kept_seasons import SeasonContent
from models.people import Contact, People
from models.rules import Rule
from models.seasons import Season
from models.ties import Tie

KINDS = ("actors", "challenges", "ties", "rules", "settings")
EMAIL, SETTINGS = "email", "season"
SEASON_COLUMNS = ("name", "year", "country", "seed", "effort", "time_limit_s", "balance", "weights")
Values = dict[str, Any]
Rows = dict[str, Values]


class Decision(StrEnum):
    """Whose columns hold where both changed."""

    FILE = "file"
    SERVICE = "service"


class RowChange(Frozen):
    """A thing that an import changes.

    Attributes
    ----------
    key : str
        What it is known by: a code, two codes, or what a rule says.
    before, after : dict or None
        The columns that change, as they are and as they would be; None where the thing is not.
    conflicts : tuple of str
        Columns that were changed by hand and in the files, to be decided; `*` is the thing.
    """

    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    conflicts: tuple[str, ...] = ()


class PartChanges(Frozen):
    """What an import does with the things of one kind; those that stay are counted.

    `kept` were changed by hand alone, and stay so.
    """

    added: tuple[RowChange, ...] = ()
    changed: tuple[RowChange, ...] = ()
    removed: tuple[RowChange, ...] = ()
    same: int = 0
    kept: int = 0


class MergePlan(Frozen):
    """What an import would change, kind by kind."""

    actors: PartChanges
    challenges: PartChanges
    ties: PartChanges
    rules: PartChanges
    settings: PartChanges

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Give what is to be decided, as `kind/key`."""
        return tuple(
            f"{kind}/{change.key}"
            for kind in KINDS
            for part in (getattr(self, kind),)
            for change in (*part.added, *part.changed, *part.removed)
            if change.conflicts
        )

    @property
    def is_same(self) -> bool:
        """Say whether nothing changes."""
        parts = [getattr(self, kind) for kind in KINDS]
        return not any(part.added or part.changed or part.removed for part in parts)


def merge(
    base: SeasonContent | None,
    service: SeasonContent,
    files: SeasonContent,
    decisions: Mapping[str, Decision],
) -> tuple[MergePlan, SeasonContent]:
    """Plan an import, and give what the season would then be.

    Parameters
    ----------
    base : SeasonContent or None
        What files brought last; None where none did.
    service : SeasonContent
        As it is now.
    files : SeasonContent
        What they say now.
    decisions : mapping of str to Decision
        By `kind/key`; where a conflict has none, the service's holds for the time being.

    Raises
    ------
    pydantic.ValidationError
        If what is left by hand and what comes do not go together.
    """
    rows = [to_rows(content) if content else None for content in (base, service, files)]
    merged: dict[str, Rows] = {}
    parts: dict[str, PartChanges] = {}
    for kind in KINDS:
        old, now, new = (each[kind] if each else None for each in rows)
        if kind == "settings" and old is None:
            old = _unsaid(service.season)
        parts[kind], merged[kind] = _merge_kind(kind, old, now or {}, new or {}, decisions)
    plan = MergePlan(**parts)
    text = files.settings_text
    if base is not None and base.settings_text == files.settings_text:
        text = service.settings_text
    host = files.host if base is None or base.host != files.host else service.host
    return plan, SeasonContent(
        season=_to_season(merged),
        people=People(
            contacts=tuple(
                Contact(actor_id=key, email=row[EMAIL])
                for key, row in merged["actors"].items()
                if row[EMAIL]
            )
        ),
        host=host,
        settings_text=text,
    )


def to_rows(content: SeasonContent) -> dict[str, Rows]:
    """Give a content's things by kind and by what they are known by, as columns of values."""
    season, people = content.season, content.people
    return {
        "actors": {
            each.id: {**_columns(each), EMAIL: people.email_of(each.id)} for each in season.actors
        },
        "challenges": {each.id: _columns(each) for each in season.challenges},
        "ties": {"|".join(each.pair): _columns(each) for each in season.ties},
        "rules": dict(_name_rules(season.rules)),
        "settings": {SETTINGS: {name: getattr(season, name) for name in SEASON_COLUMNS}},
    }


def _columns(thing: Frozen) -> Values:
    return {name: getattr(thing, name) for name in type(thing).model_fields}


def _unsaid(season: Season) -> Rows:
    """Give the settings of a season that nobody said anything of but its name."""
    bare = Season(name=season.name, challenges=(), actors=())
    return {SETTINGS: {name: getattr(bare, name) for name in SEASON_COLUMNS}}


def _name_rules(rules: tuple[Rule, ...]) -> Iterator[tuple[str, Values]]:
    """Name rules by what they say; of equal ones, by which they are."""
    seen: dict[str, int] = {}
    for rule in rules:
        keys = ", ".join(f"{key.name} = {key.value}" for key in rule.keys)
        said = f"{rule.kind} ({rule.challenge or '*'}; {keys})"
        seen[said] = seen.get(said, 0) + 1
        yield (said if seen[said] == 1 else f"{said} #{seen[said]}"), _columns(rule)


def _merge_kind(
    kind: str, base: Rows | None, now: Rows, new: Rows, decisions: Mapping[str, Decision]
) -> tuple[PartChanges, Rows]:
    added, changed, removed = list[RowChange](), list[RowChange](), list[RowChange]()
    same = kept = 0
    merged: Rows = {}
    for key in dict.fromkeys((*new, *now)):
        old = base.get(key) if base is not None else None
        ours, theirs = now.get(key), new.get(key)
        decision = decisions.get(f"{kind}/{key}")
        row, conflicts = _merge_row(old, ours, theirs, decision)
        if row is not None:
            merged[key] = row
        if row == ours and not conflicts:
            is_by_hand = ours != theirs
            kept, same = kept + is_by_hand, same + (not is_by_hand)
            continue
        change = _tell_change(key, ours, theirs if conflicts else row, conflicts)
        (added if ours is None else removed if change.after is None else changed).append(change)
    return (
        PartChanges(
            added=tuple(added),
            changed=tuple(changed),
            removed=tuple(removed),
            same=same,
            kept=kept,
        ),
        merged,
    )


def _merge_row(
    old: Values | None, ours: Values | None, theirs: Values | None, decision: Decision | None
) -> tuple[Values | None, tuple[str, ...]]:
    """Merge one thing; give it, and the columns that wait for a decision."""
    if ours == theirs or theirs == old:
        return ours, ()
    if ours == old:
        return theirs, ()
    if ours is None or theirs is None:
        if decision is not None:
            return (theirs if decision is Decision.FILE else ours), ()
        return ours, ("*",)
    row, conflicts = {}, []
    for column in ours:
        before = old.get(column) if old else None
        one, other = ours[column], theirs.get(column)
        if one == other or (old is not None and other == before):
            row[column] = one
        elif old is not None and one == before:
            row[column] = other
        elif decision is None:
            row[column] = one
            conflicts.append(column)
        else:
            row[column] = other if decision is Decision.FILE else one
    return row, tuple(conflicts)


def _tell_change(
    key: str, before: Values | None, after: Values | None, conflicts: tuple[str, ...]
) -> RowChange:
    """Tell the columns that change, as JSON."""
    names = [
        name
        for name in (after or before or {})
        if before is None or after is None or before.get(name) != after.get(name)
    ]
    one, other = (
        None if row is None else {name: _to_json(row.get(name)) for name in names}
        for row in (before, after)
    )
    return RowChange(key=key, before=one, after=other, conflicts=conflicts)


def _to_json(value: Any) -> Any:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_to_json(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value


def _to_season(merged: dict[str, Rows]) -> Season:
    """Make a season of merged rows; ties of those who are gone go with them."""
    actors = tuple(
        Actor(**{name: value for name, value in row.items() if name != EMAIL})
        for row in merged["actors"].values()
    )
    ids = {actor.id for actor in actors}
    ties = (Tie(**row) for row in merged["ties"].values())
    return Season(
        **merged["settings"][SETTINGS],
        challenges=tuple(Challenge(**row) for row in merged["challenges"].values()),
        actors=actors,
        ties=tuple(tie for tie in ties if ids.issuperset(tie.pair)),
        rules=tuple(Rule(**row) for row in merged["rules"].values()),
    )
