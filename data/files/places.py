"""The place of a row: by its name and what else the row says, or by its point."""

from collections.abc import Sequence

from data.files.cells import RowReader
from data.reference.choosing import Resolved, Surroundings
from data.reference.countries import NAMES, SWEDEN
from data.reference.gazetteer import Gazetteer, UnknownPlace
from data.reference.postcodes import find_counties
from models.places import Place

MUNICIPALITIES = (
    "kommun",
    "municipality",
    "kommunnamn",
    "hemkommun",
    "kommune",
    "gemeinde",
    "kunta",
)
COUNTIES = ("län", "county", "region", "fylke", "bundesland", "maakunta")
POSTCODES = ("postnummer", "postnr", "postkod", "postcode", "postal code", "zip", "zip code", "plz")
"""Headers of columns beside the place that say more of where it is."""


def read_place(
    cells: RowReader, country: str | None, gazetteer: Gazetteer, *, is_stated: bool = True
) -> Place | None:
    """Read a row's place from `lat` and `lon`, else from `place`.

    Parameters
    ----------
    cells : RowReader
        The row.
    country : str or None
        Country code; None where it is itself at fault, then only bad numbers are noted.
    gazetteer : Gazetteer
        Knows the places.
    is_stated : bool, optional
        Whether the row itself names the country. Where it does not and the season's has no
        such place, a Swedish municipality is taken, which is told.

    Returns
    -------
    Place or None
        None where there is none; every reason for that has been noted.
    """
    written = [column for column in ("lat", "lon") if cells.text(column)]
    lat, lon = cells.decimal("lat", -90, 90), cells.decimal("lon", -180, 180)
    if len(written) == 1:
        if (lat if written == ["lat"] else lon) is not None:
            cells.fault("lon" if written == ["lat"] else "lat", "point_incomplete")
        return None
    if country is None:
        return None
    if not written:
        return _read_name(cells, country, gazetteer, is_stated=is_stated)
    if lat is None or lon is None:
        return None
    place = gazetteer.locate(lat, lon, country, cells.text("place"))
    if place is None and abs(lon) <= 90 and gazetteer.locate(lon, lat, country):
        cells.fault("lat", "point_swapped", country=NAMES[country])
    elif place is None:
        cells.fault("lat", "point_outside", country=NAMES[country])
    return place


def _read_name(
    cells: RowReader, country: str, gazetteer: Gazetteer, *, is_stated: bool
) -> Place | None:
    """Read the place from its name and the columns beside it."""
    around = _look_around(cells, country, gazetteer)
    name = cells.text("place") or (around.municipality.name if around.municipality else "")
    if not name and gazetteer.knows(country):
        cells.fault("place", "missing_cell")
        return None
    try:
        resolved = gazetteer.resolve(name, country, around)
    except UnknownPlace as error:
        if not is_stated and (home := gazetteer.find_municipality(name, SWEDEN)):
            cells.warn(
                "place", "place_at_home", name=home.name, country=NAMES.get(country, country)
            )
            return home
        column = "place" if gazetteer.knows(country) else "lat"
        cells.fault(column, error.code, **error.params)
        return None
    _tell(cells, resolved)
    if not (is_stated or country == SWEDEN) and gazetteer.finds(name, SWEDEN):
        cells.warn("place", "place_in_both", name=resolved.place.name, country=NAMES[country])
    return resolved.place


def _look_around(cells: RowReader, country: str, gazetteer: Gazetteer) -> Surroundings:
    """Read where the columns beside the place say that it lies."""
    written = _first(cells, MUNICIPALITIES)
    home = gazetteer.find_municipality(written, country) if written else None
    if written and home is None and country == SWEDEN:
        cells.warn("place", "unknown_municipality", municipality=written)
    county = gazetteer.find_county(_first(cells, COUNTIES), country)
    if county:
        return Surroundings(home, frozenset({county}))
    if country != SWEDEN:
        return Surroundings(home)
    text = _first(cells, POSTCODES) or cells.text("place")
    return Surroundings(home, find_counties(text))


def _first(cells: RowReader, columns: Sequence[str]) -> str:
    """Give the first filled cell of some columns."""
    return next((text for column in columns if (text := cells.text(column))), "")


def _tell(cells: RowReader, resolved: Resolved) -> None:
    """Warn of what was taken for granted."""
    if resolved.note and resolved.code:
        cells.warn_in_words("place", resolved.code, resolved.note)
