"""A coalition's scores, beside those of 2020."""

from dataclasses import dataclass

from markupsafe import Markup

from api.show import historic
from api.show.showing import Showing
from api.show.svg import picture, tag
from models.messages import say
from models.numbers import decimal
from models.proposals import Coalition
from models.text import Language, Text
from models.wording import sentence_case

BAR_WIDTH = 140.0
BAR_HEIGHT = 18.0


@dataclass(frozen=True)
class ScoreRow:
    """One score with its picture and the figure of 2020, where there is one."""

    title: Text
    meaning: Text
    value: float
    historic: float | None
    bar: Markup


def score_rows(showing: Showing, coalition: Coalition, anchor: str) -> tuple[ScoreRow, ...]:
    """Give a coalition's scores in the proposal's order."""
    words, language = showing.glossary, showing.language
    then = historic.SCORES if showing.with_2020 else {}
    return tuple(
        ScoreRow(
            title=sentence_case(words.title_of(key)),
            meaning=words.meaning_of(key),
            value=value,
            historic=then.get(key),
            bar=draw_score(
                f"{anchor}-{place}", words.title_of(key), value, then.get(key), language
            ),
        )
        for place, (key, value) in enumerate(coalition.scores.items(), start=1)
    )


def draw_score(
    anchor: str, title: Text, value: float, then: float | None, language: Language
) -> Markup:
    """Draw a score from 0 to 1 as a bar, with a mark where the coalition of 2020 was."""
    told = say(
        "report_score_description" if then is None else "report_score_description_2020",
        value=decimal(value, 3),
        then=decimal(then or 0.0, 3),
    )
    return picture(
        anchor,
        BAR_WIDTH,
        BAR_HEIGHT,
        (
            *draw_filled(value),
            tag("path", d=mark_then(BAR_WIDTH * then), class_="then") if then is not None else "",
        ),
        title=title.in_language(language),
        description=told.in_language(language),
        class_="score",
    )


def draw_filled(share: float) -> tuple[Markup, Markup]:
    """Give a track, and what of it is filled."""
    top = BAR_HEIGHT / 2 - 3
    return (
        tag("rect", x=0, y=top, width=BAR_WIDTH, height=6, rx=3, class_="track"),
        tag("rect", x=0, y=top, width=BAR_WIDTH * share, height=6, rx=3, class_="fill"),
    )


def mark_then(x: float) -> str:
    """Give the mark of 2020: a line across the bar with a small triangle on top."""
    return f"M{x - 4:.1f} 0h8l-4 5zM{x - 1:.1f} 3h2v{BAR_HEIGHT - 4:.0f}h-2z"
