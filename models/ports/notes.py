"""What the engine has to tell while it works, beside its result: said to whoever listens.

A note is about something that went another way than it should, and was mended: the result is
whole. Where nobody listens it is lost, so nothing that a result depends on is ever a note.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from models.messages import say
from models.text import Text

Hear = Callable[[Text], None]

_LISTENER: ContextVar[Hear | None] = ContextVar("listener", default=None)


@contextmanager
def listening(hear: Hear) -> Iterator[None]:
    """Let somebody hear the notes of what is done inside, each once.

    Examples
    --------
    >>> heard = []
    >>> with listening(heard.append):
    ...     notify("cancelled")
    ...     notify("cancelled")
    >>> [text.en for text in heard]
    ['Cancelled.']
    """
    told: set[Text] = set()

    def once(text: Text) -> None:
        if text not in told:
            told.add(text)
            hear(text)

    token = _LISTENER.set(once)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def notify(code: str, **params: object) -> None:
    """Tell a note by its message code, if anybody listens."""
    hear = _LISTENER.get()
    if hear is not None:
        hear(say(code, **params))
