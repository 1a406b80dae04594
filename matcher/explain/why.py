"""Why this actor is in, and why that one is not: forced in and solved again."""

from dataclasses import replace

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.changes import seats_of
from matcher.core.problem import Problem, refuse_contradictions
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.answers import compose_answer
from matcher.explain.openings import LeftOutActor, find_openings
from matcher.optimise.group import group
from matcher.optimise.seats import Seats
from models.canonical import round_number
from models.errors import NoSolution
from models.explanations import Explanation, Forced
from models.messages import say
from models.ports.progress import Progress
from models.proposals import Proposal, UnplacedReason
from models.seasons import Effort, Season


def explain_actor(
    season: Season,
    reading: Reading,
    proposal: Proposal,
    actor_id: str,
    challenge_id: str | None,
    progress: Progress,
) -> Explanation:
    """Explain an actor's place, or solve again with the actor forced in.

    Parameters
    ----------
    proposal : Proposal
        One that agrees with the season; its settings are used again.
    challenge_id : str, optional
        Explain for this challenge only; else the best of all challenges is found, by one
        solve for each.

    Raises
    ------
    InputError
        When a pin or a capacity forbids what was asked.
    SolverFailure
        When the proposal's bound lies below what it, or a grouping with the actor, is worth.
    """
    found = _explain(season, reading, proposal, actor_id, challenge_id, progress)
    if found.challenge_id is None:
        return found
    places = season.actor_index[actor_id], season.challenge_index[found.challenge_id]
    return found.evolve(evidence=reading.find_evidence(*places))


def _explain(
    season: Season,
    reading: Reading,
    proposal: Proposal,
    actor_id: str,
    challenge_id: str | None,
    progress: Progress,
) -> Explanation:
    """Explain without the words."""
    for coalition in proposal.coalitions:
        member = next((m for m in coalition.members if m.actor_id == actor_id), None)
        if member is not None and challenge_id in (None, coalition.challenge_id):
            return Explanation(
                actor_id=actor_id,
                challenge_id=coalition.challenge_id,
                placed=True,
                reasons=member.reasons,
                loss=0.0,
                forced=Forced(coalitions=proposal.coalitions, conflicts=proposal.conflicts),
                reserve=next((r for r in coalition.reserves if r.for_ == actor_id), None),
            )
    given = next((u.reason for u in proposal.unplaced if u.actor_id == actor_id), None)
    problem = problem_under(season, reading.fits, proposal.settings)
    certify(proposal.certificate.objective, proposal.certificate.bound)
    best: tuple[Explanation, tuple[Ints, ...]] | None = None
    actor = season.actor_index[actor_id]
    offers = [
        slots
        for slots in _offers(problem, actor)
        if challenge_id in (None, problem.slots[slots[0]].challenge.id)
    ]
    for done, slots in enumerate(offers):
        progress.report("stage_forcing", done, len(offers))
        forced = _force(problem, slots, reading, proposal, actor, given, progress)
        if forced is not None and (best is None or _cost(forced[0]) < _cost(best[0])):
            best = forced
    if best is not None:
        explanation, members = best
        if any(m.actor_id == actor_id for c in proposal.coalitions for m in c.members):
            return explanation  # it is in, elsewhere
        before = seats_of(problem, proposal.memberships)
        home = next(s for s, chosen in enumerate(members) if actor in chosen)
        slots = next(slots for slots in offers if home in slots)
        case = LeftOutActor(season, reading, proposal, problem, before, actor, slots, members)
        found = find_openings(case, progress)
        return explanation.evolve(openings=found)
    code = "forced_nowhere" if offers else "forced_not_allowed"
    return Explanation(
        actor_id=actor_id,
        challenge_id=challenge_id,
        placed=False,
        reasons=(),
        loss=None,
        forced=None,
        reason=given or UnplacedReason.of(code, say(code)),
    )


def _offers(problem: Problem, actor: int) -> list[tuple[int, ...]]:
    """Give, per challenge, the slots that neither ban nor capacity closes to the actor."""
    if problem.pool.capacity[actor] < 1:
        return []
    offers = [tuple(s for s in g if problem.slots[s].allowed[actor]) for g in problem.siblings]
    return [slots for slots in offers if slots]


def _cost(explanation: Explanation) -> tuple[int, float]:
    """Order explanations: rules that give way first, then the loss."""
    conflicts = explanation.forced.conflicts if explanation.forced else ()
    return sum(conflict.cost for conflict in conflicts), explanation.loss or 0.0


def _force(
    problem: Problem,
    slots: tuple[int, ...],
    reading: Reading,
    proposal: Proposal,
    actor: int,
    given: UnplacedReason | None,
    progress: Progress,
) -> tuple[Explanation, tuple[Ints, ...]] | None:
    """Solve with the actor in one of the slots, and compare; None where nothing fits."""
    pinned = replace(problem, pins=tuple(sorted({*problem.pins, (actor, slots)})))
    refuse_contradictions(pinned)
    settings = proposal.settings
    try:
        answer = group(pinned, Effort(settings.effort), settings.time_limit_s, progress)
    except NoSolution:
        return None
    held = Seats.of(problem, seats_of(problem, proposal.memberships))
    if settings.keep is None and (held.sizes, held.give_ups) == (
        answer.seats.sizes,
        answer.seats.give_ups,
    ):
        certify(answer.objective, proposal.certificate.bound)
    found = compose_answer(pinned, settings, reading.info, answer)
    home = problem.slots[next(s for s in slots if actor in answer.members[s])]
    coalition = next(c for c in found.coalitions if c.id == home.id)
    actor_id = problem.pool.season.actors[actor].id
    before = {m.actor_id for c in proposal.coalitions for m in c.members}
    after = {m.actor_id for c in found.coalitions for m in c.members}
    explanation = Explanation(
        actor_id=actor_id,
        challenge_id=home.challenge.id,
        placed=False,
        reasons=next(m.reasons for m in coalition.members if m.actor_id == actor_id),
        loss=round_number(proposal.certificate.objective - found.certificate.objective),
        forced=Forced(coalitions=found.coalitions, conflicts=found.conflicts),
        reason=given,
        leavers=tuple(sorted(before - after)),
    )
    return explanation, answer.members
