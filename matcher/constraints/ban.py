"""Ban: the actor is never in the challenge's coalitions."""

from matcher.constraints.actors import ACTOR_KEY
from matcher.constraints.kind import RuleKind
from models.text import Text

KIND = RuleKind(
    key="ban",
    title=Text(sv="utestängd", en="banned"),
    meaning=Text(sv="Aktören är inte med.", en="The actor is not in."),
    keys=(ACTOR_KEY,),
    apply=None,
    position=80,
    unit_cost=None,
    can_be_soft=False,
)
