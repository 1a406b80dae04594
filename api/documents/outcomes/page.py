"""From the figures of members' answers to a page: one HTML file that needs nothing beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from api.show.historic import OUTCOMES
from api.show.naming import name_coalition
from api.show.shares import (
    draw_over_time,
    draw_plain,
    draw_share,
    legend_symbol,
    points_of,
)
from api.show.templating import environment, speech
from models.messages import say
from models.numbers import count, percent
from models.outcomes import Figures, Forecast, NamedPairs, Outcomes
from models.seasons import Season
from models.text import Language, Text
from models.wording import translate

TEMPLATES = Path(__file__).with_name("templates")

Comments = Sequence[tuple[str | None, Sequence[str]]]


@dataclass(frozen=True)
class FigureRow:
    """The figures of the season or of a coalition, under its name."""

    name: Text | str
    figures: Figures
    widened: Markup | None
    collaborate: Markup | None
    forecast: Markup | None
    pairs: Markup | None


def render_outcomes(
    season: Season, outcomes: Outcomes, language: Language, comments: Comments = ()
) -> str:
    """Write the page of a season's outcomes.

    Parameters
    ----------
    outcomes : Outcomes
        Figures that may be shown; nothing here looks behind them.
    language : Language
        Of everything but the challenges' and the members' own words.
    comments : sequence of (coalition, texts)
        Members' words for the organiser; None stands for the coalitions that are not shown.

    Returns
    -------
    str
        The page, with its pictures and styles inside, without scripts and without anything
        to fetch. It names no actor.
    """
    rows = [_row(season, each, place, language) for place, each in enumerate(_figures(outcomes))]
    points = points_of((*outcomes.earlier, outcomes.point))
    page = (
        environment(TEMPLATES)
        .get_template("outcomes.html.j2")
        .render(
            **speech(language),
            percent=lambda share: translate(percent(share), language),
            outcomes=outcomes,
            sentences=lede(outcomes),
            rows=rows,
            measures=[(key, say(f"outcomes_{key}"), then) for key, then in OUTCOMES.items()],
            points=points,
            over_time=draw_over_time(points, language),
            legend={key: legend_symbol(key) for key in OUTCOMES},
            comments=[
                (name_coalition(season, home) if home else say("outcomes_other_coalitions"), texts)
                for home, texts in comments
            ],
        )
    )
    return f"{page}\n"


def lede(outcomes: Outcomes) -> tuple[Text, ...]:
    """Say in a few sentences how many answered, and the two figures beside those of 2020."""
    total = outcomes.total
    members = count(total.members)
    if total.answers is None:
        return (say("outcomes_lede_few", least=outcomes.least_answers, members=members),)
    told = [say("outcomes_lede", answers=count(total.answers), members=members)]
    for key, share in (("widened", total.widened), ("collaborate", total.collaborate)):
        if share is not None:
            then = percent(OUTCOMES[key])
            told.append(say(f"outcomes_lede_{key}", share=percent(share.share), then=then))
    if total.forecast is not None and total.forecast.share is not None:
        told.append(say("outcomes_lede_forecast", share=percent(total.forecast.share)))
    return tuple(told)


def _figures(outcomes: Outcomes) -> tuple[Figures, ...]:
    """Give the coalitions, then the season; a single coalition is the season."""
    if len(outcomes.coalitions) == 1:
        return outcomes.coalitions
    return (*outcomes.coalitions, outcomes.total)


def _row(season: Season, figures: Figures, place: int, language: Language) -> FigureRow:
    """Draw the pictures of one row."""
    own = figures.coalition
    name = say("outcomes_whole_season") if own is None else name_coalition(season, own)
    title = translate(name, language)
    shares = {"widened": figures.widened, "collaborate": figures.collaborate}
    bars = {
        key: draw_share(
            f"{key}-{place}",
            f"{title}: {say(f'outcomes_{key}').in_language(language)}",
            share,
            OUTCOMES[key],
            language,
        )
        for key, share in shares.items()
        if share is not None
    }

    def plain(key: str, told: Forecast | NamedPairs | None) -> Markup | None:
        if told is None or told.share is None:
            return None
        words = say(f"outcomes_forecast_{key}").in_language(language)
        return draw_plain(f"{key}-{place}", f"{title}: {words}", told.share, language)

    return FigureRow(
        name=name,
        figures=figures,
        widened=bars.get("widened"),
        collaborate=bars.get("collaborate"),
        forecast=plain("contacts", figures.forecast),
        pairs=plain("pairs", figures.pairs),
    )
