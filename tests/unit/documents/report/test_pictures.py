"""What the pictures show is where and what it should be."""

import re
from itertools import combinations
from math import hypot

import pytest

from api.show.bars import area_rows, draw_bars
from api.show.labels import place_labels
from api.show.maps import RADIUS, draw_map
from api.show.markers import marker
from api.show.outlines import country_box
from api.show.pairs import find_pairs
from api.show.projection import Box, Point, project
from api.show.spreading import spread
from models.places import great_circle_km
from models.proposals import Proposal
from models.seasons import Season
from models.sectors import Sector
from models.text import Language, Text
from tests.kit.pages import Node, parse
from tests.kit.report_seasons import ABROAD, TOWNS, make_actor, make_national, make_regional
from tests.unit.documents.report.conftest import Report


def picture(tree: Node) -> tuple[Node, float, float]:
    (svg,) = tree.find("svg")
    _, _, width, height = map(float, svg.attributes["viewbox"].split())
    return svg, width, height


def spots(svg: Node) -> list[tuple[float, float]]:
    """Give the middles of the markers."""
    found = []
    for node in svg.walk():
        if "marker" not in node.classes:
            continue
        if node.tag == "circle":
            found.append((float(node.attributes["cx"]), float(node.attributes["cy"])))
        else:
            corners = [tuple(map(float, p.split(","))) for p in node.attributes["points"].split()]
            xs, ys = zip(*corners, strict=True)
            found.append((sum(xs) / len(xs), sum(ys) / len(ys)))
    return found


@pytest.mark.parametrize("town", range(len(TOWNS)))
def test_projection_keeps_distances(town: int) -> None:
    here, there = TOWNS[town], TOWNS[town - 1]
    a, b = project(here.lat, here.lon), project(there.lat, there.lon)
    assert hypot(a.x - b.x, a.y - b.y) == pytest.approx(
        great_circle_km(here.lat, here.lon, there.lat, there.lon), rel=2e-3
    )
    assert country_box().holds(Box(a.x, a.y, a.x, a.y))


def test_map_shows_every_member_inside_the_picture_and_apart(report: Report) -> None:
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        svg = next(
            node
            for node in report.tree.find("svg", "map")
            if node.attributes["aria-labelledby"].startswith(f"map-{place}-")
        )
        _, _, width, height = map(float, svg.attributes["viewbox"].split())
        points = spots(svg)
        assert len(points) == coalition.size
        for x, y in points:
            assert RADIUS <= x <= width - RADIUS
            assert RADIUS <= y <= height - RADIUS
        for (x1, y1), (x2, y2) in combinations(points, 2):
            assert hypot(x1 - x2, y1 - y2) >= 2 * RADIUS - 0.2
        for label in svg.find("text"):
            assert label.attributes["text-anchor"] in ("start", "middle", "end")
            assert 0 <= float(label.attributes["x"]) <= width
            assert 0 <= float(label.attributes["y"]) <= height
        towns = {member.place for member in coalition.members}
        named = {label.text for label in svg.find("text", "town")}
        assert named <= towns
        assert 2 * len(named) >= len(towns)
        assert svg.find("use")[0].attributes["href"] == "#country"


def test_map_grows_to_hold_a_member_abroad() -> None:
    challenge = make_national().challenges[0]
    home = make_actor(1, TOWNS[3])
    one, width, _ = picture(parse(draw_map("m", challenge, (home,), Language.SV)))
    two, *_ = picture(parse(draw_map("m", challenge, (home, make_actor(2, ABROAD)), Language.SV)))
    north, abroad = spots(two)
    assert spots(one)[0] == pytest.approx(north, abs=40)
    assert abroad[1] > north[1]
    assert 0 < abroad[0] < width


def test_north_is_up_and_east_is_right() -> None:
    challenge = make_national().challenges[0]
    malmo, stockholm, kiruna = (make_actor(i, TOWNS[t]) for i, t in ((0, 0), (1, 1), (2, 3)))
    svg, *_ = picture(parse(draw_map("m", challenge, (malmo, stockholm, kiruna), Language.EN)))
    (mx, my), (sx, sy), (_, ky) = spots(svg)
    assert ky < sy < my
    assert mx < sx


