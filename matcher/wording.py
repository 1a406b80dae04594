"""Numbers and lists in sentences, as each language writes them."""

from collections.abc import Sequence

from models.text import Text


def decimal(value: float, digits: int = 2) -> Text:
    """Write a number with the language's decimal mark.

    Examples
    --------
    >>> decimal(0.834).sv
    '0,83'
    """
    plain = f"{value:.{digits}f}"
    return Text(sv=plain.replace(".", ","), en=plain)


def percent(share: float, digits: int = 0) -> Text:
    """Write a share as per cent.

    Examples
    --------
    >>> percent(0.5).sv
    '50 %'
    """
    number = decimal(100 * share, digits)
    return Text(sv=f"{number.sv} %", en=f"{number.en}%")


def list_parts(parts: Sequence[str], conjunction: str) -> str:
    """List parts in a sentence.

    Examples
    --------
    >>> list_parts(["a", "b", "c"], "and"), list_parts(["a"], "and"), list_parts([], "and")
    ('a, b and c', 'a', '')
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"
