"""Figures of answers, each with its interval."""

from collections.abc import Sequence

import numpy as np

from models.canonical import round_number
from models.outcomes import Contacts, Share

CONFIDENCE = 0.95


def share_of(answers: Sequence[bool]) -> Share:
    """Give the share of yes, with Wilson's interval.

    Examples
    --------
    >>> share = share_of([True] * 9 + [False])
    >>> share.share, share.low, share.high
    (0.9, 0.59585, 0.982124)
    """
    from scipy.stats import binomtest

    count = len(answers)
    test = binomtest(sum(answers), count)
    interval = test.proportion_ci(CONFIDENCE, method="wilson")
    return Share(
        answers=count,
        share=round_number(sum(answers) / count),
        low=round_number(interval.low),
        high=round_number(interval.high),
    )


def contacts_of(numbers: Sequence[int]) -> Contacts:
    """Give mean and median of counts, the mean with Student's interval, which begins at 0.

    Examples
    --------
    >>> contacts = contacts_of([2, 4, 4, 4, 6])
    >>> contacts.mean, contacts.low, contacts.high, contacts.median
    (4.0, 2.244022, 5.755978, 4.0)
    """
    from scipy.stats import t

    values = np.array(numbers, dtype=np.float64)
    count, mean = len(values), float(values.mean())
    spread = float(values.std(ddof=1)) / count**0.5 if count > 1 else 0.0
    half = float(t.ppf(0.5 + CONFIDENCE / 2, count - 1)) * spread if spread else 0.0
    return Contacts(
        answers=count,
        mean=round_number(mean),
        low=round_number(max(0.0, mean - half)),
        high=round_number(mean + half),
        median=round_number(float(np.median(values))),
    )
