"""Read the plan of a coalition's meetings."""

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.frozen import Frozen
from models.kept_plans import KeptPlan
from models.kept_seasons import SeasonContent
from models.text import Text


class PlansAsked(Frozen):
    """Nothing is given: the coalition that the address names is meant."""


class CoalitionPlans(Frozen):
    """All plans of a coalition, the one that holds last, and the season that they are of."""

    plans: tuple[KeptPlan, ...]
    content: SeasonContent


def read_plans(call: Call, given: PlansAsked) -> CoalitionPlans:
    """Read them.

    Raises
    ------
    NotFound
        `not_planned`.
    """
    store = call.store
    store.plans.read_newest(call.thing)
    return CoalitionPlans(plans=store.plans.list_of(call.thing), content=call.content)


READ_PLANS = UseCase(
    action="meetings.read",
    input=PlansAsked,
    run=read_plans,
    title=Text(sv="Läs en koalitions träffplan", en="Read a coalition's meeting plan"),
    description=Text(
        sv="Visar hur en koalitions träffar är planerade.",
        en="Shows how a coalition's meetings are planned.",
    ),
    reach=Reach.STORE,
)
