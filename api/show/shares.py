"""Pictures of shares: a bar with its interval and the mark of 2020, and shares over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.show.criteria import BAR_HEIGHT, BAR_WIDTH, draw_filled, mark_then
from api.show.historic import OUTCOMES
from api.show.labels import cut
from api.show.svg import icon, join, number, picture, tag
from models.messages import say
from models.numbers import percent
from models.outcomes import SeasonFigures, Share
from models.text import Language, Text
from models.wording import listing

HEIGHT, TOP, BOTTOM = 260.0, 16.0, 34.0
LEFT, STEP = 52.0, 110.0
APART = 9.0
"""Half the distance between a season's two points."""
LONGEST_NAME = 16
RADIUS = 5.0


@dataclass(frozen=True)
class SeasonShares:
    """A season's two shares; None where one is not shown."""

    name: str
    widened: Share | None
    collaborate: Share | None


def points_of(seasons: Sequence[SeasonFigures]) -> tuple[SeasonShares, ...]:
    """Give each season's shares."""
    return tuple(SeasonShares(s.season, s.total.widened, s.total.collaborate) for s in seasons)


def draw_share(anchor: str, title: str, share: Share, then: float, language: Language) -> Markup:
    """Draw a share from 0 to 1 as a bar, with its interval and the mark of 2020."""
    told = say(
        "outcomes_bar_description",
        share=percent(share.share),
        low=percent(share.low),
        high=percent(share.high),
        then=percent(then),
    )
    low, high = number(BAR_WIDTH * share.low), number(BAR_WIDTH * share.high)
    below = number(BAR_HEIGHT - 2.5)
    whisker = f"M{low} {below}H{high}M{low} {below}m0-2.5v5M{high} {below}m0-2.5v5"
    content = (
        *draw_filled(share.share),
        tag("path", d=whisker, class_="whisker"),
        tag("path", d=mark_then(BAR_WIDTH * then), class_="then"),
    )
    return _picture(anchor, title, told.in_language(language), content)


def draw_plain(anchor: str, title: str, share: float, language: Language) -> Markup:
    """Draw a share as a bar without an interval."""
    told = say("outcomes_plain_bar_description", share=percent(share))
    return _picture(anchor, title, told.in_language(language), draw_filled(share))


def _picture(anchor: str, title: str, told: str, content: Sequence[Markup]) -> Markup:
    return picture(
        anchor, BAR_WIDTH, BAR_HEIGHT, content, title=title, description=told, class_="score"
    )


def draw_over_time(points: Sequence[SeasonShares], language: Language) -> Markup:
    """Draw both shares of each season with their intervals, 2020 first.

    Circles stand for a widened network and squares for collaboration.
    """
    told = [
        say(
            "outcomes_point",
            season=point.name,
            widened=_told(point.widened),
            collaborate=_told(point.collaborate),
        )
        for point in points
    ]
    width = LEFT + STEP * (len(points) + 1)
    return picture(
        "over-time",
        width,
        HEIGHT,
        (*_axis(width), *_yardstick(), *_draw_points(points)),
        title=say("outcomes_over_time").in_language(language),
        description=say("outcomes_over_time_description", told=listing(told)).in_language(language),
        class_="over-time",
    )


def _told(share: Share | None) -> Text:
    return say("outcomes_not_shown") if share is None else percent(share.share)


def _height(share: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share)


def _axis(width: float) -> Iterator[Markup]:
    """Draw a line for each quarter, with its per cent."""
    for quarter in range(5):
        y = _height(quarter / 4)
        yield tag("path", d=f"M{number(LEFT - 8)} {number(y)}H{number(width)}", class_="grid")
        yield tag("text", f"{25 * quarter}", x=LEFT - 14, y=y + 4, class_="tick")


def _yardstick() -> Iterator[Markup]:
    """Draw the first coalition, whose figures have no interval."""
    x = LEFT + STEP / 2
    yield _circle(x - APART, _height(OUTCOMES["widened"]), "yardstick")
    yield _square(x + APART, _height(OUTCOMES["collaborate"]), "yardstick")
    yield tag("text", "2020", x=x, y=HEIGHT - 10, class_="season-name")


def _draw_points(points: Sequence[SeasonShares]) -> Iterator[Markup]:
    for place, point in enumerate(points, start=1):
        x = LEFT + STEP * (place + 0.5)
        for share, draw, at in (
            (point.widened, _circle, x - APART),
            (point.collaborate, _square, x + APART),
        ):
            if share is not None:
                ends = f"M{number(at)} {number(_height(share.low))}V{number(_height(share.high))}"
                yield join(
                    (
                        tag("path", d=ends, class_="whisker"),
                        draw(at, _height(share.share), "season"),
                    )
                )
        yield tag("text", cut(point.name, LONGEST_NAME), x=x, y=HEIGHT - 10, class_="season-name")


def _circle(x: float, y: float, class_: str) -> Markup:
    return tag("circle", cx=x, cy=y, r=RADIUS, class_=f"point widened {class_}")


def _square(x: float, y: float, class_: str) -> Markup:
    side = 2 * 0.89 * RADIUS
    return tag(
        "rect",
        x=x - side / 2,
        y=y - side / 2,
        width=side,
        height=side,
        class_=f"point collaborate {class_}",
    )


def legend_symbol(key: str) -> Markup:
    """Draw a measure's marker beside its name in running text."""
    draw = _circle if key == "widened" else _square
    shape = draw(7, 7, "season")
    return icon(shape)
