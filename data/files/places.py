"""The place of a row: by its name, or by its point."""

from data.files.cells import RowReader
from data.reference.countries import NAMES
from data.reference.gazetteer import Gazetteer, UnknownPlace
from models.places import Place


def read_place(cells: RowReader, country: str | None, gazetteer: Gazetteer) -> Place | None:
    """Read a row's place from `lat` and `lon`, else from `place`.

    Parameters
    ----------
    cells : RowReader
        The row.
    country : str or None
        Country code; None where it is itself at fault, then only bad numbers are noted.
    gazetteer : Gazetteer
        Knows the places.

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
        return _read_name(cells, country, gazetteer)
    if lat is None or lon is None:
        return None
    place = gazetteer.locate(lat, lon, country, cells.text("place"))
    if place is None and abs(lon) <= 90 and gazetteer.locate(lon, lat, country):
        cells.fault("lat", "point_swapped", country=NAMES[country])
    elif place is None:
        cells.fault("lat", "point_outside", country=NAMES[country])
    return place


def _read_name(cells: RowReader, country: str, gazetteer: Gazetteer) -> Place | None:
    """Read the place from its name alone."""
    name = cells.text("place")
    if not name and gazetteer.knows(country):
        cells.fault("place", "missing_cell")
        return None
    try:
        resolved = gazetteer.resolve(name, country)
    except UnknownPlace as error:
        column = "place" if gazetteer.knows(country) else "lat"
        cells.fault(column, error.code, **error.params)
        return None
    if resolved.note and resolved.code:
        cells.warn_in_words("place", resolved.code, resolved.note)
    return resolved.place
