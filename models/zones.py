"""Time zones of the countries whose towns are known: the season's country has its clock.

A country with several has that of its capital. Where a country is none of these its times are
Sweden's, which is told.
"""

from dataclasses import dataclass

SWEDISH_TIME = "Europe/Stockholm"
"""The zone where no other is known."""

ZONES = {
    **dict.fromkeys(("SE",), SWEDISH_TIME),
    "AD": "Europe/Andorra",
    "AL": "Europe/Tirane",
    "AT": "Europe/Vienna",
    "AX": "Europe/Mariehamn",
    "BA": "Europe/Sarajevo",
    "BE": "Europe/Brussels",
    "BG": "Europe/Sofia",
    "BY": "Europe/Minsk",
    "CH": "Europe/Zurich",
    "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague",
    "DE": "Europe/Berlin",
    "DK": "Europe/Copenhagen",
    "EE": "Europe/Tallinn",
    "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki",
    "FO": "Atlantic/Faroe",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "GG": "Europe/Guernsey",
    "GI": "Europe/Gibraltar",
    "GL": "America/Nuuk",
    "GR": "Europe/Athens",
    "HR": "Europe/Zagreb",
    "HU": "Europe/Budapest",
    "IE": "Europe/Dublin",
    "IM": "Europe/Isle_of_Man",
    "IS": "Atlantic/Reykjavik",
    "IT": "Europe/Rome",
    "JE": "Europe/Jersey",
    "LI": "Europe/Vaduz",
    "LT": "Europe/Vilnius",
    "LU": "Europe/Luxembourg",
    "LV": "Europe/Riga",
    "MC": "Europe/Monaco",
    "MD": "Europe/Chisinau",
    "ME": "Europe/Podgorica",
    "MK": "Europe/Skopje",
    "MT": "Europe/Malta",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw",
    "PT": "Europe/Lisbon",
    "RO": "Europe/Bucharest",
    "RS": "Europe/Belgrade",
    "RU": "Europe/Moscow",
    "SI": "Europe/Ljubljana",
    "SJ": "Arctic/Longyearbyen",
    "SK": "Europe/Bratislava",
    "SM": "Europe/San_Marino",
    "UA": "Europe/Kyiv",
}
"""IANA names by country."""


@dataclass(frozen=True)
class ClockRule:
    """How a zone's clock goes: hours before UTC in winter, and where it has a summer time.

    Attributes
    ----------
    hours : int
    names : tuple of str
        Short names of the time in winter, and in summer where it is another.
    change : int
        The hour of UTC at which it changes, on the last Sundays of March and October.
    """

    hours: int
    names: tuple[str, ...]
    change: int = 1


_CENTRAL, _EASTERN = ClockRule(1, ("CET", "CEST")), ClockRule(2, ("EET", "EEST"))
_WESTERN, _BRITISH = ClockRule(0, ("WET", "WEST")), ClockRule(0, ("GMT", "BST"))
_RULES = {
    **dict.fromkeys(("AX", "BG", "CY", "EE", "FI", "GR", "LT", "LV", "RO", "UA"), _EASTERN),
    **dict.fromkeys(("FO", "PT"), _WESTERN),
    **dict.fromkeys(("GB", "GG", "IM", "JE"), _BRITISH),
    "IE": ClockRule(0, ("GMT", "IST")),
    "IS": ClockRule(0, ("GMT",)),
    "BY": ClockRule(3, ("+03",)),
    "RU": ClockRule(3, ("MSK",)),
    "MD": ClockRule(2, ("EET", "EEST"), change=0),
    "GL": ClockRule(-2, ("-02", "-01")),
}
_BY_ZONE = {ZONES[country]: rule for country, rule in _RULES.items()}


def zone_of(country: str) -> str:
    """Give the time zone of a country.

    Examples
    --------
    >>> zone_of("FI"), zone_of("JP")
    ('Europe/Helsinki', 'Europe/Stockholm')
    """
    return ZONES.get(country, SWEDISH_TIME)


def rule_of(zone: str) -> ClockRule:
    """Give the rule of a zone's clock, that of Central Europe where it has no other."""
    return _BY_ZONE.get(zone, _CENTRAL)
