"""Small-number protection: which coalitions' figures may be shown beside their season's.

A figure is made of the answers of at least `LEAST_ANSWERS` actors, and so is every figure
that follows from those shown by subtraction: a season's figure less those of some of its
coalitions is the figure of the others together. So the coalitions that are not shown must,
together, be made of enough actors, too; where they are not, more of them are not shown.
"""

from collections.abc import Sequence

from models.outcomes import LEAST_ANSWERS


def choose_shown(answered: Sequence[frozenset[str]]) -> tuple[bool, tuple[bool, ...]]:
    """Say whether a season's figure is shown, and which of its coalitions' figures are.

    Parameters
    ----------
    answered : sequence of frozenset of str
        For each coalition the actors that answered the question. One that is in several
        coalitions counts once, however often it answered.

    Notes
    -----
    Coalitions are hidden from the smallest on, the later of equals first, until no
    subtraction gives the figure of too few. A coalition without any answer is protected
    like one with four: that nobody answered is a figure as well.

    Examples
    --------
    >>> three, seven = frozenset("abc"), frozenset("defghij")
    >>> choose_shown([three, seven])
    (True, (False, False))
    >>> choose_shown([seven, three, frozenset("klm")])
    (True, (True, False, False))
    """
    if len(frozenset[str]().union(*answered)) < LEAST_ANSWERS:
        return False, (False,) * len(answered)
    order = sorted(range(len(answered)), key=lambda c: (len(answered[c]), -c))
    hidden = [c for c in order if len(answered[c]) < LEAST_ANSWERS]
    more = iter(order[len(hidden) :])
    while hidden and len(frozenset[str]().union(*(answered[c] for c in hidden))) < LEAST_ANSWERS:
        hidden.append(next(more))
    return True, tuple(c not in hidden for c in range(len(answered)))
