"""Numbers as each language writes them."""

from math import ceil, floor, log10

from models.text import HARD_SPACE, MINUS, Text


def decimal(value: float, digits: int = 2) -> Text:
    """Write a number with the language's decimal mark and thousands separator.

    Examples
    --------
    >>> decimal(1234.5, 1).en, decimal(-0.25).sv
    ('1,234.5', '−0,25')
    """
    plain = f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", MINUS)
    swedish = plain.replace(",", HARD_SPACE).replace(".", ",")
    return Text(sv=swedish, en=plain)


def count(value: int) -> Text:
    """Write a whole number.

    Examples
    --------
    >>> count(12000).en
    '12,000'
    """
    return decimal(value, 0)


def percent(share: float, digits: int = 0) -> Text:
    """Write a share as per cent.

    Examples
    --------
    >>> percent(0.971).en
    '97%'
    """
    number = decimal(100 * share, digits)
    return Text(sv=f"{number.sv}{HARD_SPACE}%", en=f"{number.en}%")


def percent_at_most(share: float) -> Text:
    """Write a share as per cent, rounded up to one significant digit below ten per cent.

    Examples
    --------
    >>> percent_at_most(0.00021).en
    '0.03%'
    """
    hundredths = 100 * share
    if hundredths <= 0:
        return percent(0)
    digits = max(0, -floor(log10(hundredths)))
    scale = 10.0**digits
    return percent(ceil(hundredths * scale - 1e-9) / scale / 100, digits)


def percent_below_all(share: float) -> Text:
    """Write a share that is not the whole, so that it is never rounded to 100 per cent.

    Examples
    --------
    >>> percent_below_all(0.9996).en, percent_below_all(0.958).en
    ('99.9%', '96%')
    """
    return percent(share) if share < 0.99 else percent(floor(1000 * share) / 1000, 1)


def loss(value: float) -> Text:
    """Write the fall of a score, so that a tiny one is not mistaken for none.

    Examples
    --------
    >>> loss(0.00001).en == loss(0.00009).en == f"<{HARD_SPACE}0.0001"
    True
    """
    if 0 < value < 0.0001:
        smallest = decimal(0.0001, 4)
        return Text(sv=f"<{HARD_SPACE}{smallest.sv}", en=f"<{HARD_SPACE}{smallest.en}")
    return decimal(value, 4)


def contribution(value: float) -> Text:
    """Write a part of a total with its sign."""
    number = decimal(value, 4)
    sign = "" if value < 0 else "+"
    return Text(sv=f"{sign}{number.sv}", en=f"{sign}{number.en}")
