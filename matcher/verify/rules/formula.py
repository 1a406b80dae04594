"""What the checker knows of a kind of rule, and what a rule is in one challenge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from matcher.core.arrays import Bools, Ints
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season

Members = Sequence[int]


@dataclass(frozen=True, eq=False)
class Held:
    """A rule in a challenge's coalitions.

    Attributes
    ----------
    missed : callable
        The units by which members miss it.
    told : callable
        What it asks of members and what they give, in its own units.
    after : callable
        The units when each actor in turn takes each member's seat: (n, A). What stands at
        actors who are members already means nothing.
    asked_of : callable
        What a soft rule's shortfall is a share of, for n members.
    keys : dict of str to object
        What of it a conflict names.
    unsure : (A,) bool array, optional
        Actors of whom it is not known whether they add the one unit that `after` counts.
    """

    missed: Callable[[Members], int]
    told: Callable[[Members], tuple[int, int]]
    after: Callable[[Ints], Ints]
    asked_of: Callable[[int], int] = lambda n: n
    keys: dict[str, object] = field(default_factory=dict)
    unsure: Bools | None = None


def _nothing(_season: Season) -> Rule | None:
    return None


@dataclass(frozen=True)
class RuleFormula:
    """A kind of rule by the contract's table.

    Attributes
    ----------
    key : str
    position : int
        Place among the rules that hold unasked.
    unit_cost : int
        What relaxing it costs, per unit.
    hold : callable
        What a rule of the kind is in a challenge; None where it asks nothing of it.
    is_from_files : bool
        Whether it stands before all rules of season.toml.
    unasked : callable
        The rule that holds in a season that states none, or None.
    """

    key: str
    position: int
    unit_cost: int
    hold: Callable[[Facts, Challenge, Rule], Held | None]
    is_from_files: bool = False
    unasked: Callable[[Season], Rule | None] = _nothing


def whole(rule: Rule, name: str) -> int:
    """Give a key that is a whole number."""
    return int(str(rule.get(name)))
