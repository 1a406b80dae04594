"""How many pairs of members do not know each other yet."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.strangers import Strangers
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.text import Text


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Share of pairs without a tie."""
    return (Strangers(pool.tied),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say how many of the others are new to the member."""
    others = len(members) - 1
    known = np.asarray(pool.tied[members][:, members].sum(axis=1)).astype(int)
    return tuple(
        (_ALL if count == 0 else _SOME).format(new=others - count, others=others) for count in known
    )


_ALL = Text(sv="Känner ingen av de {others} andra än.", en="Knows none of the {others} others yet.")
_SOME = Text(
    sv="{new} av de {others} andra är nya bekantskaper.",
    en="{new} of the {others} others are new acquaintances.",
)

CRITERION = Criterion(
    key="novelty",
    title=Text(sv="nya bekantskaper", en="new acquaintances"),
    meaning=Text(
        sv="hur stor del av paren som inte känner varandra",
        en="the share of pairs who do not know each other",
    ),
    position=40,
    default_weight=0.5,
    is_available=lambda season: True,
    terms=terms,
    describe=describe,
)
