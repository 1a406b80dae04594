"""Size: a coalition has between `min_size` and `max_size` members."""

import numpy as np

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text

SIZE = "size"
COST_PER_SEAT = 2


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Bound the number of members from both sides."""

    def judge(members: Ints) -> tuple[int, int]:
        n = len(members)
        return (challenge.max_size if n > challenge.max_size else challenge.min_size), n

    everyone = np.ones(pool.size, dtype=np.int64)
    return Applied(
        rule=rule,
        unit_cost=COST_PER_SEAT,
        ways=((CountRow(everyone, least=challenge.min_size, most=challenge.max_size),),),
        judge=judge,
        asks=Text(sv="{least} till {most} medlemmar", en="{least} to {most} members").format(
            least=challenge.min_size, most=challenge.max_size
        ),
        sentence=Text(
            sv="{title}: {given:# medlem|# medlemmar}, där minst {least} och högst {most} är tänkt",
            en=(
                "{title}: {given:# member|# members}, where at least {least} and at most "
                "{most} are meant"
            ),
        ),
        words={"least": challenge.min_size, "most": challenge.max_size},
    )


UNFORMED = Text(
    sv="{title}: koalitionen bildas inte; minst {asked} medlemmar behövs",
    en="{title}: the coalition is not formed; at least {asked} members are needed",
)
KIND = RuleKind(
    key="size",
    title=Text(sv="storlek", en="size"),
    meaning=Text(
        sv="En koalition har minst `min_size` och högst `max_size` medlemmar.",
        en="A coalition has at least `min_size` and at most `max_size` members.",
    ),
    mend=Text(
        sv="Få med fler organisationer som får delta, eller ändra min_size och max_size.",
        en="Bring in more organisations that may take part, or change min_size and max_size.",
    ),
    keys=(),
    apply=apply,
    is_stated=False,
    is_from_files=True,
    position=10,
    unit_cost=COST_PER_SEAT,
    default=lambda _: Rule(kind=SIZE),
)
