"""Whose turn it is: those who were passed over come first."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.text import Text

SEASONS_UNTIL_FULL = 3


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean of the seasons without a place, three of which count fully."""
    passed = np.array([actor.passed_over for actor in pool.season.actors], dtype=float)
    return (Linear(np.minimum(1.0, passed / SEASONS_UNTIL_FULL)),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say how long each member has waited."""
    counts = [pool.season.actors[member].passed_over for member in members.tolist()]
    return tuple(_SENTENCES.get(count, _MANY).format(count=count) for count in counts)


_SENTENCES = {
    0: Text(sv="Blev inte utan plats förra säsongen.", en="Was not passed over last season."),
    1: Text(sv="Blev utan plats förra säsongen.", en="Was passed over last season."),
}
_MANY = Text(
    sv="Har blivit utan plats {count} säsonger i rad.",
    en="Has been passed over {count} seasons in a row.",
)

CRITERION = Criterion(
    key="turn",
    title=Text(sv="turordning", en="turn"),
    meaning=Text(
        sv="hur länge medlemmarna har väntat på en plats",
        en="how long the members have waited for a place",
    ),
    position=60,
    default_weight=0.25,
    is_available=lambda season: any(actor.passed_over for actor in season.actors),
    terms=terms,
    describe=describe,
)
