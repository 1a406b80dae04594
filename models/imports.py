"""What taking a season's files into a store would change, thing by thing."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from models.frozen import Frozen
from models.kept_seasons import SeasonContent

Key = TypeVar("Key", bound=Hashable)


class RowCounts(Frozen):
    """How many things of one kind are new, other than before, gone, or as they were."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0

    @property
    def is_same(self) -> bool:
        """Say whether nothing changes."""
        return not (self.added or self.changed or self.removed)


class ImportPlan(Frozen):
    """What an import changes; of settings only whether they do.

    Attributes
    ----------
    slug : str
    is_new : bool
        Whether the store has no season of this slug yet.
    version : int
        The season's after the import.
    """

    slug: str
    is_new: bool
    version: int
    actors: RowCounts
    challenges: RowCounts
    ties: RowCounts
    rules: RowCounts
    settings_change: bool

    @property
    def is_same(self) -> bool:
        """Say whether the season stays as it is."""
        parts = (self.actors, self.challenges, self.ties, self.rules)
        return not (self.is_new or self.settings_change) and all(part.is_same for part in parts)


def plan_import(slug: str, before: SeasonContent | None, after: SeasonContent) -> ImportPlan:
    """Compare what a store has with what would be in its place.

    Examples
    --------
    >>> _tally({"a": 1, "b": 2}, {"b": 3, "c": 4})
    RowCounts(added=1, changed=1, removed=1, same=0)
    """
    old, new = _things(before), _things(after)
    settings = [_settings(content) for content in (before, after) if content]
    return ImportPlan(
        slug=slug,
        is_new=before is None,
        version=1,
        **{kind: _tally(old[kind], new[kind]) for kind in new},
        settings_change=before is not None and settings[0] != settings[1],
    )


def _things(content: SeasonContent | None) -> dict[str, dict[Hashable, object]]:
    """Give the things of each kind by what they are known by."""
    kinds = ("actors", "challenges", "ties", "rules")
    if content is None:
        return {kind: {} for kind in kinds}
    season, people = content.season, content.people
    return {
        "actors": {each.id: (each, people.email_of(each.id)) for each in season.actors},
        "challenges": {each.id: (at, each) for at, each in enumerate(season.challenges)},
        "ties": {each.pair: each for each in season.ties},
        "rules": dict(enumerate(season.rules)),
    }


def _settings(content: SeasonContent) -> object:
    """Give what is the season's own."""
    own = content.season.model_dump(exclude={"actors", "challenges", "ties", "rules"})
    return own, content.host, content.settings_text


def _tally(before: Mapping[Key, object], after: Mapping[Key, object]) -> RowCounts:
    kept = before.keys() & after.keys()
    changed = sum(before[key] != after[key] for key in kept)
    return RowCounts(
        added=len(after) - len(kept),
        changed=changed,
        removed=len(before) - len(kept),
        same=len(kept) - changed,
    )
