"""Work that may be spent on solving models, where explaining must not take long."""

from dataclasses import dataclass

import pulp

from models.errors import NoSolution

ENTRIES = 100_000
NODES = 200


@dataclass
class Budget:
    """Work that is left: counted, not timed, so that a busy machine finds the same.

    Attributes
    ----------
    entries : int
        Coefficients that the rows of all models still to be solved may have together.
    nodes : int
        Branch-and-bound nodes of each model.
    """

    entries: int = ENTRIES
    nodes: int = NODES

    @property
    def is_spent(self) -> bool:
        """Say whether nothing is left."""
        return self.entries <= 0

    def spend(self, model: pulp.LpProblem) -> None:
        """Take off what a model costs.

        Raises
        ------
        NoSolution
            `no_solution` where that is more than is left; then nothing is left for others.
        """
        cost = max(1, sum(len(row) for row in model.constraints()))
        if cost > self.entries:
            self.entries = 0
            raise NoSolution("no_solution")
        self.entries -= cost
