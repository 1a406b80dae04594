"""Ban: the actor is never in the challenge's coalitions."""

from matcher.constraints.actors import ACTOR_KEY
from matcher.constraints.kind import RuleKind

KIND = RuleKind(key="ban", keys=(ACTOR_KEY,), apply=None, position=80, can_be_soft=False)
