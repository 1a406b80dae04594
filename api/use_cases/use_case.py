"""What a use case is, and the one way to ask for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from api.use_cases.call import Call
from models.frozen import Frozen
from models.text import Text


class Reach(StrEnum):
    """What a use case needs of a store."""

    SEASON = "season"
    """The season's content alone: no transaction is open while it runs."""
    STORE = "store"
    """To read the store, in one state."""
    CHANGE = "change"
    """To change it, all or nothing."""


Given = TypeVar("Given", bound=Frozen)
Result = TypeVar("Result")


@dataclass(frozen=True)
class UseCase(Generic[Given, Result]):
    """One thing that a person can ask for.

    Attributes
    ----------
    action : str
        Its name wherever it is asked for, such as `proposal.make`: the thing, then the verb.
    input : type
        What is given with it; frozen.
    run : callable
        Does it: the call and what was given in, a frozen result out.
    title, description : Text
        In a few words, and in a sentence.
    position : int
        Place among all; equals stand in order of their actions.
    reach : Reach
        What it needs of a store.
    right : str or callable
        The action of `models.rights` that whoever asks must have, or how it follows from what
        is given.
    event : str or None
        What is appended to the record where it changes something.
    """

    action: str
    input: type[Given]
    run: Callable[[Call, Given], Result]
    title: Text
    description: Text
    position: int = 0
    reach: Reach = Reach.SEASON
    right: str | Callable[[Any], str] = "season.read"
    event: str | None = None

    def right_for(self, given: Given) -> str:
        """Give the right that is needed for what is given."""
        return self.right if isinstance(self.right, str) else self.right(given)

    @property
    def key(self) -> str:
        """By which it is found."""
        return self.action


def perform(use_case: UseCase[Given, Result], call: Call, given: Given) -> Result:
    """Do what is asked for; every edge comes in here and nowhere else.

    Raises
    ------
    KoalitionError
        As the use case says.
    """
    return use_case.run(call, given)
