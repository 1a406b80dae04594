"""How widely the members come from the country, or from their region.

Who works in the whole country is of no area and at no distance: its pairs count nothing.
"""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.partial_variety import PartialVariety
from matcher.criteria.shapes.spread import Spread
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import Term
from models.challenges import Challenge, Scope
from models.text import Text


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Half for the variety of areas, half for the mean distance."""
    areas = pool.counties if challenge.scope is Scope.NATIONAL else pool.municipalities
    placed = pool.is_placed
    if placed.all():
        return (
            Variety(areas, challenge.areas, share=0.5),
            Spread(pool.distances_km, challenge.reference_km, share=0.5, is_negative_type=True),
        )
    return (
        PartialVariety(areas, placed, challenge.areas, share=0.5),
        Spread(pool.distances_km, challenge.reference_km, share=0.5),
    )


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Name the member's area, how many share it, and the mean distance to the others."""
    if len(members) < 2:
        return (_ALONE,) * len(members)
    if challenge.scope is Scope.NATIONAL:
        labels, names = pool.counties[members], pool.county_names
    else:
        labels, names = pool.municipalities[members], pool.municipality_names
    counts = np.bincount(labels)
    means = pool.distances_km(members, members).sum(axis=1) / (len(members) - 1)
    return tuple(
        (_ONLY if counts[label] == 1 else _ONE_OF).format(
            area=names[label], alike=counts[label], km=round(float(mean))
        )
        if names[label]
        else _NOWHERE
        for label, mean in zip(labels, means, strict=True)
    )


_ALONE = Text(sv="Ingen annan att räkna avstånd till.", en="Nobody else to measure from.")
_NOWHERE = Text(
    sv="Verkar i hela landet: räknas inte till något län och inte i avstånden.",
    en="Works in the whole country: counts for no county and in no distance.",
)
_ONLY = Text(
    sv="Ensam från {area}; i snitt {km} km till de andra.",
    en="The only one from {area}; {km} km from the others on average.",
)
_ONE_OF = Text(
    sv="En av {alike} från {area}; i snitt {km} km till de andra.",
    en="One of {alike} from {area}; {km} km from the others on average.",
)

CRITERION = Criterion(
    key="geographic_spread",
    title=Text(sv="geografisk spridning", en="geographic spread"),
    meaning=Text(
        sv="hur stor del av landet eller regionen som medlemmarna kommer från",
        en="how much of the country or the region the members come from",
    ),
    position=30,
    default_weight=0.5,
    is_available=lambda season: True,
    terms=terms,
    describe=describe,
)
