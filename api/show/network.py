"""The network: who knows whom already, and which pairs the coalition brings together."""

from dataclasses import dataclass
from itertools import combinations
from math import hypot, sqrt

from markupsafe import Markup

from api.show.labels import CHAR_SHARE
from api.show.markers import marker
from api.show.projection import Point
from api.show.svg import join, number, picture, tag
from models.actors import Actor
from models.messages import say
from models.numbers import count
from models.seasons import Season
from models.text import Language, Text
from models.wording import listing

RADIUS = 6.0
BEND = 0.5
"""How far the longest lines bend towards the middle; short ones bend less."""

WIDEST = 0.62
"""Half the width of the ring over its height, at most: a few members make a small ring."""

MOST_LINES = 4
FEWEST_LETTERS = 4
"""Of a broken word, so many letters at least stand on the next line."""


@dataclass(frozen=True)
class Format:
    """Measures of the picture on a wide or on a narrow page."""

    width: float
    ring: float
    """Half the width of the ring of members."""

    letters: float
    row: float
    class_: str


WIDE = Format(width=760, ring=178, letters=12.5, row=31, class_="network wide")
NARROW = Format(width=350, ring=52, letters=11.5, row=30, class_="network narrow")


@dataclass(frozen=True)
class MemberPairs:
    """Pairs of members by position: old ties, and strangers from different sectors."""

    old: tuple[tuple[int, int], ...]
    new: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Node:
    """Where a member stands, and the lines of its name."""

    point: Point
    is_right: bool
    lines: tuple[str, ...]


def find_pairs(season: Season, members: tuple[Actor, ...]) -> MemberPairs:
    """Sort the pairs of members by whether they have a tie."""
    tied = {(tie.actor_a, tie.actor_b) for tie in season.ties}
    old, new = [], []
    for (i, one), (j, other) in combinations(enumerate(members), 2):
        if (one.id, other.id) in tied or (other.id, one.id) in tied:
            old.append((i, j))
        elif one.sector is not other.sector:
            new.append((i, j))
    return MemberPairs(tuple(old), tuple(new))


def draw_network(
    anchor: str,
    title: str,
    members: tuple[Actor, ...],
    pairs: MemberPairs,
    form: Format,
    lang: Language,
) -> Markup:
    """Draw the members on a ring in the given order, with a line for every pair."""
    nodes, height = _place(members, form)
    middle = Point(form.width / 2, height / 2)
    faint = "".join(_curve(nodes[i].point, nodes[j].point, middle) for i, j in pairs.new)
    strong = (
        tag("path", d=_curve(nodes[i].point, nodes[j].point, middle), class_="tie")
        for i, j in pairs.old
    )
    return picture(
        anchor,
        form.width,
        height,
        (
            tag("path", d=faint, class_="stranger"),
            join(strong),
            join(
                marker(actor.sector, node.point.x, node.point.y, RADIUS)
                for actor, node in zip(members, nodes, strict=True)
            ),
            join(_write(node, form) for node in nodes),
        ),
        title=say("report_network_title", title=title).in_language(lang),
        description=_describe(members, pairs, lang),
        class_=form.class_,
    )


def _place(members: tuple[Actor, ...], form: Format) -> tuple[list[Node], float]:
    """Place the members clockwise from the top, in rows of equal height on both sides.

    Even rows keep the names apart whatever their number; the ring is an ellipse a little
    taller than the rows, so that no two members share a spot at its ends.
    """
    rights = (len(members) + 1) // 2
    room = int((form.width / 2 - form.ring - RADIUS - 12) / (form.letters * CHAR_SHARE))
    texts = [_wrap(actor.name, room) for actor in members]
    lines = max((len(text) for text in texts), default=1)
    row = max(form.row, lines * form.letters * 1.15 + 7)
    height = row * max(3, rights) + 12
    tall = height / 2 * 1.04
    ring = min(form.ring, height * WIDEST)
    nodes = []
    for place, text in enumerate(texts):
        is_right = place < rights
        turn = place if is_right else len(members) - 1 - place
        on_side = rights if is_right else len(members) - rights
        y = height / 2 + (turn - (on_side - 1) / 2) * row
        out = ring * sqrt(max(0.0, 1 - ((y - height / 2) / tall) ** 2))
        x = form.width / 2 + (out if is_right else -out)
        nodes.append(Node(Point(x, y), is_right, text))
    return nodes, height


def _wrap(name: str, room: int) -> tuple[str, ...]:
    """Break a name into lines of so many letters; the rest of an endless one is cut."""
    lines = [""]
    for word in name.split():
        while len(word) > room:
            cut = max(1, min(room - 1, len(word) - FEWEST_LETTERS))
            lines.append(word[:cut] + "-")
            word = word[cut:]
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    lines = [line for line in lines if line]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: room - 1] + "…"]
    return tuple(lines)


def _curve(one: Point, other: Point, middle: Point) -> str:
    """Write a line that bends towards the middle."""
    bend = BEND * min(1.0, 0.15 + hypot(other.x - one.x, other.y - one.y) / (2 * middle.y))
    x = (one.x + other.x) / 2 * (1 - bend) + middle.x * bend
    y = (one.y + other.y) / 2 * (1 - bend) + middle.y * bend
    return (
        f"M{number(one.x)} {number(one.y)}"
        f"Q{number(x)} {number(y)} {number(other.x)} {number(other.y)}"
    )


def _write(node: Node, form: Format) -> Markup:
    """Write a name beside its member, outside the ring."""
    x = node.point.x + (1 if node.is_right else -1) * (RADIUS + 6)
    step = form.letters * 1.15
    first = node.point.y + form.letters * 0.34 - (len(node.lines) - 1) * step / 2
    lines = (tag("tspan", line, x=x, y=first + i * step) for i, line in enumerate(node.lines))
    return tag("text", join(lines), class_="node-name right" if node.is_right else "node-name left")


def _describe(members: tuple[Actor, ...], pairs: MemberPairs, language: Language) -> str:
    """Say in words who knows whom and how many pairs are new."""
    named = [f"{members[i].name} – {members[j].name}" for i, j in pairs.old]
    old = listing([Text.same(name) for name in named])
    code = "report_network_description" if named else "report_network_all_new"
    return say(code, new=count(len(pairs.new)), old=old).in_language(language)
