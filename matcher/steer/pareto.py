"""The trade-off between two criteria: groupings of which none is better in both.

The corners of the front are found by weighing the two against each other, each time with
the weights at which the two neighbours known so far are worth the same, until no better
grouping lies between them. Points between corners come from asking for a value of the
first criterion between theirs.

References
----------
Aneja, Y. P., Nair, K. P. K. (1979), Bicriteria transportation problem: the weighing.
Haimes, Y. Y., Lasdon, L. S., Wismer, D. A. (1971): the points between corners.
"""

from collections import deque
from dataclasses import replace
from itertools import pairwise

from matcher.core.arrays import Ints
from matcher.core.changes import seats_of
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.optimise.group import group
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from models.canonical import round_number
from models.errors import NotFound
from models.ports.progress import Progress, Silence
from models.proposals import Proposal
from models.scores import CoalitionMembers
from models.seasons import Effort, Season
from models.steering import TradePoint

LEAST = 8
"""Points that are looked for where the front has so many."""
MOST_SOLVES = 40
END = 1e-4
"""Weight of the other criterion at the ends, which breaks ties there."""
EPS = 1e-7

Point = tuple[float, float]


def find_front(
    season: Season,
    reading: Reading,
    proposal: Proposal,
    criteria: tuple[str, str],
    progress: Progress,
    least: int = LEAST,
) -> tuple[TradePoint, ...]:
    """Give points of the front, from the best of the first criterion to that of the second.

    The sizes and the give-ups are the proposal's; the hard rules hold, soft ones do not
    count.

    Parameters
    ----------
    criteria : tuple of two str
        Criteria in use.
    least : int
        How many points to look for; there may be fewer on the front.

    Returns
    -------
    tuple of TradePoint
        Empty where the proposal has no coalition.

    Raises
    ------
    NotFound
        `criterion_not_in_use`, with those that are.
    """
    problem = problem_under(season, reading.fits, proposal.settings)
    for key in criteria:
        if key not in problem.weights or criteria[0] == criteria[1]:
            raise NotFound("criterion_not_in_use", name=key, known=", ".join(problem.weights))
    if not proposal.coalitions:
        return ()
    members = seats_of(problem, proposal.memberships)
    front = _Front(problem, members, criteria, proposal, progress)
    front.find_corners()
    front.fill(least)
    return front.points()


class _Front:
    def __init__(
        self,
        problem: Problem,
        members: tuple[Ints, ...],
        criteria: tuple[str, str],
        proposal: Proposal,
        progress: Progress,
    ) -> None:
        self.problem, self.criteria, self.proposal = problem, criteria, proposal
        self.seats: Seats = Seats.of(problem, members)
        self.progress, self.solves = progress, 0
        self.found: dict[Point, tuple[tuple[Ints, ...], bool]] = {}
        self.known = [members]

    def find_corners(self) -> None:
        """Weigh the two criteria against each other until no corner is left out."""
        first, last = self.solve(1 - END), self.solve(END)
        waiting = deque([(first, last)])
        while waiting and self.solves < MOST_SOLVES:
            left, right = waiting.popleft()
            width, height = left[0] - right[0], right[1] - left[1]
            if width <= EPS or height <= EPS:
                continue
            weight = height / (width + height)
            middle = self.solve(weight)
            worth = weight * middle[0] + (1 - weight) * middle[1]
            if worth > weight * left[0] + (1 - weight) * left[1] + EPS:
                waiting += [(left, middle), (middle, right)]

    def fill(self, least: int) -> None:
        """Ask for values between neighbours, the widest gap first."""
        tried: set[tuple[Point, Point]] = set()
        while self.solves < MOST_SOLVES:
            best = self.best()
            gaps = [pair for pair in pairwise(best) if pair not in tried]
            if len(best) >= least or not gaps:
                return
            left, right = max(gaps, key=lambda pair: pair[0][0] - pair[1][0])
            tried.add((left, right))
            self.solve(END, least=(left[0] + right[0]) / 2)

    def best(self) -> list[Point]:
        """Give the points that no other is better than, by the first criterion downwards."""
        kept: list[Point] = []
        for point in sorted(self.found, key=lambda p: (-p[0], -p[1])):
            if not kept or point[1] > kept[-1][1] + EPS:
                kept.append(point)
        return kept

    def solve(self, weight: float, least: float | None = None) -> Point:
        """Find the best grouping at a weight of the first criterion."""
        self.progress.report("stage_trading", self.solves, MOST_SOLVES)
        self.solves += 1
        one, other = self.criteria
        traded = _between(self.problem, {one: weight, other: 1 - weight}, one, least)
        starts = [evaluate(traded, self.seats, members) for members in self.known]
        start = max(starts, key=lambda each: (-each.missing, each.objective))
        answer = group(
            traded,
            Effort(self.proposal.settings.effort),
            self.proposal.settings.time_limit_s,
            Silence(),
            settled=(self.seats, start),
        )
        self.known.append(answer.members)
        point = self.measure(answer.members)
        self.found.setdefault(point, (answer.members, answer.bound - answer.objective <= EPS))
        return point

    def measure(self, members: tuple[Ints, ...]) -> Point:
        """Give the means of the two criteria over the coalitions."""
        scores = [
            self.problem.scores(slot, chosen)
            for slot, chosen in zip(self.problem.slots, members, strict=True)
            if len(chosen)
        ]
        one, other = (
            round_number(sum(score[key] for score in scores) / len(scores)) for key in self.criteria
        )
        return one, other

    def points(self) -> tuple[TradePoint, ...]:
        """Write the front."""
        told = []
        for point in self.best():
            members, proven = self.found[point]
            actors = self.problem.pool.season.actors
            told.append(
                TradePoint(
                    values=dict(zip(self.criteria, point, strict=True)),
                    objective=round_number(evaluate(self.problem, self.seats, members).objective),
                    proven=proven,
                    coalitions=tuple(
                        CoalitionMembers(
                            id=slot.id,
                            challenge_id=slot.challenge.id,
                            members=tuple(actors[a].id for a in chosen.tolist()),
                        )
                        for slot, chosen in zip(self.problem.slots, members, strict=True)
                        if len(chosen)
                    ),
                )
            )
        return tuple(told)


def _between(
    problem: Problem, weights: dict[str, float], floored: str, least: float | None
) -> Problem:
    """Give the problem in which two criteria count, and one of them must reach a value."""
    slots = tuple(
        replace(slot, soft=(), terms={key: slot.terms[key] for key in weights})
        for slot in problem.slots
    )
    floor = None if least is None else (floored, least)
    return replace(problem, slots=slots, weights=weights, balance=0.0, floor=floor)
