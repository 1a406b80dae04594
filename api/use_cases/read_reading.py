"""Tell how the engine understood an actor's words."""

from api.use_cases.call import Call
from api.use_cases.names import find_actor
from api.use_cases.rank_actors import Asked, rank
from api.use_cases.use_case import UseCase
from models.evidence import Evidence
from models.frozen import Frozen
from models.suggestions import RankedWhy, Selection, Suggestion
from models.text import Text

KINDRED = 5
"""Others that are named."""


class ReadFor(Frozen):
    """Whose words, by id or exact name."""

    actor: str


class ReadChallenge(Frozen):
    """How near an actor is to a challenge, with the words that carried it."""

    challenge: str
    title: str
    relevance: float
    rank: int
    evidence: Evidence | None


class ActorReading(Frozen):
    """The nearest challenges first, and who is about kindred things."""

    actor: str
    challenges: tuple[ReadChallenge, ...]
    kindred: tuple[Suggestion, ...]


def read_reading(call: Call, given: ReadFor) -> ActorReading:
    """Tell how an actor was read.

    Raises
    ------
    NotFound
        `actor_not_found`.
    ModelMissing, Cancelled
        As their names say.
    """
    season = call.season
    actor = find_actor(season, given.actor, call.viewer)
    found = []
    for ranking in rank(call, Asked(k=0, with_evidence=True)):
        place = next(each for each in ranking.ranked if each.actor_id == actor)
        challenge = season.challenges[season.challenge_index[ranking.challenge_id]]
        found.append(
            ReadChallenge(
                challenge=challenge.id,
                title=challenge.title,
                relevance=place.relevance,
                rank=place.rank,
                evidence=place.evidence if isinstance(place, RankedWhy) else None,
            )
        )
    near = sorted(found, key=lambda each: -each.relevance)
    kindred = call.open_matchmaker().suggest(actor, Selection(k=KINDRED, include_known=True))
    return ActorReading(actor=actor, challenges=tuple(near), kindred=kindred)


READ_READING = UseCase(
    action="reading.read",
    input=ReadFor,
    run=read_reading,
    title=Text(sv="Se hur en aktör läses", en="See how an actor is read"),
    description=Text(
        sv="Visar vilka utmaningar en aktörs ord ligger närmast, och vilka ord som avgjorde.",
        en="Shows which challenges an actor's words are nearest to, and the words that decided.",
    ),
    right="reading.read",
)
