"""A proposal from members that were chosen by hand, with a bound for their sizes."""

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.core.pool import to_indices
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose, hash_input
from matcher.explain.misplacements import find_misplaced
from matcher.optimise.bound import bound_objective
from matcher.optimise.group import PROVEN
from matcher.optimise.rows import build_model
from matcher.optimise.seats import Seats
from matcher.optimise.solver import solver_name
from matcher.optimise.work import WORK
from matcher.propose import seal
from models.errors import Fault, InputError
from models.ports.progress import Progress
from models.proposals import EndedBy, Proposal, Settings
from models.scores import CoalitionMembers
from models.seasons import Effort, Season


def compose_edit(
    season: Season,
    reading: Reading,
    coalitions: tuple[CoalitionMembers, ...],
    settings: Settings,
    progress: Progress,
) -> Proposal:
    """Write the proposal that given members make.

    Parameters
    ----------
    coalitions : tuple of CoalitionMembers
        Under the ids of the season's coalitions; those left out are not formed.
    settings : Settings
        Under which the season is judged.

    Returns
    -------
    Proposal
        Its bound is proven for the sizes and the give-ups that the members have. Dates and
        seconds are left out.

    Raises
    ------
    InputError
        With every coalition that the season does not have under these settings, and every
        actor where no capacity, pin or ban lets it be.
    SolverFailure
        When the bound came out below what the members are worth.
    """
    problem = problem_under(season, reading.fits, settings)
    members = _seat(problem, coalitions)
    value, ended_by = _bound(problem, members, Effort(settings.effort), progress)
    proposal = compose(
        problem,
        settings,
        reading.info,
        members,
        bound=value,
        ended_by=ended_by,
        solver=solver_name(settings.solver),
    )
    return seal(proposal.evolve(input_sha256=hash_input(season, settings)))


def _seat(problem: Problem, coalitions: tuple[CoalitionMembers, ...]) -> tuple[Ints, ...]:
    """Give the members by slot."""
    season = problem.pool.season
    given = {coalition.id: coalition for coalition in coalitions}
    known = {slot.id: slot.challenge.id for slot in problem.slots}
    unknown = [
        Fault.given(
            f"coalitions.{number}.id", each.id, "edit_unknown_coalition", known=", ".join(known)
        )
        for number, each in enumerate(coalitions)
        if known.get(each.id) != each.challenge_id
    ]
    if unknown:
        raise InputError(tuple(unknown))
    members = tuple(
        to_indices(season, given[slot.id].members if slot.id in given else ())
        for slot in problem.slots
    )
    faults = []
    for item in find_misplaced(problem, members):
        actor = season.actors[item.actor]
        for coalition in [problem.slots[s].id for s in item.slots]:
            way = _way_to(coalitions, coalition, actor.id)
            words = {"name": actor.name, "asked": item.asked, "given": item.given}
            faults.append(
                Fault.given(way, actor.id, f"misplaced_{item.rule}", coalition=coalition, **words)
            )
    if faults:
        raise InputError(tuple(faults))
    return members


def _way_to(coalitions: tuple[CoalitionMembers, ...], coalition: str, actor: str) -> str:
    """Give the way to an actor's seat, or to where it had to be and is not."""
    for number, each in enumerate(coalitions):
        if each.id == coalition:
            way = f"coalitions.{number}.members"
            return f"{way}.{each.members.index(actor)}" if actor in each.members else way
    return "coalitions"


def _bound(
    problem: Problem, members: tuple[Ints, ...], effort: Effort, progress: Progress
) -> tuple[float, EndedBy]:
    """Bound F for the members' sizes and give-ups."""
    formed = [s for s, chosen in enumerate(members) if len(chosen)]
    if not formed:
        return 0.0, EndedBy.OPTIMAL
    model = build_model(problem, Seats.of(problem, members))
    worth = problem.objective([problem.total(problem.slots[s], members[s]) for s in formed])
    found = bound_objective(model, members, WORK[effort].rounds, progress).value
    bound = certify(worth, found)
    return bound, EndedBy.OPTIMAL if bound - worth <= PROVEN else EndedBy.WORK
