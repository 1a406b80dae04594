"""What each hard rule costs: the season solved again with one unit of it given up."""

from matcher.constraints.size import SIZE
from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.changes import seats_of
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.optimise.group import PROVEN, group
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from models.canonical import round_number
from models.ports.progress import Progress, Silence
from models.proposals import Proposal
from models.seasons import Effort, Season
from models.steering import Price


def price_rules(
    season: Season, reading: Reading, proposal: Proposal, progress: Progress
) -> tuple[Price, ...]:
    """Price each hard rule in each coalition, the dearest first.

    The sizes are settled before the members, so that the size has no price; nor have rules
    that never give way.

    Returns
    -------
    tuple of Price
        `gain` is F with one unit more given up, less F of the proposal.
    """
    problem = problem_under(season, reading.fits, proposal.settings)
    members = seats_of(problem, proposal.memberships)
    seats = Seats.of(problem, members)
    asked = [
        (s, r)
        for s, slot in enumerate(problem.slots)
        if seats.sizes[s]
        for r, rule in enumerate(slot.rules)
        if rule.rule.kind != SIZE
    ]
    prices = []
    for done, (s, r) in enumerate(asked):
        progress.report("stage_pricing", done, len(asked))
        prices.append(_price(problem, seats, members, s, r, proposal))
    return tuple(sorted(prices, key=lambda each: -each.gain))


def _price(
    problem: Problem, seats: Seats, members: tuple[Ints, ...], s: int, r: int, proposal: Proposal
) -> Price:
    loose = seats.giving_up(s, r)
    answer = group(
        problem,
        Effort(proposal.settings.effort),
        proposal.settings.time_limit_s,
        Silence(),
        settled=(loose, evaluate(problem, loose, members)),
    )
    most = certify(proposal.certificate.objective, answer.bound)
    slot, rule = problem.slots[s], problem.slots[s].rules[r]
    asked, given = rule.judge(members[s])
    return Price(
        rule=rule.rule.kind,
        keys=rule.keys,
        challenge_id=slot.challenge.id,
        coalition=slot.id,
        asked=asked,
        given=given,
        gain=round_number(answer.objective - proposal.certificate.objective),
        most=round_number(most - proposal.certificate.objective),
        proven=answer.bound - answer.objective <= PROVEN,
        text=rule.asks,
    )
