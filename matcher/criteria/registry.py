"""The criteria that this version has, in the order of every table and JSON object."""

from matcher import criteria
from matcher.core.discovery import discover
from matcher.criteria.criterion import Criterion
from models.errors import GIVEN, Fault, InputError
from models.seasons import Season
from models.text import Text

CRITERIA = discover(criteria, Criterion, "koalition.criteria")


def weights_in_use(season: Season) -> dict[str, float]:
    """Give the positive weights of the criteria that the season has data for.

    Raises
    ------
    InputError
        `no_weights`: there is none.
    """
    stated = {weight.criterion: weight.weight for weight in season.weights}
    weights = {
        key: stated.get(key, criterion.default_weight)
        for key, criterion in CRITERIA.items()
        if criterion.is_available(season)
    }
    in_use = {key: weight for key, weight in weights.items() if weight > 0}
    if not in_use:
        fault = Fault(file=GIVEN, column="season.weights", code="no_weights", mend=_NO_WEIGHTS)
        raise InputError((fault,))
    return in_use


_NO_WEIGHTS = Text(
    sv="Inget kriterium väger något: ge minst ett en vikt över 0.",
    en="No criterion weighs anything: give one at least a weight above 0.",
)
