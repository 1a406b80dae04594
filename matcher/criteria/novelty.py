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
        _sentence(others, count).format(new=others - count, others=others)
        for count in known.tolist()
    )


def _sentence(others: int, known: int) -> Text:
    if others == 0:
        return _ALONE
    if known in (0, others):
        return _NONE if known else _ALL
    return _SOME


_ALONE = Text(sv="Är ensam i koalitionen.", en="Is alone in the coalition.")
_ALL = Text(
    sv="Känner {others:inte den andra|ingen av de # andra} än.",
    en="Does not know {others:the other one|any of the # others} yet.",
)
_NONE = Text(
    sv="Känner redan {others:den andra|alla de # andra}.",
    en="Knows {others:the other one|all # others} already.",
)
_SOME = Text(
    sv="{new} av de {others} andra {new:är en ny bekantskap|är nya bekantskaper}.",
    en="{new} of the {others} others {new:is a new acquaintance|are new acquaintances}.",
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
