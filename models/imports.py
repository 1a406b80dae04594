"""What taking a season's files into a store changes, in numbers."""

from models.frozen import Frozen
from models.merging import MergePlan, PartChanges


class RowCounts(Frozen):
    """How many things of one kind are new, other than before, gone, or as they were."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0

    @classmethod
    def of(cls, part: PartChanges) -> "RowCounts":
        """Count what an import does with the things of one kind."""
        return cls(
            added=len(part.added),
            changed=len(part.changed),
            removed=len(part.removed),
            same=part.same + part.kept,
        )


class ImportPlan(Frozen):
    """What an import changes; of settings only whether they do.

    Attributes
    ----------
    slug : str
    is_new : bool
        Whether the store has no season of this slug yet.
    is_same : bool
        Whether the season stays as it is.
    version : int
        The season's after the import.
    conflicts : tuple of str
        What was changed by hand and in the files, as `kind/key`, and is not decided.
    """

    slug: str
    is_new: bool
    is_same: bool
    version: int
    actors: RowCounts
    challenges: RowCounts
    ties: RowCounts
    rules: RowCounts
    settings_change: bool
    conflicts: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, slug: str, plan: MergePlan, *, is_new: bool, is_same: bool, version: int
    ) -> "ImportPlan":
        """Count what a plan changes."""
        return cls(
            slug=slug,
            is_new=is_new,
            is_same=is_same,
            version=version,
            actors=RowCounts.of(plan.actors),
            challenges=RowCounts.of(plan.challenges),
            ties=RowCounts.of(plan.ties),
            rules=RowCounts.of(plan.rules),
            settings_change=not is_new and bool(plan.settings.changed),
            conflicts=plan.conflicts,
        )
