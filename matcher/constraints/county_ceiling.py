"""County ceiling: at most so many seats of a coalition go to one county, or to each."""

import numpy as np

from matcher.constraints.kind import Applied, Key, RuleKind, count_of
from matcher.constraints.quotas import MOST_KEY
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Count the members of each county that has actors enough to break the rule."""
    most, county = count_of(rule, "max"), rule.get("county")
    sizes = np.bincount(pool.counties, minlength=len(pool.county_names))
    meant = [
        label
        for label, name in enumerate(pool.county_names)
        if name and county in (None, name) and sizes[label] > most
    ]
    if not meant:
        return None

    def judge(members: Ints) -> tuple[int, int]:
        counts = np.bincount(pool.counties[members], minlength=len(pool.county_names))
        return most, int(counts[meant].max())

    def block(members: Ints, comer: int) -> Text:
        own = pool.county_names[pool.counties[comer]]
        return _AT_MOST.format(count=most, county=own or _ANY)

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=(
            tuple(
                CountRow((pool.counties == label).astype(np.int64), most=most) for label in meant
            ),
        ),
        judge=judge,
        blocks=block,
        asks=_AT_MOST.format(count=most, county=_ANY if county is None else county),
        sentence=_EACH if county is None else _ONE,
        keys={} if county is None else {"county": county},
        words={} if county is None else {"county": county},
    )


_AT_MOST = Text(
    sv="högst {count:# plats|# platser} för {county}",
    en="at most {count:# seat|# seats} for {county}",
)
_ANY = Text(sv="ett och samma län", en="one and the same county")
_EACH = Text(
    sv=(
        "{title}: {given:# plats|# platser} går till ett och samma län, där "
        "högst {asked} får göra det"
    ),
    en=(
        "{title}: {given:# seat goes|# seats go} to one and the same county, "
        "where at most {asked} may"
    ),
)
_ONE = Text(
    sv="{title}: {given:# plats|# platser} går till {county}, där högst {asked} får göra det",
    en="{title}: {given:# seat goes|# seats go} to {county}, where at most {asked} may",
)
KIND = RuleKind(
    key="county_ceiling",
    title=Text(sv="största antal per län", en="county ceiling"),
    meaning=Text(
        sv="Högst så många platser går till ett län, eller till vart och ett av dem.",
        en="At most so many seats go to a county, or to each of them.",
    ),
    mend=Text(
        sv="Få med fler organisationer från andra län, eller höj max till {given}.",
        en="Bring in more organisations from other counties, or raise max to {given}.",
    ),
    keys=(
        MOST_KEY,
        Key(
            "county",
            lambda value: isinstance(value, str) and bool(value),
            Text(sv="Skriv ett läns namn.", en="Write a county's name."),
            required=False,
        ),
    ),
    apply=apply,
    position=55,
)
