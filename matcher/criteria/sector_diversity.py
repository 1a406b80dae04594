"""How evenly the four sectors meet."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.sectors import Sector
from models.text import Text


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Blau index over the four sectors."""
    return (Variety(pool.sectors, len(Sector)),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say how many share the member's sector and how many come from others."""
    own = pool.sectors[members]
    counts = np.bincount(own, minlength=len(Sector))
    names = [sector.origin for sector in Sector]
    return tuple(
        (_ONLY if counts[label] == 1 else _ONE_OF).format(
            sector=names[label], alike=counts[label], unlike=len(members) - counts[label]
        )
        for label in own
    )


_ONLY = Text(
    sv="Ensam från {sector}; möter {unlike} från andra sektorer.",
    en="The only one from {sector}; meets {unlike} from other sectors.",
)
_ONE_OF = Text(
    sv="En av {alike} från {sector}; möter {unlike} från andra sektorer.",
    en="One of {alike} from {sector}; meets {unlike} from other sectors.",
)

CRITERION = Criterion(
    key="sector_diversity",
    title=Text(sv="sektorsmångfald", en="sector diversity"),
    meaning=Text(sv="hur jämnt de fyra sektorerna möts", en="how evenly the four sectors meet"),
    position=20,
    default_weight=1.0,
    is_available=lambda season: True,
    terms=terms,
    describe=describe,
)
