"""How well the members' own words fit the challenge."""

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.numbers import decimal
from models.text import Text


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean of the members' relevance."""
    return (Linear(pool.relevance[:, pool.season.challenge_index[challenge.id]]),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say how near each member's words are to the question."""
    column = pool.relevance[:, pool.season.challenge_index[challenge.id]]
    return tuple(_sentence(float(column[member])) for member in members)


def _sentence(value: float) -> Text:
    grade = next(text for least, text in _GRADES if value >= least)
    return grade.format(value=decimal(value))


_GRADES = (
    (
        0.7,
        Text(
            sv="Egna ord som ligger mycket nära frågan (relevans {value}).",
            en="Own words very close to the question (relevance {value}).",
        ),
    ),
    (
        0.5,
        Text(
            sv="Egna ord som ligger nära frågan (relevans {value}).",
            en="Own words close to the question (relevance {value}).",
        ),
    ),
    (
        0.3,
        Text(
            sv="Egna ord som rör vid frågan (relevans {value}).",
            en="Own words that touch the question (relevance {value}).",
        ),
    ),
    (
        0.0,
        Text(
            sv="Egna ord som ligger långt från frågan (relevans {value}).",
            en="Own words far from the question (relevance {value}).",
        ),
    ),
)

CRITERION = Criterion(
    key="relevance",
    title=Text(sv="relevans", en="relevance"),
    meaning=Text(
        sv="hur nära medlemmarnas egna ord ligger utmaningen",
        en="how close the members' own words are to the challenge",
    ),
    position=10,
    default_weight=1.0,
    is_available=lambda season: True,
    terms=terms,
    describe=describe,
)
