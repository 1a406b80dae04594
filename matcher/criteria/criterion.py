"""What a criterion is."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.seasons import Season
from models.text import Text


@dataclass(frozen=True)
class Criterion:
    """One answer to what a good coalition is, in [0, 1] with 1 as best.

    Attributes
    ----------
    key : str
        Name in files and JSON.
    title, meaning : Text
        Name and one sentence for people.
    position : int
        Place in the order of tables and JSON.
    default_weight : float
        Weight where the season states none.
    is_available : callable
        Whether the season has the data that it judges.
    terms : callable
        Terms of one challenge; the value is the sum of share times term.
    describe : callable
        One sentence for each of n members.
    needs_fits : bool
        Whether it judges fits of words that a proposal does not hold (all but relevance).
    """

    key: str
    title: Text
    meaning: Text
    position: int
    default_weight: float
    is_available: Callable[[Season], bool]
    terms: Callable[[Pool, Challenge], tuple[Term, ...]]
    describe: Callable[[Pool, Challenge, Ints], tuple[Text, ...]]
    needs_fits: bool = False


def measure(terms: tuple[Term, ...], members: Ints) -> float:
    """Give a criterion's value for a coalition."""
    return float(sum(term.share * term.value(members) for term in terms))


def measure_members(terms: tuple[Term, ...], members: Ints) -> Floats:
    """Give each member's part in a criterion: (n,), with the criterion's value as mean."""
    parts: Floats = np.sum([term.share * term.member_values(members) for term in terms], axis=0)
    return parts
