"""Every command that is held against the oracle."""

from tests.adversary.attack import Check
from tests.adversary.meeting import check_meetings
from tests.adversary.proposing import (
    check_check,
    check_explain,
    check_proposal,
    check_reserves,
)
from tests.adversary.steering import (
    check_alternatives,
    check_keep,
    check_pareto,
    check_prices,
    check_recruits,
    check_repair,
    check_swap,
)

COMMANDS: dict[str, Check] = {
    "propose": check_proposal,
    "check": check_check,
    "reserves": check_reserves,
    "recruit": check_recruits,
    "meetings": check_meetings,
    "repair": check_repair,
    "keep": check_keep,
    "swap": check_swap,
    "alternatives": check_alternatives,
    "price": check_prices,
    "pareto": check_pareto,
    "explain": check_explain,
}
"""By name, the quick ones first."""
