"""Propose coalitions: the main job."""

from api.use_cases.agreement import insist_on_agreement
from api.use_cases.call import Call
from api.use_cases.prepare_run import RunOrder, prepare_run
from api.use_cases.use_case import UseCase
from models.proposals import Proposal
from models.text import Text


def propose(call: Call, given: RunOrder) -> Proposal:
    """Propose, and hand out nothing that does not agree with its season.

    Raises
    ------
    NotFound, BadRequest, InputError
        As `prepare_run` does; or when pins, bans and capacities contradict each other, or
        more must change than may.
    NoSolution, SolverFailure, Cancelled, ModelMissing
        As their names say.
    Disagreement
        If the independent checker finds a difference.
    """
    from matcher import match

    options = prepare_run(call, given)
    reading = call.read_words()
    proposal = match(call.season, reading, options, call.progress)
    insist_on_agreement(call.season, proposal.to_document(), reading)
    return proposal


PROPOSE = UseCase(
    action="proposal.make",
    input=RunOrder,
    run=propose,
    title=Text(sv="Föreslå koalitioner", en="Propose coalitions"),
    description=Text(
        sv="Bildar koalitionerna av en säsongs aktörer, med skäl och bevis.",
        en="Forms the coalitions of a season's actors, with reasons and a proof.",
    ),
    position=2,
)
