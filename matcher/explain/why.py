"""Why this actor is in, and why that one is not: forced in and solved again.

Solving again is the search of the main job, from the proposal with the actor in the seat
where that costs least, without the integer programs that prove large seasons: these took
minutes, and what they gain lies in the fourth decimal. Small seasons are solved exactly.
"""

from dataclasses import replace

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.changes import seats_of
from matcher.core.problem import Problem, refuse_contradictions
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.answers import compose_answer
from matcher.explain.blocking import find_blocking
from matcher.explain.openings import LeftOutActor, find_openings
from matcher.explain.reserves import least_loss, losses
from matcher.optimise.group import group
from matcher.optimise.seats import Seats
from matcher.optimise.work import SEARCHED
from models.canonical import round_number
from models.challenges import Challenge
from models.errors import NoSolution
from models.explanations import Explanation, Forced
from models.messages import say
from models.ports.progress import Progress
from models.proposals import EndedBy, Proposal, UnplacedReason
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
                loss_proven=True,
                forced=Forced(coalitions=proposal.coalitions, conflicts=proposal.conflicts),
                reserve=next((r for r in coalition.reserves if r.for_ == actor_id), None),
            )
    given = next((u.reason for u in proposal.unplaced if u.actor_id == actor_id), None)
    problem = problem_under(season, reading.fits, proposal.settings)
    certify(proposal.certificate.objective, proposal.certificate.bound)
    tries: list[tuple[Explanation, tuple[Ints, ...]] | None] = []
    actor = season.actor_index[actor_id]
    offers = [
        slots
        for slots in _offers(problem, actor)
        if challenge_id in (None, problem.slots[slots[0]].challenge.id)
    ]
    for done, slots in enumerate(offers):
        progress.report("stage_forcing", done, len(offers))
        tries.append(_force(problem, slots, reading, proposal, actor, given, progress))
    formed = [each for each in tries if each is not None]
    if formed:
        explanation, members = min(formed, key=lambda each: _cost(each[0]))
        is_proven = all(each is not None and each[0].loss_proven for each in tries)
        explanation = explanation.evolve(loss_proven=is_proven)
        before = seats_of(problem, proposal.memberships)
        slots = next(
            each
            for each in offers
            if problem.slots[each[0]].challenge.id == explanation.challenge_id
        )
        explanation = explanation.evolve(blocked_by=find_blocking(problem, before, slots, actor))
        if any(actor in chosen for chosen in before):
            return explanation  # it is in, elsewhere
        case = LeftOutActor(season, reading, proposal, problem, before, actor, slots, members)
        return explanation.evolve(openings=find_openings(case, progress))
    return Explanation(
        actor_id=actor_id,
        challenge_id=challenge_id,
        placed=False,
        reasons=(),
        loss=None,
        forced=None,
        reason=_say_nowhere(problem, actor, challenge_id, bool(offers), given),
    )


def _say_nowhere(
    problem: Problem,
    actor: int,
    challenge_id: str | None,
    is_allowed: bool,
    given: UnplacedReason | None,
) -> UnplacedReason:
    """Say why nothing could be formed with an actor; a challenge asked for is spoken of."""
    if is_allowed:
        return given or UnplacedReason.of("forced_nowhere", say("forced_nowhere"))
    if given is not None and (challenge_id is None or given.code != "unplaced_others_fit"):
        return given
    text = say("unplaced_no_capacity")
    if problem.pool.capacity[actor] > 0:
        asked = [slot for slot in problem.slots if challenge_id in (None, slot.challenge.id)]
        titles = dict.fromkeys(slot.challenge.title for slot in asked)
        text = say("forced_banned", challenge=", ".join(titles))
        if any(slot.allowed[actor] for slot in asked):
            text = say(
                "forced_pinned", challenge=", ".join(c.title for c in _pinned_to(problem, actor))
            )
    return UnplacedReason.of("forced_not_allowed", text)


def _offers(problem: Problem, actor: int) -> list[tuple[int, ...]]:
    """Give, per challenge, the slots that neither ban, capacity nor pins close to the actor."""
    pinned = _pinned_to(problem, actor)
    is_full = len(pinned) >= problem.pool.capacity[actor]
    offers = [
        tuple(s for s in g if problem.slots[s].allowed[actor])
        for g in problem.siblings
        if not is_full or problem.slots[g[0]].challenge in pinned
    ]
    return [slots for slots in offers if slots]


def _pinned_to(problem: Problem, actor: int) -> list[Challenge]:
    """Give the challenges that an actor is pinned to."""
    pinned = {slots[0] for each, slots in problem.pins if each == actor}
    return [problem.slots[g[0]].challenge for g in problem.siblings if pinned & set(g)]


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
    """Search with the actor in one of the slots, and compare; None where nothing fits."""
    pinned = replace(problem, pins=tuple(sorted({*problem.pins, (actor, slots)})))
    refuse_contradictions(pinned)
    settings, before = proposal.settings, seats_of(problem, proposal.memberships)
    effort, limit = Effort(settings.effort), settings.time_limit_s
    hint = _swap_in(problem, before, slots, actor)
    try:
        answer = group(pinned, effort, limit, progress, hint=hint, work=SEARCHED[effort])
    except NoSolution:
        return None
    held = Seats.of(problem, before)
    if settings.keep is None and (held.sizes, held.give_ups) == (
        answer.seats.sizes,
        answer.seats.give_ups,
    ):
        certify(answer.objective, proposal.certificate.bound)
    found = compose_answer(pinned, settings, reading.info, answer)
    home = problem.slots[next(s for s in slots if actor in answer.members[s])]
    coalition = next(c for c in found.coalitions if c.id == home.id)
    actor_id = problem.pool.season.actors[actor].id
    seated = {m.actor_id for c in proposal.coalitions for m in c.members}
    after = {m.actor_id for c in found.coalitions for m in c.members}
    explanation = Explanation(
        actor_id=actor_id,
        challenge_id=home.challenge.id,
        placed=False,
        reasons=next(m.reasons for m in coalition.members if m.actor_id == actor_id),
        loss=round_number(proposal.certificate.objective - found.certificate.objective),
        forced=Forced(coalitions=found.coalitions, conflicts=found.conflicts),
        reason=given,
        leavers=tuple(sorted(seated - after)),
        loss_proven=answer.ended_by is EndedBy.OPTIMAL,
    )
    return explanation, answer.members


def _swap_in(
    problem: Problem, members: tuple[Ints, ...], slots: tuple[int, ...], actor: int
) -> tuple[Ints, ...] | None:
    """Give the members after the best single replacement by an actor; None where none fits."""
    best: tuple[float, int, int] | None = None
    for s in slots:
        if len(members[s]):
            below = np.inf if best is None else best[0]
            found = least_loss(problem, members, s, actor, losses(problem, members, s), below)
            best = best if found is None else (found.loss, s, found.leaver)
    if best is None:
        return None
    _, home, leaver = best
    changed = np.sort(np.where(members[home] == leaver, actor, members[home]))
    return tuple(changed if s == home else chosen for s, chosen in enumerate(members))
