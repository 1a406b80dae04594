"""What a use case is, and the one way to ask for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from api.use_cases.call import Call
from models.frozen import Frozen
from models.text import Text

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
    """

    action: str
    input: type[Given]
    run: Callable[[Call, Given], Result]
    title: Text
    description: Text
    position: int = 0

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
