"""What a solver answers."""

from dataclasses import dataclass

import pulp


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
    """

    is_feasible: bool
    is_infeasible: bool
    is_proven: bool
    objective: float
    bound: float
    values: dict[str, float]
    duals: dict[str, float]

    def rounded(self, variable: pulp.LpVariable) -> int:
        """Give an integer variable's value."""
        return round(self.values[variable.name])