def test_regional_map_zooms_to_its_circle(relaxed: Report) -> None:
    (svg,) = relaxed.tree.find("svg", "map")
    _, _, width, height = map(float, svg.attributes["viewbox"].split())
    (circle,) = svg.find("circle", "reach")
    x, y, r = (float(circle.attributes[name]) for name in ("cx", "cy", "r"))
    assert r > width / 3
    assert x - r >= 0 and x + r <= width and y - r >= 0 and y + r <= height
    assert all(hypot(px - x, py - y) < r for px, py in spots(svg))
    assert "50 km" in svg.text
    assert svg.find("g", "municipalities")[0].find("path")
    national = make_national().challenges[0]
    plain = parse(draw_map("m", national, relaxed.season.actors, Language.SV))
    assert plain.find("circle", "reach") == plain.find("g", "municipalities") == []


def test_a_member_outside_the_radius_is_shown_outside_the_circle() -> None:
    challenge = make_regional().challenges[0]
    actors = (make_actor(1, TOWNS[0]), make_actor(2, TOWNS[1]))
    svg, width, height = picture(parse(draw_map("m", challenge, actors, Language.SV)))
    (circle,) = svg.find("circle", "reach")
    x, y, r = (float(circle.attributes[name]) for name in ("cx", "cy", "r"))
    near, far = (hypot(px - x, py - y) for px, py in spots(svg))
    assert near < r
    assert far / r == pytest.approx(498 / 50, rel=0.03)
    assert all(0 < x < width and 0 < y < height for x, y in spots(svg))


def test_a_country_whose_members_are_all_abroad_fills_the_map() -> None:
    challenge = make_national().challenges[0]
    berlin = ABROAD.evolve(name="Berlin", lat=52.52, lon=13.4)
    actors = (make_actor(1, ABROAD), make_actor(2, berlin))
    svg, width, height = picture(parse(draw_map("m", challenge, actors, Language.SV)))
    (towns,) = svg.find("path", "other-towns")
    xs, ys = zip(*re.findall(r"M([\d.]+) ([\d.]+)h0", towns.attributes["d"]), strict=True)
    across = max(map(float, xs)) - min(map(float, xs))
    along = max(map(float, ys)) - min(map(float, ys))
    assert max(across / width, along / height) > 0.8


def test_sectors_differ_by_shape_and_colour(report: Report) -> None:
    drawn = [parse(marker(sector, 0, 0, 6)).children[0] for sector in Sector]
    shapes = {
        (node.tag, len(node.attributes.get("points", "").split()), node.attributes.get("points"))
        for node in drawn
    }
    assert len(shapes) == len(Sector)
    style = "".join(str(child) for node in report.tree.find("style") for child in node.children)
    names = [sector.value.replace("_", "-") for sector in Sector]
    colours = [re.search(rf"--{name}: (#\w+);", style) for name in names]
    assert len({found[1] for found in colours if found}) == len(Sector)
    assert all(f".{sector.value} {{ fill: var(" in style for sector in Sector)


