"""One season under attack: its proposal, and every use case held against the oracle."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from api.use_cases.call import Call
from api.use_cases.prepare_run import RunOrder
from api.use_cases.propose import PROPOSE
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.seasons import Season
from tests.adversary.draw import Drawn
from tests.adversary.oracle import Class, Members, Oracle
from tests.kit.seasons import give_reading
from tests.kit.words import call_with

Given = TypeVar("Given", bound=Frozen)
Result = TypeVar("Result")
ROUNDED = 2e-6
"""How far numbers of six decimals may be from exact ones."""


@dataclass(eq=False)
class Attack:
    """A drawn season, what the oracle knows of it, and what the engine answers."""

    drawn: Drawn
    oracle: Oracle = field(init=False)

    def __post_init__(self) -> None:
        self.oracle = Oracle(self.drawn.season, self.drawn.fits)

    @property
    def season(self) -> Season:
        return self.drawn.season

    @cached_property
    def call(self) -> Call:
        return call_with(self.season, give_reading(self.drawn.fits))

    def ask(self, use_case: UseCase[Given, Result], given: Given) -> Result:
        """Ask for a use case."""
        return use_case.run(self.call, given)

    @cached_property
    def settled(self) -> Class:
        """Every grouping of the smallest relaxation and the best seats."""
        return self.oracle.settle()

    @cached_property
    def proposal(self) -> Proposal:
        """What the main job proposes; it agrees with the independent checker, or raises."""
        return self.ask(PROPOSE, RunOrder(is_reproducible=True))

    @property
    def members(self) -> Members:
        """The proposal's members."""
        return self.read(self.proposal.memberships)

    def read(self, coalitions: Sequence[CoalitionMembers]) -> Members:
        """Give members by coalition, as the oracle writes them."""
        given = {each.id: each.members for each in coalitions}
        return tuple(
            tuple(sorted(self.oracle.index(id_) for id_ in given.get(place.id, ())))
            for place in self.oracle.places
        )

    def write(self, members: Members) -> dict[str, list[str]]:
        """Give members by coalition's id, for people to read."""
        return {
            place.id: [self.season.actors[a].id for a in chosen]
            for place, chosen in zip(self.oracle.places, members, strict=True)
        }

    def worth(self, members: Members) -> float:
        """Give F."""
        pairs = zip(self.oracle.places, members, strict=True)
        return self.oracle.objective([self.oracle.total(p, m) for p, m in pairs if m])


Check = Callable[[Attack], None]


@dataclass(frozen=True)
class Failure:
    """A command that did not hold."""

    seed: int
    command: str
    told: str


def expect(told: str, got: object, wanted: object) -> None:
    """Insist that two are the same."""
    if got != wanted:
        raise AssertionError(f"{told}: got {got}, wanted {wanted}")


def expect_near(told: str, got: float, wanted: float, within: float = ROUNDED) -> None:
    """Insist that two numbers are near."""
    if abs(got - wanted) > within:
        raise AssertionError(f"{told}: got {got}, wanted {wanted}")


def attack(drawn: Drawn, commands: dict[str, Check]) -> list[Failure]:
    """Hold commands against the oracle, and give those that did not hold."""
    season, failures = Attack(drawn), []
    for name, check in commands.items():
        try:
            check(season)
        except AssertionError as error:
            failures.append(Failure(drawn.seed, name, str(error)))
        except Exception as error:
            last = "".join(traceback.format_exception(error, limit=-4))
            failures.append(Failure(drawn.seed, name, f"{type(error).__name__}: {error}\n{last}"))
    return failures
