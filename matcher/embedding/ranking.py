"""Actors by relevance to a challenge."""

import numpy as np

from matcher.embedding.reading import Reading
from models.errors import NotFound
from models.seasons import Season
from models.suggestions import Ranked, RankedWhy


def rank_actors(
    season: Season, reading: Reading, challenge_id: str, k: int = 20, *, with_evidence: bool = False
) -> tuple[Ranked, ...]:
    """Rank the actors for one challenge, equals in order of id.

    Parameters
    ----------
    k : int
        How many; 0 gives all.
    with_evidence : bool
        Tell the words that carried each one's relevance, too.

    Raises
    ------
    NotFound
        If there is no such challenge.
    """
    if challenge_id not in season.challenge_index:
        known = ", ".join(challenge.id for challenge in season.challenges)
        raise NotFound("challenge_not_found", name=challenge_id, known=known)
    column = season.challenge_index[challenge_id]
    relevance = reading.relevance[:, column]
    order = np.argsort(-relevance, kind="stable")[: k or None]
    ranked = (
        Ranked(actor_id=season.actors[a].id, relevance=float(relevance[a]), rank=place)
        for place, a in enumerate(order.tolist(), start=1)
    )
    if not with_evidence:
        return tuple(ranked)
    return tuple(
        RankedWhy(**vars(entry), evidence=reading.find_evidence(a, column))
        for entry, a in zip(ranked, order.tolist(), strict=True)
    )
