"""Shared language: there is one that every member who states languages can meet in."""

import numpy as np

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from models.text import Text

COST_PER_MEMBER = 2


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Allow nobody who lacks the language, for one of the languages that are stated."""
    actors = pool.season.actors
    languages = sorted({language for actor in actors for language in actor.languages})
    lacking = [
        np.array([bool(a.languages) and language not in a.languages for a in actors], dtype=bool)
        for language in languages
    ]
    if not lacking or not all(lack.any() for lack in lacking):
        return None

    def judge(members: Ints) -> tuple[int, int]:
        fewest = min(int(lack[members].sum()) for lack in lacking)
        return len(members), len(members) - fewest

    return Applied(
        rule=rule,
        unit_cost=COST_PER_MEMBER,
        ways=tuple((CountRow(lack.astype(np.int64), most=0),) for lack in lacking),
        judge=judge,
        blocks=lambda members, comer: _SPEAKS_NONE,
        asks=Text(sv="ett språk som alla kan mötas på", en="a language that all can meet in"),
        sentence=Text(
            sv="{title}: {given} av {asked:# medlem|# medlemmar} delar ett språk att mötas på",
            en="{title}: {given} of {asked:# member|# members} share a language to meet in",
        ),
    )


_SPEAKS_NONE = Text(sv="talar inget språk som alla delar", en="speaks no language that all share")


def _hold_where_given(season: Season) -> Rule | None:
    has_languages = any(actor.languages for actor in season.actors)
    return Rule(kind="shared_language") if has_languages else None


KIND = RuleKind(
    key="shared_language",
    title=Text(sv="gemensamt språk", en="shared language"),
    meaning=Text(
        sv="Det finns ett språk som alla medlemmar som anger språk kan mötas på.",
        en="There is a language that all members who state languages can meet in.",
    ),
    mend=Text(
        sv="Kontrollera organisationernas språk, eller stäng av regeln.",
        en="Check the organisations' languages, or turn the rule off.",
    ),
    keys=(),
    apply=apply,
    position=120,
    unit_cost=COST_PER_MEMBER,
    default=_hold_where_given,
)
