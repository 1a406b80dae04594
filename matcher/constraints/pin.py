"""Pin: the actor is in the challenge's coalition, whatever it costs."""

from matcher.constraints.actors import ACTOR_KEY
from matcher.constraints.kind import RuleKind
from models.text import Text

KIND = RuleKind(
    key="pin",
    title=Text(sv="låst", en="pinned"),
    meaning=Text(
        sv="Aktören är med i utmaningens koalition.",
        en="The actor is in the challenge's coalition.",
    ),
    keys=(ACTOR_KEY,),
    apply=None,
    position=70,
    unit_cost=None,
    can_be_soft=False,
)
