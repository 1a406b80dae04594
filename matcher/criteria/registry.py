"""The criteria that this version has, in the order of every table and JSON object."""

from matcher.criteria import geographic_spread, novelty, relevance, sector_diversity
from matcher.criteria.criterion import Criterion
from models.seasons import Season

CRITERIA: dict[str, Criterion] = {
    criterion.key: criterion
    for criterion in (
        relevance.CRITERION,
        sector_diversity.CRITERION,
        geographic_spread.CRITERION,
        novelty.CRITERION,
    )
}


def weights_in_use(season: Season) -> dict[str, float]:
    """Give the positive weights of the criteria that the season has data for."""
    stated = {weight.criterion: weight.weight for weight in season.weights}
    weights = {
        key: stated.get(key, criterion.default_weight)
        for key, criterion in CRITERIA.items()
        if criterion.is_available(season)
    }
    return {key: weight for key, weight in weights.items() if weight > 0}
