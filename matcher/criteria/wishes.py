"""How well members get the challenges that they wished for."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import NOTHING_TO_JUDGE, Term
from models.actors import Actor
from models.challenges import Challenge
from models.text import Text


def _worth(actor: Actor, challenge: Challenge) -> float:
    """Give 1 for the first of m wishes, 1/m less for each after it, 0 for no wish."""
    if not actor.wishes:
        return NOTHING_TO_JUDGE
    if challenge.id not in actor.wishes:
        return 0.0
    return 1 - actor.wishes.index(challenge.id) / len(actor.wishes)


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean of what the challenge is worth to the members."""
    return (Linear(np.array([_worth(actor, challenge) for actor in pool.season.actors])),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say which of its wishes each member gets."""
    return tuple(_sentence(pool.season.actors[member], challenge) for member in members.tolist())


def _sentence(actor: Actor, challenge: Challenge) -> Text:
    if not actor.wishes:
        return _NONE
    if challenge.id not in actor.wishes:
        return _OTHER
    return _WISH.format(rank=actor.wishes.index(challenge.id) + 1, wishes=len(actor.wishes))


_NONE = Text(sv="Har inte önskat någon utmaning.", en="Has wished for no challenge.")
_OTHER = Text(sv="Har önskat andra utmaningar.", en="Has wished for other challenges.")
_WISH = Text(sv="Önskemål nummer {rank} av {wishes}.", en="Wish number {rank} of {wishes}.")

CRITERION = Criterion(
    key="wishes",
    title=Text(sv="önskemål", en="wishes"),
    meaning=Text(
        sv="hur högt medlemmarna har önskat utmaningen",
        en="how high the members have wished for the challenge",
    ),
    position=50,
    default_weight=0.5,
    is_available=lambda season: any(actor.wishes for actor in season.actors),
    terms=terms,
    describe=describe,
)
