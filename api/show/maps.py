"""The map: where a coalition's members come from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from api.show.labels import Label, measure_text, place_labels
from api.show.markers import marker
from api.show.outlines import COUNTRY, country_box, draw_municipalities, town_points
from api.show.projection import Box, Point, box_around, project
from api.show.spreading import spread
from api.show.svg import join, number, picture, tag
from data.reference.countries import SWEDEN
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.messages import say
from models.numbers import decimal
from models.text import Language, Text
from models.wording import alphabetical, listing

WIDTH = 340.0
HEIGHT = 700.0
MARGIN = 14.0
RADIUS = 6.0
LETTERS = 11.0
REACH = 1.12
"""Half the width of a regional map, in radii."""

LEAST_KM = 60.0
"""A map is never narrower: two members in one town would fill it with a single street."""


@dataclass(frozen=True)
class View:
    """What part of the plane is shown, and how large."""

    frame: Box
    scale: float
    """Picture units per km."""

    width: float
    height: float

    def place(self, point: Point) -> Point:
        """Give where a point (km) is in the picture."""
        middle_x = (self.frame.left + self.frame.right) / 2
        middle_y = (self.frame.top + self.frame.bottom) / 2
        return Point(
            self.width / 2 + (point.x - middle_x) * self.scale,
            self.height / 2 + (point.y - middle_y) * self.scale,
        )

    @property
    def sheet(self) -> Box:
        """The whole picture, less its margin."""
        return Box(0, 0, self.width, self.height).widened(-4)


def draw_map(
    anchor: str, challenge: Challenge, members: tuple[Actor, ...], language: Language
) -> Markup:
    """Draw the members of one coalition on the country, or on their region.

    Who works in the whole country has no mark, but is named in the description.
    """
    everybody, members = members, tuple(a for a in members if not a.place.is_whole_country)
    homes = [project(actor.place.lat, actor.place.lon) for actor in members]
    is_regional = challenge.scope is Scope.REGIONAL
    abroad = sorted({actor.place.country for actor in members} - {SWEDEN})
    towns = [point for country in abroad for point in town_points(country)]
    view = _region(challenge, homes) if is_regional else _nation(homes, towns)
    places = [view.place(home) for home in homes]
    spots = spread(places, 2 * RADIUS + 1.5, view.sheet.widened(-RADIUS * 1.4))
    labels = place_labels(_towns(members, spots), RADIUS, LETTERS, view.sheet)
    return picture(
        anchor,
        view.width,
        view.height,
        (
            _ground(view, is_regional),
            _dots(view, towns),
            _circle(challenge, view, language) if is_regional else "",
            join(_leash(place, spot) for place, spot in zip(places, spots, strict=True)),
            join(_name(label) for label in labels),
            join(
                marker(actor.sector, spot.x, spot.y, RADIUS, _tip(actor, language))
                for actor, spot in zip(members, spots, strict=True)
            ),
        ),
        title=say("report_map_title", title=challenge.title).in_language(language),
        description=_describe(everybody, language),
        class_="map",
    )


def _nation(homes: list[Point], towns: Sequence[Point] = ()) -> View:
    """Show the whole country, and members abroad; or their countries where nobody is at home."""
    country = country_box()
    at_home = [home for home in homes if country.holds(box_around([home]))]
    shown = [Point(country.left, country.top), Point(country.right, country.bottom)]
    return _view(box_around([*homes, *(shown if at_home or not homes else towns)]))


def _region(challenge: Challenge, homes: list[Point]) -> View:
    """Show the circle of a regional challenge, and members outside it."""
    if challenge.place is None or challenge.radius_km is None:
        return _nation(homes)
    centre = project(challenge.place.lat, challenge.place.lon)
    around = Box(centre.x, centre.y, centre.x, centre.y).widened(REACH * challenge.radius_km)
    corners = [Point(around.left, around.top), Point(around.right, around.bottom)]
    return _view(box_around([*homes, *corners]))


def _view(box: Box) -> View:
    """Fit a box (km) into the picture, which is no taller than it needs to be."""
    box = box.widened(max(0.0, (LEAST_KM - max(box.width, box.height)) / 2))
    inner_width, inner_height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    scale = min(inner_width / max(box.width, 1e-9), inner_height / max(box.height, 1e-9))
    return View(box, scale, WIDTH, round(box.height * scale + 2 * MARGIN, 1))


def _ground(view: View, is_regional: bool) -> Markup:
    """Draw the land; close to, with its municipalities."""
    origin = view.place(Point(0, 0))
    moved = f"translate({number(origin.x)} {number(origin.y)}) scale({view.scale:.4f})"
    shown = view.frame.widened(MARGIN / view.scale)
    details = draw_municipalities(shown) if is_regional else Markup("")
    return join(
        (
            tag("use", href=f"#{COUNTRY}", class_="land", transform=moved),
            tag("g", details, class_="municipalities", transform=moved) if details else "",
            tag("rect", x=0.5, y=0.5, width=view.width - 1, height=view.height - 1, class_="edge")
            if is_regional
            else "",
        )
    )


def _dots(view: View, towns: Sequence[Point]) -> Markup:
    """Draw other countries as their towns, as far as they are shown."""
    spots = [spot for spot in map(view.place, towns) if view.sheet.holds(box_around([spot]))]
    path = "".join(f"M{number(spot.x)} {number(spot.y)}h0" for spot in spots)
    return tag("path", d=path, class_="other-towns") if path else Markup("")


def _circle(challenge: Challenge, view: View, language: Language) -> Markup:
    """Draw the radius of a regional challenge, its centre and how far it reaches."""
    if challenge.place is None or challenge.radius_km is None:
        return Markup("")
    centre = view.place(project(challenge.place.lat, challenge.place.lon))
    radius = challenge.radius_km * view.scale
    reach = say("report_km", km=decimal(challenge.radius_km, 0)).in_language(language)
    slant = Point(centre.x + radius * cos(-pi / 4), centre.y + radius * sin(-pi / 4))
    width = measure_text(reach, LETTERS)
    return join(
        (
            tag("circle", cx=centre.x, cy=centre.y, r=radius, class_="reach"),
            tag(
                "path",
                d=f"M{number(centre.x - 5)} {number(centre.y)}h10"
                f"M{number(centre.x)} {number(centre.y - 5)}v10",
                class_="centre",
            ),
            tag(
                "text",
                reach,
                x=min(slant.x + 4, view.sheet.right - width),
                y=max(slant.y - 4, LETTERS),
                class_="reach-name",
            ),
        )
    )


def _towns(members: tuple[Actor, ...], spots: list[Point]) -> list[tuple[str, list[Point]]]:
    """Group the markers by town; towns with most members first, then from the south."""
    groups: dict[str, list[Point]] = {}
    for actor, spot in zip(members, spots, strict=True):
        groups.setdefault(actor.place.name, []).append(spot)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), -item[1][0].y, item[0]))


def _leash(place: Point, spot: Point) -> Markup:
    """Draw a thin line from where a member is to its marker, where that was moved."""
    if abs(place.x - spot.x) + abs(place.y - spot.y) < 1:
        return Markup("")
    return join(
        (
            tag("line", x1=place.x, y1=place.y, x2=spot.x, y2=spot.y, class_="leash"),
            tag("circle", cx=place.x, cy=place.y, r=1.4, class_="home"),
        )
    )


def _name(label: Label) -> Markup:
    return tag("text", label.name, x=label.x, y=label.y, text_anchor=label.anchor, class_="town")


def _tip(actor: Actor, language: Language) -> str:
    return f"{actor.name}, {actor.place.name} ({actor.sector.text.in_language(language)})"


def _describe(members: tuple[Actor, ...], language: Language) -> str:
    """Say in words how many members each town has."""
    towns = Counter(actor.place.name for actor in members)
    parts = [
        Text.same(f"{name} {total}")
        for name, total in sorted(towns.items(), key=lambda item: (-item[1], alphabetical(item[0])))
    ]
    sentence = say(
        "report_map_description",
        members=say("count_members", n=len(members)),
        towns=listing(parts),
    )
    return sentence.in_language(language)
