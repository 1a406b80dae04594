"""The criteria that this version has, in the order of every table and JSON object."""

from matcher import criteria
from matcher.criteria.criterion import Criterion
from matcher.discovery import discover
from models.seasons import Season

CRITERIA = discover(criteria, Criterion, "koalition.criteria")


def weights_in_use(season: Season) -> dict[str, float]:
    """Give the positive weights of the criteria that the season has data for."""
    stated = {weight.criterion: weight.weight for weight in season.weights}
    weights = {
        key: stated.get(key, criterion.default_weight)
        for key, criterion in CRITERIA.items()
        if criterion.is_available(season)
    }
    return {key: weight for key, weight in weights.items() if weight > 0}
