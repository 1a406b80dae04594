"""How many of the members can come to the four times that suit most of them."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.attendance import Attendance
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import NOTHING_TO_JUDGE, Term
from models.challenges import Challenge
from models.text import Text
from models.wording import listing

MEETINGS = 4
"""A coalition meets so many times."""


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean over the four best times of the share of members who can come."""
    if not pool.times:
        return (Linear(np.full(pool.size, NOTHING_TO_JUDGE)),)
    return (Attendance(pool.can_come, MEETINGS),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say how many of the four best times each member can come to, and which it misses."""
    if not pool.times:
        return (_NOBODY,) * len(members)
    best = Attendance(pool.can_come, MEETINGS).best(members)
    return tuple(_sentence(pool, member, best) for member in members.tolist())


def _sentence(pool: Pool, member: int, best: Ints) -> Text:
    if not pool.season.actors[member].available:
        return _UNSTATED
    missed = [pool.times[t] for t in np.sort(best[~pool.can_come[member, best]]).tolist()]
    if not missed:
        return _EVERY.format(of=len(best))
    return (_SOME if len(missed) < len(best) else _NONE).format(
        count=len(best) - len(missed),
        of=len(best),
        missed=listing([_QUOTED.format(time=time) for time in missed]),
    )


_QUOTED = Text(sv="”{time}”", en="“{time}”")
_NOBODY = Text(sv="Ingen har sagt när den kan.", en="Nobody has said when it can come.")
_UNSTATED = Text(
    sv="Har inte sagt när den kan, och räknas som att den alltid kan.",
    en="Has not said when it can come, and counts as able to come whenever.",
)
_EVERY = Text(
    sv="Kan {of:den enda tiden|# av de # tider som passar flest}.",
    en="Can come to {of:the only slot|# of the # slots that suit most members}.",
)
_SOME = Text(
    sv="Kan {count} av de {of} tider som passar flest, men inte {missed}.",
    en="Can come to {count} of the {of} slots that suit most members, but not to {missed}.",
)
_NONE = Text(
    sv="Kan inte {of:den enda tiden|någon av de # tider som passar flest}: {missed}.",
    en="Cannot come to {of:the only slot|any of the # slots that suit most members}: {missed}.",
)

CRITERION = Criterion(
    key="availability",
    title=Text(sv="gemensamma tider", en="availability"),
    meaning=Text(
        sv="hur många av medlemmarna som kan komma de fyra tider som passar flest",
        en="how many of the members can come to the four slots that suit most of them",
    ),
    position=90,
    default_weight=0.5,
    is_available=lambda season: any(actor.available for actor in season.actors),
    terms=terms,
    describe=describe,
)
