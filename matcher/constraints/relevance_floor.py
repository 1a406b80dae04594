"""Relevance floor: no member's own words are further from the challenge than so."""

import numpy as np

from matcher.constraints.kind import Applied, Key, RuleKind
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.numbers import decimal
from models.rules import Rule
from models.text import Text


def _is_share(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= float(str(value)) <= 1


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Allow nobody whose relevance is below the floor."""
    floor = float(str(rule.get("min")))
    below = pool.relevance[:, pool.season.challenge_index[challenge.id]] < floor

    def judge(members: Ints) -> tuple[int, int]:
        return len(members), len(members) - int(below[members].sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=((CountRow(below.astype(np.int64), most=0),),),
        judge=judge,
        asks=Text(
            sv="relevansen {floor} eller mer för var och en",
            en="a relevance of {floor} or more for everyone",
        ).format(floor=decimal(floor)),
        sentence=Text(
            sv="{title}: {given} av {asked:# medlem|# medlemmar} har relevansen {floor} eller mer",
            en="{title}: {given} of {asked:# member|# members} have a relevance of {floor} or more",
        ),
        words={"floor": decimal(floor)},
    )


KIND = RuleKind(
    key="relevance_floor",
    title=Text(sv="lägsta relevans", en="relevance floor"),
    meaning=Text(
        sv="Ingen medlem har lägre relevans för utmaningen än så.",
        en="No member has a lower relevance to the challenge than so.",
    ),
    mend=Text(
        sv="Få med fler organisationer vars ord ligger nära utmaningen, eller sänk min.",
        en="Bring in more organisations whose words are near the challenge, or lower min.",
    ),
    keys=(
        Key(
            "min",
            _is_share,
            Text(sv="Skriv ett tal från 0 till 1.", en="Write a number from 0 to 1."),
        ),
    ),
    apply=apply,
    position=59,
    needs_words=True,
)
