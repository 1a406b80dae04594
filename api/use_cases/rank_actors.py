"""Rank the actors by relevance."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.use_case import UseCase
from models.frozen import Frozen
from models.suggestions import Ranked, RankedWhy
from models.text import Text


class Asked(Frozen):
    """For which challenge, or for all; how many (0 gives all), and whether with the words."""

    challenge: str | None = None
    k: int = Field(default=20, ge=0)
    with_evidence: bool = False


class Ranking(Frozen):
    """The actors of one challenge, the most relevant first."""

    challenge_id: str
    ranked: tuple[Ranked | RankedWhy, ...]


def rank(call: Call, given: Asked) -> tuple[Ranking, ...]:
    """Rank the actors for a challenge, or for every challenge.

    Raises
    ------
    NotFound
        `challenge_not_found`.
    ModelMissing, Cancelled
        As their names say.
    """
    from matcher.rank import rank_actors

    season = call.season
    reading = call.read_words(with_offers=False)
    wanted = season.challenge_index if given.challenge is None else (given.challenge,)
    return tuple(
        Ranking(
            challenge_id=key,
            ranked=rank_actors(season, reading, key, given.k, with_evidence=given.with_evidence),
        )
        for key in wanted
    )


RANK_ACTORS = UseCase(
    action="actors.rank",
    input=Asked,
    run=rank,
    title=Text(sv="Rangordna aktörer", en="Rank actors"),
    description=Text(
        sv="Rangordnar aktörerna efter relevans för en utmaning, eller för alla.",
        en="Ranks the actors by relevance to a challenge, or to every challenge.",
    ),
    position=21,
)
