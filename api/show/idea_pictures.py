"""The picture of an idea map: a field for each theme, its cards in it, lines to who could help."""

from dataclasses import dataclass
from math import hypot, pi, sqrt
from textwrap import wrap

from markupsafe import Markup

from api.show.labels import measure_text
from api.show.projection import Box, Point
from api.show.spreading import spread, spread_discs
from api.show.svg import icon, join, picture, polygon, tag
from models.idea_maps import CardKind, IdeaCard, IdeaMap, Theme
from models.messages import say
from models.text import Language, Text
from models.wording import sentences

WIDTH = 1000.0
LEAST_HEIGHT = 240.0
ROOM = 1.75
"""How much larger the sheet is than all fields together."""
RADIUS = 12.0
"""Of a card."""
APART = 38.0
"""Between two cards' middles."""
LETTERS = 14.0
LINE = 24
"""Letters of a line of a theme's name at most."""
TIP = 7.0


@dataclass(frozen=True)
class Field:
    """A theme, or a card alone, as a disc: its cards' middles and its own."""

    theme: Theme | None
    cards: tuple[IdeaCard, ...]
    lines: tuple[str, ...]
    inner: float
    """Radius within which its cards' middles lie."""
    radius: float
    """Radius that is kept free of other fields, its name included."""


def draw_ideas(anchor: str, title: str, ideas: IdeaMap, language: Language) -> Markup:
    """Draw the cards of one coalition, each by its number and in its kind's shape."""
    fields = _make_fields(ideas)
    least = max((2 * field.radius for field in fields), default=0)
    area = sum(pi * field.radius**2 for field in fields)
    height = max(LEAST_HEIGHT, least, ROOM * area / WIDTH)
    homes = [
        Point(
            WIDTH * sum(card.x for card in field.cards) / len(field.cards),
            height * sum(card.y for card in field.cards) / len(field.cards),
        )
        for field in fields
    ]
    middles = spread_discs(homes, [field.radius for field in fields], Box(0, 0, WIDTH, height))
    spots: dict[int, Point] = {}
    for field, middle in zip(fields, middles, strict=True):
        spots |= _place(field, middle)
    return picture(
        anchor,
        WIDTH,
        height,
        (
            join(_ground(f, m, spots) for f, m in zip(fields, middles, strict=True) if f.theme),
            join(_line(spots[pair.offer], spots[pair.need]) for pair in ideas.pairs),
            join(_draw(card, spots[card.number]) for card in ideas.cards),
        ),
        title=say("ideas_picture_title", title=title).in_language(language),
        description=_describe(ideas, language),
        class_="ideas",
    )


def draw_kind(kind: CardKind) -> Markup:
    """Draw a kind's shape beside its name in running text."""
    return icon(_shape(kind, Point(7, 7), 5.5))


def _make_fields(ideas: IdeaMap) -> list[Field]:
    cards = {card.number: card for card in ideas.cards}
    alone = [Field(None, (cards[n],), (), 0, RADIUS + 6) for n in ideas.others]
    fields = []
    for theme in ideas.themes:
        inner = 0.66 * APART * sqrt(len(theme.cards))
        lines = tuple(wrap(theme.label, LINE))
        name = max((measure_text(line, LETTERS) for line in lines), default=0) / 2
        radius = max(inner + RADIUS + 10 + LETTERS * 1.2 * len(lines), name) + 6
        own = tuple(cards[n] for n in theme.cards)
        fields.append(Field(theme, own, lines, inner, radius))
    return [*fields, *alone]


def _place(field: Field, middle: Point) -> dict[int, Point]:
    """Place a field's cards around its middle, as they lie to each other on the map."""
    xs, ys = [card.x for card in field.cards], [card.y for card in field.cards]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    farthest = max(hypot(card.x - x, card.y - y) for card in field.cards)
    scale = 0.7 * field.inner / farthest if farthest > 1e-9 else 0.0
    homes = [
        Point(middle.x + (card.x - x) * scale, middle.y + (card.y - y) * scale)
        for card in field.cards
    ]
    frame = Box(middle.x, middle.y, middle.x, middle.y).widened(field.inner)
    spots = spread(homes, APART, frame)
    return {card.number: spot for card, spot in zip(field.cards, spots, strict=True)}


def _ground(field: Field, middle: Point, spots: dict[int, Point]) -> Markup:
    """Draw a theme's field and its name above it."""
    own = [spots[card.number] for card in field.cards]
    reach = max(hypot(spot.x - middle.x, spot.y - middle.y) for spot in own) + RADIUS + 8
    step = LETTERS * 1.2
    first = middle.y - reach - 6 - step * (len(field.lines) - 1)
    lines = (
        tag("tspan", line, x=middle.x, y=first + i * step) for i, line in enumerate(field.lines)
    )
    return join(
        (
            tag("circle", cx=middle.x, cy=middle.y, r=reach, class_="theme"),
            tag("text", join(lines), text_anchor="middle", class_="theme-name"),
        )
    )


def _line(offer: Point, need: Point) -> Markup:
    """Draw a line with a tip from an offer to a need, between their shapes."""
    dx, dy = need.x - offer.x, need.y - offer.y
    length = hypot(dx, dy)
    if length < 2 * RADIUS + TIP:
        return Markup("")
    dx, dy = dx / length, dy / length
    start = Point(offer.x + dx * RADIUS, offer.y + dy * RADIUS)
    end = Point(need.x - dx * (RADIUS + 2), need.y - dy * (RADIUS + 2))
    back = Point(end.x - dx * TIP, end.y - dy * TIP)
    wide = TIP * 0.5
    sides = (Point(back.x + i * dy * wide, back.y - i * dx * wide) for i in (1, -1))
    return join(
        (
            tag("line", x1=start.x, y1=start.y, x2=back.x, y2=back.y, class_="help"),
            polygon(((c.x, c.y) for c in (end, *sides)), class_="help-tip"),
        )
    )


def _draw(card: IdeaCard, spot: Point) -> Markup:
    label = str(card.number)
    return tag(
        "g",
        tag("title", f"{label}. {card.text}"),
        _shape(card.kind, spot, RADIUS),
        tag("text", label, x=spot.x, y=spot.y + 4, text_anchor="middle", class_="card-number"),
    )


def _shape(kind: CardKind, spot: Point, radius: float) -> Markup:
    """Draw a circle for a need, a square for an offer, a diamond for an idea."""
    class_ = f"card {kind.value}"
    if kind is CardKind.NEED:
        return tag("circle", cx=spot.x, cy=spot.y, r=radius, class_=class_)
    if kind is CardKind.OFFER:
        side = 0.9 * radius
        return tag(
            "rect", x=spot.x - side, y=spot.y - side, width=2 * side, height=2 * side, class_=class_
        )
    long = 1.25 * radius
    corners = ((0, -long), (long, 0), (0, long), (-long, 0))
    return polygon(((spot.x + x, spot.y + y) for x, y in corners), class_=class_)


def _describe(ideas: IdeaMap, language: Language) -> str:
    """Say in words how many cards each theme has."""
    themes = [
        say("ideas_theme_count", label=theme.label, count=len(theme.cards))
        for theme in ideas.themes
    ]
    told: Text = sentences(themes)
    return say("ideas_picture_description", cards=len(ideas.cards), themes=told).in_language(
        language
    )
