"""The counties' borders, simplified for maps."""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.reference.polygons import Ring


@dataclass(frozen=True)
class Region:
    """A county with its closed rings of (lon, lat); neighbours share their border's points."""

    name: str
    rings: tuple[Ring, ...]


@lru_cache(maxsize=1)
def load_regions() -> tuple[Region, ...]:
    """Load the 21 counties, in alphabetical order, under the names of `Place.county`.

    Examples
    --------
    >>> load_regions()[0].name
    'Blekinge'
    """
    path = Path(__file__).with_name("counties.json.gz")
    counties = json.loads(gzip.decompress(path.read_bytes()))
    return tuple(
        Region(name, tuple(tuple((lon, lat) for lon, lat in ring) for ring in rings))
        for name, rings in counties.items()
    )
