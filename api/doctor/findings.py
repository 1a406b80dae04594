"""Short ways to say what was found."""

from models.installation import Finding, Soundness
from models.messages import say
from models.numbers import decimal
from models.text import Text

MEGA, GIGA = 10**6, 10**9


def well(key: str, code: str, **params: object) -> Finding:
    """Say that a thing is as it should be."""
    return Finding(key=key, state=Soundness.OK, text=say(code, **params))


def note(key: str, text: Text, mend: Text | None = None) -> Finding:
    """Say what is worth knowing but breaks nothing."""
    return Finding(key=key, state=Soundness.NOTE, text=text, mend=mend)


def broken(key: str, text: Text, mend: Text) -> Finding:
    """Say what is broken, and what mends it."""
    return Finding(key=key, state=Soundness.BROKEN, text=text, mend=mend)


def to_size(count: int) -> Text:
    """Write a number of bytes.

    Examples
    --------
    >>> to_size(470_300_000).sv, to_size(1_540_000_000).sv
    ('470 MB', '1,5 GB')
    """
    if count < GIGA:
        return Text.same(f"{count // MEGA} MB")
    number = decimal(count / GIGA, 1)
    return Text(sv=f"{number.sv} GB", en=f"{number.en} GB")
