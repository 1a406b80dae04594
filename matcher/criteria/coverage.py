"""How well the members together cover the parts of the challenge."""

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.cover import Cover
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import NOTHING_TO_JUDGE, Term
from models.challenges import Challenge
from models.numbers import decimal
from models.text import Text
from models.wording import listing


def _fits(pool: Pool, challenge: Challenge) -> Floats:
    """Give each actor's fit to each facet, 0 where the words were not read: (A, F)."""
    unread = np.zeros((pool.size, len(challenge.facets)))
    return pool.fits.facets.get(challenge.id, unread)


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean over the facets of the best fit of a member."""
    if not challenge.facets:
        return (Linear(np.full(pool.size, NOTHING_TO_JUDGE)),)
    return (Cover(_fits(pool, challenge)),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Name the facets that each member serves best."""
    if not challenge.facets:
        return (_NONE,) * len(members)
    own = _fits(pool, challenge)[members]
    is_best = (own == own.max(axis=0)) & (own > 0)
    return tuple(
        _sentence(challenge, own[i], np.flatnonzero(row).tolist()) for i, row in enumerate(is_best)
    )


def _sentence(challenge: Challenge, fits: Floats, served: list[int]) -> Text:
    if not served:
        return _OTHERS
    parts = [_SERVED.format(facet=challenge.facets[f], fit=decimal(float(fits[f]))) for f in served]
    return _SERVES.format(facets=listing(parts))


_SERVES = Text(sv="Svarar bäst mot {facets}.", en="Serves {facets} best.")
_SERVED = Text(sv="”{facet}” ({fit})", en="“{facet}” ({fit})")
_NONE = Text(sv="Utmaningen har inga delfrågor.", en="The challenge has no facets.")
_OTHERS = Text(
    sv="Andra medlemmar svarar bättre mot varje delfråga.",
    en="Other members serve every facet better.",
)

CRITERION = Criterion(
    key="coverage",
    title=Text(sv="täckning av delfrågor", en="coverage of facets"),
    meaning=Text(
        sv="hur nära utmaningens delfrågor de medlemmar ligger som svarar bäst mot dem",
        en="how close the members who serve the challenge's facets best are to them",
    ),
    position=80,
    default_weight=0.5,
    is_available=lambda season: any(challenge.facets for challenge in season.challenges),
    terms=terms,
    describe=describe,
    needs_fits=True,
)
