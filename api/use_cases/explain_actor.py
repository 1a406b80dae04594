"""Say why an actor is in, or what it would cost to have it in."""

from api.use_cases.call import Call
from api.use_cases.names import find_actor, find_challenge
from api.use_cases.use_case import UseCase
from models.explanations import Explanation
from models.frozen import Frozen
from models.proposals import Proposal
from models.text import Text


class Question(Frozen):
    """About whom, in a proposal that agrees with its season.

    Without a challenge the best of all is found.
    """

    proposal: Proposal
    actor: str
    challenge: str | None = None


def explain(call: Call, given: Question) -> Explanation:
    """Explain an actor's place, or solve again with the actor forced in.

    Raises
    ------
    NotFound
        If the actor or the challenge is not there.
    InputError
        When a pin or a capacity forbids what was asked.
    NoSolution, SolverFailure, Cancelled, ModelMissing
        As their names say.
    """
    from matcher import explain as explain_actor

    season = call.season
    actor = find_actor(season, given.actor, call.viewer)
    challenge = None if given.challenge is None else find_challenge(season, given.challenge)
    reading = call.read_words()
    return explain_actor(season, reading, given.proposal, actor, challenge, call.progress)


EXPLAIN_ACTOR = UseCase(
    action="proposal.explain",
    input=Question,
    run=explain,
    title=Text(sv="Förklara en plats", en="Explain a place"),
    description=Text(
        sv="Säger varför en aktör är med, eller vad det skulle kosta att ta med den.",
        en="Says why an actor is in, or what it would cost to have it in.",
    ),
    position=8,
)
