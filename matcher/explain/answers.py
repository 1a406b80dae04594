"""The optimiser's answers as proposals: apart from `compose`, which knows no solver."""

from matcher.core.problem import Problem
from matcher.explain.compose import compose
from matcher.optimise.group import BoundedGrouping
from matcher.optimise.solver import solver_name
from models.proposals import EmbeddingInfo, Proposal, Settings


def compose_answer(
    problem: Problem, settings: Settings, embedding: EmbeddingInfo, answer: BoundedGrouping
) -> Proposal:
    """Write the proposal that an answer makes, as `compose` does."""
    return compose(
        problem,
        settings,
        embedding,
        answer.members,
        bound=answer.bound,
        ended_by=answer.ended_by,
        solver=solver_name(settings.solver),
    )
