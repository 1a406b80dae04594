"""Numbers in sentences, as each language writes them."""

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
