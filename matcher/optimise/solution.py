"""What a solver answers."""

from dataclasses import dataclass
from typing import Any

import pulp


@dataclass(frozen=True)
class Basis:
    """Where a linear relaxation ended, by variable and row: a start for a like one."""

    columns: dict[str, Any]
    rows: dict[str, Any]


@dataclass(frozen=True)
class Solution:
    """What a solve gave.

    Attributes
    ----------
    values : dict of str to float
        By variable name; empty when nothing feasible was found.
    bound : float
        Proven lower bound of the minimum.
    duals : dict of str to float
        By constraint name, of the linear relaxation only.
    basis : Basis, optional
        Of the linear relaxation, where the solver gives one.
    """

    is_feasible: bool
    is_infeasible: bool
    is_proven: bool
    objective: float
    bound: float
    values: dict[str, float]
    duals: dict[str, float]
    basis: Basis | None = None

    def rounded(self, variable: pulp.LpVariable) -> int:
        """Give an integer variable's value."""
        return round(self.values[variable.name])
