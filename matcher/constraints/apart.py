"""Apart: no two of the actors are in one coalition."""

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.pairs import (
    ACTORS_KEY,
    COST_PER_PAIR,
    mark_pair,
    name_all,
    names_of,
    others_of,
    pairs_of,
)
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Allow of every pair one."""
    pairs = pairs_of(pool, rule)

    def judge(members: Ints) -> tuple[int, int]:
        kept = sum(not (one in members and other in members) for one, other in pairs)
        return len(pairs), kept

    def block(members: Ints, comer: int) -> Text:
        there = [other for other in others_of(pairs, comer) if other in members]
        return _FROM_WHOM.format(names=name_all(pool, there))

    return Applied(
        rule=rule,
        unit_cost=COST_PER_PAIR,
        ways=(tuple(CountRow(mark_pair(pool, pair, 1), most=1) for pair in pairs),),
        judge=judge,
        blocks=block,
        asks=Text(sv="{names} isär", en="{names} apart").format(names=names_of(pool, rule)),
        sentence=Text(
            sv="{title}: {names} ska hållas isär; {given} av {asked} par hålls isär",
            en=(
                "{title}: {names} are to be kept apart; "
                "{given} of {asked:# pair|# pairs} are kept so"
            ),
        ),
        keys={"actors": rule.get("actors")},
        words={"names": names_of(pool, rule)},
        asked_of=lambda _: len(pairs),
    )


_FROM_WHOM = Text(sv="ska hållas åtskild från {names}", en="is to be kept apart from {names}")
KIND = RuleKind(
    key="apart",
    title=Text(sv="åtskilda", en="apart"),
    meaning=Text(
        sv="Inga två av aktörerna är med i samma koalition.",
        en="No two of the actors are in one coalition.",
    ),
    mend=Text(
        sv="Få med fler organisationer, eller ta bort regeln.",
        en="Bring in more organisations, or remove the rule.",
    ),
    keys=(ACTORS_KEY,),
    apply=apply,
    position=100,
    unit_cost=COST_PER_PAIR,
)
