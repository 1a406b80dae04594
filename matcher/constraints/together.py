"""Together: the actors are all in a coalition or none of them."""

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
    """Ask of every pair that both are in or none."""
    pairs = pairs_of(pool, rule)

    def judge(members: Ints) -> tuple[int, int]:
        kept = sum((one in members) == (other in members) for one, other in pairs)
        return len(pairs), kept

    asks = Text(sv="{names} tillsammans", en="{names} together").format(names=names_of(pool, rule))

    def block(members: Ints, comer: int) -> Text:
        missing = [other for other in others_of(pairs, comer) if other not in members]
        return _WITH_WHOM.format(names=name_all(pool, missing)) if missing else asks

    return Applied(
        rule=rule,
        unit_cost=COST_PER_PAIR,
        ways=(tuple(CountRow(mark_pair(pool, pair, -1), least=0, most=0) for pair in pairs),),
        judge=judge,
        blocks=block,
        asks=asks,
        sentence=Text(
            sv="{title}: {names} ska vara med tillsammans; {given} av {asked} par hålls ihop",
            en=(
                "{title}: {names} are to be in together; "
                "{given} of {asked:# pair|# pairs} are kept so"
            ),
        ),
        keys={"actors": rule.get("actors")},
        words={"names": names_of(pool, rule)},
        asked_of=lambda _: len(pairs),
    )


_WITH_WHOM = Text(sv="bara tillsammans med {names}", en="only together with {names}")
KIND = RuleKind(
    key="together",
    title=Text(sv="tillsammans", en="together"),
    meaning=Text(
        sv="Aktörerna är med i samma koalition allihop, eller ingen av dem.",
        en="The actors are all in a coalition, or none of them.",
    ),
    mend=Text(
        sv="Kontrollera att alla får delta i samma koalition, eller ta bort regeln.",
        en="Check that all may take part in the same coalition, or remove the rule.",
    ),
    keys=(ACTORS_KEY,),
    apply=apply,
    position=90,
    unit_cost=COST_PER_PAIR,
)
