"""Letters: what a mail says, in one language, before it is a message of any kind."""

import re

from models.frozen import Frozen

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""What ends lines, or turns the way that text is read, and is never seen."""


class Letter(Frozen):
    """A letter.

    Attributes
    ----------
    subject : str
    paragraphs : tuple of str
    link : str or None
        The address of the one thing to do, with `link_name` on its button.
    files : tuple of (str, str, str)
        Names, media types and texts of what comes with it.
    """

    subject: str
    paragraphs: tuple[str, ...]
    link: str | None = None
    link_name: str = ""
    files: tuple[tuple[str, str, str], ...] = ()


def to_line(text: str, most: int = 200) -> str:
    r"""Give a text as one line that shows all it holds, shortened where it is very long.

    Examples
    --------
    >>> to_line("Hösten\r\nBcc: a@b.se")
    'Hösten Bcc: a@b.se'
    """
    line = " ".join(UNSEEN.sub(" ", text).split())
    return line if len(line) <= most else line[: most - 1] + "…"
