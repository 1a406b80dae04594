"""Swedish postcodes: which counties their first two digits may lie in."""

import re

_COUNTIES = {
    "Stockholm": "10 11 12 13 14 15 16 17 18 19 76",
    "Skåne": "20 21 22 23 24 25 26 27 28 29",
    "Blekinge": "29 37",
    "Halland": "30 31 43",
    "Jönköping": "33 55 56 57",
    "Kronoberg": "28 33 34 35 36",
    "Kalmar": "36 38 39 57 59",
    "Västra Götaland": "40 41 42 43 44 45 46 47 50 51 52 53 54 56 66",
    "Östergötland": "57 58 59 60 61",
    "Södermanland": "61 63 64 15",
    "Gotland": "62",
    "Värmland": "65 66 67 68 69",
    "Örebro": "69 70 71",
    "Västmanland": "72 73 77",
    "Uppsala": "19 73 74 75 76 81",
    "Dalarna": "77 78 79 73",
    "Gävleborg": "80 81 82",
    "Jämtland": "83 84",
    "Västernorrland": "84 85 86 87 88 89",
    "Västerbotten": "90 91 92 93",
    "Norrbotten": "93 94 95 96 97 98",
}
_CODE = re.compile(r"(?<!\d)(?:SE?[ -]?)?(\d{3}) ?\d{2}(?!\d)", re.IGNORECASE)


def find_counties(text: str) -> frozenset[str]:
    """Give the counties that the postcode in a text may lie in; none without one.

    Examples
    --------
    >>> sorted(find_counties("S-293 38")), find_counties("Lund")
    (['Blekinge', 'Skåne'], frozenset())
    """
    match = _CODE.search(text)
    if match is None:
        return frozenset()
    area = match[1][:2]
    return frozenset(county for county, areas in _COUNTIES.items() if area in areas.split())
