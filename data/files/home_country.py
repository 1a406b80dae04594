"""Whether a season's rows lie in the country that they are read for."""

from collections import Counter
from itertools import islice

from data.files.findings import Findings
from data.files.tables import Table
from data.reference.countries import NAMES, SWEDEN
from data.reference.gazetteer import Gazetteer, UnknownPlace

TRIED = 40
"""Rows that are looked at: enough to tell a whole table's country."""
FEWEST = 3
"""Rows abroad below which each has its own fault."""


def find_home_country(
    table: Table, country: str | None, gazetteer: Gazetteer, findings: Findings
) -> str | None:
    """Give the country of the rows that name none; None, with one fault, where it is another.

    Parameters
    ----------
    country : str or None
        The season's; None where it is itself at fault.
    """
    if country is None:
        return None
    rows = (
        row.cells["place"]
        for row in table.rows
        if row.cells.get("place") and not (row.cells.get("country") or row.cells.get("lat"))
    )
    tried = list(islice(rows, TRIED))
    abroad = Counter(
        other for place in tried if (other := _find_elsewhere(place, country, gazetteer))
    )
    code, count = next(iter(abroad.most_common(1)), ("", 0))
    if count < FEWEST or 2 * count <= len(tried):
        return country
    findings.fault(
        table.file,
        None,
        "place",
        None,
        "places_elsewhere",
        country=NAMES.get(country, country),
        other=NAMES[code],
        country_code=code,
    )
    return None


def _find_elsewhere(place: str, country: str, gazetteer: Gazetteer) -> str:
    """Give the code of the foreign country that alone has a place, else nothing.

    A Swedish municipality is read as such in any season.
    """
    try:
        gazetteer.resolve(place, country)
    except UnknownPlace as error:
        code = str(error.params.get("country_code", ""))
        return "" if code == SWEDEN else code
    return ""
