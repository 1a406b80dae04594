"""Places: a point with its municipality and county (first-level region)."""

from math import asin, cos, radians, sin, sqrt

from pydantic import Field

from models.frozen import Frozen, UnsignedZero

EARTH_RADIUS_KM = 6371.0088


class Place(Frozen):
    """Where an actor or a regional challenge is.

    `name` is what the organiser wrote, tidied; `municipality` and `county` are the
    official names that diversity is counted over. Both are empty where an actor works in
    the whole country: then it is in no area, and at no distance from anybody.
    """

    name: str
    municipality: str
    county: str
    lat: UnsignedZero = Field(ge=-90, le=90)
    lon: UnsignedZero = Field(ge=-180, le=180)
    country: str = "SE"

    @property
    def is_whole_country(self) -> bool:
        """Say whether this is no single place; then the point means nothing."""
        return not (self.municipality or self.county)


def great_circle_km(lat_1: float, lon_1: float, lat_2: float, lon_2: float) -> float:
    """Distance over the sphere in kilometres (haversine).

    Examples
    --------
    >>> round(great_circle_km(59.33, 18.07, 55.60, 13.00))
    513
    """
    phi_1, phi_2 = radians(lat_1), radians(lat_2)
    half_lat, half_lon = (phi_2 - phi_1) / 2, radians(lon_2 - lon_1) / 2
    chord = sin(half_lat) ** 2 + cos(phi_1) * cos(phi_2) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
