"""Rules that allow so many members of every label, such as each county or each group."""

from collections import Counter
from collections.abc import Callable

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.rules.formula import Members

UNLABELLED = -1


def surplus(labels: Ints, most: int, members: Members) -> int:
    """Give the members of any label beyond what it is allowed."""
    return sum(max(0, count - most) for count in counts(labels, members).values())


def counts(labels: Ints, members: Members) -> Counter[int]:
    """Count the members of each label."""
    return Counter(label for label in labels[list(members)].tolist() if label != UNLABELLED)


def surplus_after(labels: Ints, most: int) -> Callable[[Ints], Ints]:
    """Give the surplus when each actor takes each member's seat: (n, A)."""

    def after(members: Ints) -> Ints:
        units = np.empty((len(members), len(labels)), dtype=np.int64)
        for i in range(len(members)):
            rest = np.delete(members, i).tolist()
            full = [label for label, count in counts(labels, rest).items() if count >= most]
            if most == 0:
                full = sorted(set(labels.tolist()) - {UNLABELLED})
            units[i] = surplus(labels, most, rest) + np.isin(labels, full)
        return units

    return after
