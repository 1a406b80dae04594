"""The words that carried a fit."""

from models.frozen import Frozen


class Evidence(Frozen):
    """What in an actor's words is nearest to a question.

    `passage` is the actor's own sentence, without addresses, telephone numbers and hidden
    actors' names; `words` are those of it that the question has, too, whole or in part, the
    rarest first. There are none where only the meaning is alike.
    """

    passage: str
    words: tuple[str, ...]
