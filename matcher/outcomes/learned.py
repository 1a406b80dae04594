"""A first learned model of who will collaborate, and whether it beats a constant.

Logistic regression on pair features, judged by cross-validation grouped by coalition: each
coalition is predicted by a model, and by a constant (the share of named pairs), that know the
other coalitions only. It is used nowhere in scoring: it is reported, and before its gain in
log loss has an interval above zero there is nothing that it could be used for.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.outcomes.figures import CONFIDENCE
from matcher.outcomes.pairs import AnsweredPairs, AnsweredSeason, to_pairs
from models.canonical import round_number
from models.outcomes import LearnedReport, LossComparison

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

LEAST_COALITIONS = 5
"""Coalitions with answers below which nothing is learned."""
LEAST_OF_EACH = 30
"""Named pairs, and pairs not named, below which nothing is learned."""
MOST_FOLDS = 10

Loss: TypeAlias = Callable[[Bools, Floats], Floats]


def learn(seasons: Sequence[AnsweredSeason]) -> LearnedReport:
    """Learn from the answers of one or more seasons, and judge what was learned.

    Notes
    -----
    Losses are means over coalitions of their means over pairs; the interval of a gain is
    Student's over the coalitions' own gains, since the pairs of one coalition are not
    independent of each other.
    """
    pairs = to_pairs(seasons)
    named = int(pairs.named.sum())
    coalitions = len(np.unique(pairs.groups))
    enough = (
        coalitions >= LEAST_COALITIONS and min(named, len(pairs.named) - named) >= LEAST_OF_EACH
    )
    report = LearnedReport(
        seasons=len(seasons),
        coalitions=coalitions,
        pairs=len(pairs.named) if enough else None,
        named=named if enough else None,
        least_coalitions=LEAST_COALITIONS,
        least_of_each=LEAST_OF_EACH,
        enough=enough,
    )
    return report.evolve(**_judge(pairs)) if enough else report


def _judge(pairs: AnsweredPairs) -> dict[str, object]:
    """Compare the model with the constant on coalitions that neither has seen."""
    model, constant = _predict_unseen(pairs)
    log_loss = _compare(_log_losses, pairs, model, constant)
    coefficients = _fit(pairs.features, pairs.named).named_steps["logisticregression"].coef_[0]
    return {
        "log_loss": log_loss,
        "brier": _compare(_squares, pairs, model, constant),
        "auc": _mean_auc(pairs, model),
        "coefficients": {
            name: round_number(value) for name, value in zip(pairs.names, coefficients, strict=True)
        },
        "beats_constant": log_loss.low > 0,
    }


def _predict_unseen(pairs: AnsweredPairs) -> tuple[Floats, Floats]:
    """Give the chances that the model and the constant see for each pair, by folds."""
    from sklearn.model_selection import GroupKFold

    model, constant = np.zeros(len(pairs.named)), np.zeros(len(pairs.named))
    folds = GroupKFold(min(MOST_FOLDS, len(np.unique(pairs.groups))))
    for known, unseen in folds.split(pairs.features, pairs.named, pairs.groups):
        own = pairs.named[known]
        constant[unseen] = (own.sum() + 0.5) / (len(own) + 1)
        if own.any() and not own.all():
            fitted = _fit(pairs.features[known], own)
            model[unseen] = fitted.predict_proba(pairs.features[unseen])[:, 1]
        else:
            model[unseen] = constant[unseen]
    return model, constant


def _fit(features: Floats, named: Bools) -> "Pipeline":
    """Fit the regression on standardised features."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(features, named)


def _log_losses(named: Bools, chances: Floats) -> Floats:
    losses: Floats = -np.log(np.where(named, chances, 1 - chances))
    return losses


def _squares(named: Bools, chances: Floats) -> Floats:
    squares: Floats = (named - chances) ** 2
    return squares


def _compare(loss: Loss, pairs: AnsweredPairs, model: Floats, constant: Floats) -> LossComparison:
    """Give both losses, and the interval of the gain over coalitions."""
    from scipy.stats import t

    own = _by_group(loss(pairs.named, model), pairs.groups)
    other = _by_group(loss(pairs.named, constant), pairs.groups)
    gains = other - own
    spread = float(gains.std(ddof=1)) / len(gains) ** 0.5
    half = float(t.ppf(0.5 + CONFIDENCE / 2, len(gains) - 1)) * spread
    gain = float(gains.mean())
    return LossComparison(
        model=round_number(own.mean()),
        constant=round_number(other.mean()),
        gain=round_number(gain),
        low=round_number(gain - half),
        high=round_number(gain + half),
    )


def _by_group(values: Floats, groups: Ints) -> Floats:
    """Give the mean of each coalition's values."""
    return np.array([values[groups == group].mean() for group in np.unique(groups)])


def _mean_auc(pairs: AnsweredPairs, model: Floats) -> float | None:
    """Give the mean area under the curve of the coalitions where some were named and some not."""
    from sklearn.metrics import roc_auc_score

    areas = []
    for group in np.unique(pairs.groups):
        own = pairs.groups == group
        if 0 < pairs.named[own].sum() < own.sum():
            areas.append(float(roc_auc_score(pairs.named[own], model[own])))
    return round_number(float(np.mean(areas))) if areas else None
