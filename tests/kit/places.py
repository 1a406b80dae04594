"""Places with Swedish letters, three of them in one county, one abroad; and how far apart."""

from math import asin, cos, radians, sin, sqrt

from models.places import Place

MALMO = Place(name="Malmö", municipality="Malmö", county="Skåne", lat=55.605, lon=13.0)
LUND = Place(name="Lund", municipality="Lund", county="Skåne", lat=55.704, lon=13.191)
HOOR = Place(name="Höör", municipality="Höör", county="Skåne", lat=55.934, lon=13.541)
GOTHENBURG = Place(
    name="Göteborg", municipality="Göteborg", county="Västra Götaland", lat=57.707, lon=11.967
)
OREBRO = Place(name="Örebro", municipality="Örebro", county="Örebro", lat=59.274, lon=15.207)
STOCKHOLM = Place(
    name="Stockholm", municipality="Stockholm", county="Stockholm", lat=59.329, lon=18.069
)
KIRUNA = Place(name="Kiruna", municipality="Kiruna", county="Norrbotten", lat=67.856, lon=20.225)
COPENHAGEN = Place(
    name="København",
    municipality="København",
    county="Hovedstaden",
    lat=55.676,
    lon=12.568,
    country="DK",
)
PLACES = (MALMO, LUND, HOOR, GOTHENBURG, OREBRO, STOCKHOLM, KIRUNA, COPENHAGEN)


def haversine_km(one: Place, other: Place) -> float:
    """Give the great-circle distance by the textbook's formula."""
    lat_1, lat_2 = radians(one.lat), radians(other.lat)
    turn = radians(other.lon - one.lon)
    h = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin(turn / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(h))
