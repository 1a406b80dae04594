"""Settled seats: which coalitions are formed, how large, and which rules give way."""

from dataclasses import dataclass, replace

from matcher.core.arrays import Ints
from matcher.core.problem import Problem


@dataclass(frozen=True, eq=False)
class Seats:
    """Settled sizes and give-ups.

    Attributes
    ----------
    sizes : tuple of int
        By slot; 0 where the coalition is not formed.
    give_ups : tuple of tuple of int
        By slot and rule, the units by which the rule gives way.
    start : tuple of (n,) int arrays
        Members by slot who fit the rows that the counting saw.
    """

    sizes: tuple[int, ...]
    give_ups: tuple[tuple[int, ...], ...]
    start: tuple[Ints, ...]

    @classmethod
    def of(cls, problem: Problem, members: tuple[Ints, ...]) -> "Seats":
        """Give the sizes and the give-ups that members have."""
        return cls(
            sizes=tuple(len(chosen) for chosen in members),
            give_ups=tuple(
                tuple(
                    rule.shortfall(problem.pool, chosen) if len(chosen) else 0
                    for rule in slot.rules
                )
                for slot, chosen in zip(problem.slots, members, strict=True)
            ),
            start=members,
        )

    def giving_up(self, s: int, r: int) -> "Seats":
        """Let one rule of one slot give way by one unit more."""
        units = [list(each) for each in self.give_ups]
        units[s][r] += 1
        return replace(self, give_ups=tuple(map(tuple, units)))
