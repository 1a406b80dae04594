"""Replace those who declined, with the fewest changes."""

from pydantic import Field

from api.use_cases.agreement import insist_on_agreement
from api.use_cases.call import Call
from api.use_cases.compare_proposals import compare
from api.use_cases.names import find_actor
from api.use_cases.use_case import UseCase
from models.comparisons import Comparison
from models.frozen import Frozen
from models.proposals import Proposal
from models.text import Text


class Declines(Frozen):
    """Who declined, by ids or exact names, in a proposal that agrees with its season.

    `max_changes` says how many seats may change hands; left out, no more than the rules force.
    """

    proposal: Proposal
    declined: tuple[str, ...]
    max_changes: int | None = Field(default=None, ge=0)


class Repaired(Frozen):
    """The new proposal, and what became of the old one."""

    proposal: Proposal
    comparison: Comparison


def repair_proposal(call: Call, given: Declines) -> Repaired:
    """Propose again without those who declined.

    Raises
    ------
    NotFound
        If a name leads nowhere.
    InputError
        `not_a_member`: who declined has no seat; `changes_too_few`.
    Disagreement, NoSolution, SolverFailure, Cancelled, ModelMissing
        As their names say.
    """
    from matcher import match
    from matcher.steer.repair import repair_options

    season = call.season
    gone = [
        find_actor(season, name, call.viewer, f"declined.{number}.actor")
        for number, name in enumerate(given.declined)
    ]
    reading = call.read_words()
    options = repair_options(given.proposal, gone, given.max_changes)
    repaired = match(season, reading, options, call.progress)
    insist_on_agreement(season, repaired.to_document(), reading)
    return Repaired(proposal=repaired, comparison=compare(given.proposal, repaired))


REPAIR_PROPOSAL = UseCase(
    action="proposal.repair",
    input=Declines,
    run=repair_proposal,
    title=Text(sv="Laga ett förslag", en="Repair a proposal"),
    description=Text(
        sv="Ersätter dem som tackat nej, med så få byten som går.",
        en="Replaces those who declined, with as few changes as can be.",
    ),
    position=7,
)
