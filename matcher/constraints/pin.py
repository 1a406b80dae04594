"""Pin: the actor is in the challenge's coalition, whatever it costs."""

from matcher.constraints.actors import ACTOR_KEY
from matcher.constraints.kind import RuleKind

KIND = RuleKind(key="pin", keys=(ACTOR_KEY,), apply=None, position=70, can_be_soft=False)
