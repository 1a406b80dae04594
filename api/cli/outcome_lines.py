"""The summary of answers, and what was learned of them, as lines for the terminal."""

from collections.abc import Iterator

from api.show.historic import OUTCOMES
from api.show.naming import name_coalition
from models.messages import say
from models.numbers import count, decimal, percent
from models.outcomes import Figures, Forecast, LearnedReport, NamedPairs, Outcomes, Share
from models.seasons import Season
from models.text import Text


def summary_lines(season: Season, outcomes: Outcomes) -> Iterator[Text]:
    """Give the lines of the season, then of each coalition."""
    for figures in (outcomes.total, *outcomes.coalitions):
        title = (
            season.name if figures.coalition is None else name_coalition(season, figures.coalition)
        )
        yield from _figure_lines(title, figures)


def _figure_lines(title: str, figures: Figures) -> Iterator[Text]:
    members = count(figures.members)
    if figures.answers is None or figures.response_rate is None:
        yield say("outcomes_line_few", title=title, members=figures.members)
    else:
        yield say(
            "outcomes_line_answers",
            title=title,
            answers=count(figures.answers),
            members=members,
            rate=percent(figures.response_rate),
        )
    for key, share in (("widened", figures.widened), ("collaborate", figures.collaborate)):
        if share is not None:
            yield _share_line(key, share)
    if figures.new_contacts is not None:
        own = figures.new_contacts
        yield say(
            "outcomes_line_contacts",
            mean=decimal(own.mean, 1),
            low=decimal(own.low, 1),
            high=decimal(own.high, 1),
            median=decimal(own.median, 1),
        )
    if figures.forecast is not None:
        yield from _forecast_line(
            "outcomes_line_forecast", figures.forecast, figures.forecast.reported
        )
    if figures.pairs is not None:
        yield from _forecast_line("outcomes_line_pairs", figures.pairs, figures.pairs.named)


def _share_line(key: str, share: Share) -> Text:
    return say(
        "outcomes_line_share",
        name=say(f"outcomes_{key}"),
        share=percent(share.share),
        low=percent(share.low),
        high=percent(share.high),
        then=percent(OUTCOMES[key]),
    )


def _forecast_line(code: str, forecast: Forecast | NamedPairs, part: int) -> Iterator[Text]:
    if forecast.share is not None:
        yield say(
            code,
            share=percent(forecast.share),
            part=count(part),
            predicted=count(forecast.predicted),
        )


def learned_lines(report: LearnedReport) -> Iterator[Text]:
    """Say what there was to learn from, how the model did, and whether it beats a constant."""
    if report.pairs is None or report.named is None:
        yield say(
            "learn_too_little", coalitions=report.least_coalitions, pairs=report.least_of_each
        )
        return
    yield say(
        "learn_material",
        seasons=report.seasons,
        coalitions=report.coalitions,
        pairs=report.pairs,
        named=count(report.named),
    )
    for code, loss in (("learn_log_loss", report.log_loss), ("learn_brier", report.brier)):
        if loss is not None:
            figures = {key: decimal(value, 4) for key, value in loss.model_dump().items()}
            yield say("learn_loss", name=say(code), **figures)
    if report.auc is not None:
        yield say("learn_auc", auc=decimal(report.auc, 3), half=decimal(0.5, 1))
    yield say("learn_beats" if report.beats_constant else "learn_does_not_beat")