def test_spread_keeps_lonely_points_at_home() -> None:
    frame = Box(0, 0, 100, 100)
    homes = [Point(10, 10), Point(50, 50), Point(50, 50), Point(50, 50), Point(90, 90)]
    moved = spread(homes, 8, frame)
    assert moved[0] == homes[0]
    assert moved[4] == homes[4]
    for one, other in combinations(moved, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 7.9
    assert all(hypot(p.x - 50, p.y - 50) < 10 for p in moved[1:4])


def test_spread_stays_inside_the_frame() -> None:
    moved = spread([Point(2, 2)] * 5, 8, Box(0, 0, 100, 100))
    assert all(0 <= p.x <= 100 and 0 <= p.y <= 100 for p in moved)
    for one, other in combinations(moved, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 7.5


def test_labels_never_lie_on_each_other_or_on_markers() -> None:
    frame = Box(0, 0, 200, 200)
    groups = [(f"Town {i}", [Point(40 + 17 * (i % 5), 60 + 15 * (i // 5))]) for i in range(15)]
    labels = place_labels(groups, 5, 10, frame)
    assert 3 <= len(labels) < 15
    for one, other in combinations(labels, 2):
        assert not one.box.meets(other.box)
    for label in labels:
        assert frame.holds(label.box)
        for _, (point,) in groups:
            assert not label.box.meets(Box(point.x, point.y, point.x, point.y).widened(5))


def test_bars_have_one_mark_for_each_member(report: Report) -> None:
    for place, coalition in enumerate(report.proposal.coalitions, start=1):
        for prefix, kinds in (
            ("sectors", 4),
            ("areas", len({m.county for m in coalition.members})),
        ):
            svg = next(
                node
                for node in report.tree.find("svg", "bars")
                if node.attributes["aria-labelledby"].startswith(f"{prefix}-{place}-")
            )
            assert len(spots(svg)) == coalition.size
            counts = [int(node.text) for node in svg.find("text", "bar-count")]
            assert len(counts) == kinds
            assert sum(counts) == coalition.size
            _, _, width, _ = map(float, svg.attributes["viewbox"].split())
            assert all(0 < x < width for x, _ in spots(svg))


def test_regional_bars_count_municipalities(relaxed: Report) -> None:
    svg = next(
        node
        for node in relaxed.tree.find("svg", "bars")
        if node.attributes["aria-labelledby"].startswith("areas-1-")
    )
    assert {node.text for node in svg.find("text", "bar-name")} == {"Malmö", "Lund"}


def test_another_country_shows_its_shape_by_its_towns() -> None:
    points = [("Berlin", 52.52, 13.4), ("München", 48.14, 11.58), ("Köln", 50.94, 6.96)]
    members = tuple(
        make_actor(i, TOWNS[0].evolve(name=name, country="DE", lat=lat, lon=lon))
        for i, (name, lat, lon) in enumerate(points)
    )
    challenge = make_national().challenges[0]
    (svg,) = parse(str(draw_map("map", challenge, members, Language.SV))).find("svg")
    (towns,) = svg.find("path", "other-towns")
    assert towns.attributes["d"].count("M") > 300
    assert {node.text for node in svg.find("text", "town")} == {"Berlin", "München", "Köln"}
    home = draw_map("map", challenge, (make_actor(0), make_actor(1)), Language.SV)
    assert "other-towns" not in home


def test_no_areas_name_is_cut() -> None:
    name = "Verwaltungsgemeinschaft Mecklenburgische Seenplatte"
    bars = area_rows([(name, make_actor(0)), ("Lund", make_actor(1))])
    drawn = draw_bars("bars", bars, Text.same("Title"), Language.SV)
    (svg,) = parse(str(drawn)).find("svg")
    assert {node.text for node in svg.find("text", "bar-name")} == {name, "Lund"}
    _, _, width, _ = map(float, svg.attributes["viewbox"].split())
    assert all(6 * len(name) < x < width for x, _ in spots(svg))


def test_sectors_tell_how_many_of_their_pairs_are_new(
    report: Report, national: tuple[Season, Proposal]
) -> None:
    season, proposal = national
    tied = {frozenset((tie.actor_a, tie.actor_b)) for tie in season.ties}
    word = "av" if report.language is Language.SV else "of"
    some = False
    for table, coalition in zip(
        report.tree.find("table", "sector-pairs"), proposal.coalitions, strict=True
    ):
        sectors = [
            sector for sector in Sector if any(m.sector is sector for m in coalition.members)
        ]
        pairs = list(combinations(coalition.members, 2))
        for one, row in zip(sectors, table.find("tbody")[0].find("tr"), strict=True):
            for other, cell in zip(sectors, row.find("td"), strict=True):
                own = [
                    frozenset((a.actor_id, b.actor_id))
                    for a, b in pairs
                    if {a.sector, b.sector} == {one, other}
                ]
                new = sum(pair not in tied for pair in own)
                some |= new < len(own)
                assert cell.text.strip() == (f"{new} {word} {len(own)}" if own else "–")
                for track, fill in [svg.find("rect") for svg in cell.find("svg")]:
                    share = float(fill.attributes["width"]) / float(track.attributes["width"])
                    assert share == pytest.approx(new / len(own), abs=2e-3)
    assert some


def test_pairs_of_one_sector_without_a_tie_are_not_drawn() -> None:
    season = make_national(ties=())
    actors = tuple(season.actors[i] for i in (0, 4, 1))
    assert find_pairs(season, actors).old == ()
    assert find_pairs(season, actors).new == ((0, 2), (1, 2))


def test_score_bars_are_as_long_as_the_scores(report: Report) -> None:
    scores = [value for c in report.proposal.coalitions for value in c.scores.values()]
    bars = report.tree.find("svg", "score")
    assert len(bars) == len(scores)
    for svg, value in zip(bars, scores, strict=True):
        track, fill = svg.find("rect")
        share = float(fill.attributes["width"]) / float(track.attributes["width"])
        assert share == pytest.approx(value, abs=1e-3)
