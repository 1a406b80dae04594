"""Country codes of ISO 3166-1 alpha-2, as of 2026; names where the towns are known."""

from data.reference.names import fold
from models.text import Text

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""

COUNTRIES = frozenset(_CODES.split())

SWEDEN = "SE"
"""The country whose municipalities and counties are known."""

NAMES = {
    "AD": Text(sv="Andorra", en="Andorra"),
    "AL": Text(sv="Albanien", en="Albania"),
    "AT": Text(sv="Österrike", en="Austria"),
    "AX": Text(sv="Åland", en="Åland"),
    "BA": Text(sv="Bosnien och Hercegovina", en="Bosnia and Herzegovina"),
    "BE": Text(sv="Belgien", en="Belgium"),
    "BG": Text(sv="Bulgarien", en="Bulgaria"),
    "BY": Text(sv="Belarus", en="Belarus"),
    "CH": Text(sv="Schweiz", en="Switzerland"),
    "CY": Text(sv="Cypern", en="Cyprus"),
    "CZ": Text(sv="Tjeckien", en="Czechia"),
    "DE": Text(sv="Tyskland", en="Germany"),
    "DK": Text(sv="Danmark", en="Denmark"),
    "EE": Text(sv="Estland", en="Estonia"),
    "ES": Text(sv="Spanien", en="Spain"),
    "FI": Text(sv="Finland", en="Finland"),
    "FO": Text(sv="Färöarna", en="Faroe Islands"),
    "FR": Text(sv="Frankrike", en="France"),
    "GB": Text(sv="Storbritannien", en="United Kingdom"),
    "GG": Text(sv="Guernsey", en="Guernsey"),
    "GI": Text(sv="Gibraltar", en="Gibraltar"),
    "GL": Text(sv="Grönland", en="Greenland"),
    "GR": Text(sv="Grekland", en="Greece"),
    "HR": Text(sv="Kroatien", en="Croatia"),
    "HU": Text(sv="Ungern", en="Hungary"),
    "IE": Text(sv="Irland", en="Ireland"),
    "IM": Text(sv="Isle of Man", en="Isle of Man"),
    "IS": Text(sv="Island", en="Iceland"),
    "IT": Text(sv="Italien", en="Italy"),
    "JE": Text(sv="Jersey", en="Jersey"),
    "LI": Text(sv="Liechtenstein", en="Liechtenstein"),
    "LT": Text(sv="Litauen", en="Lithuania"),
    "LU": Text(sv="Luxemburg", en="Luxembourg"),
    "LV": Text(sv="Lettland", en="Latvia"),
    "MC": Text(sv="Monaco", en="Monaco"),
    "MD": Text(sv="Moldavien", en="Moldova"),
    "ME": Text(sv="Montenegro", en="Montenegro"),
    "MK": Text(sv="Nordmakedonien", en="North Macedonia"),
    "MT": Text(sv="Malta", en="Malta"),
    "NL": Text(sv="Nederländerna", en="Netherlands"),
    "NO": Text(sv="Norge", en="Norway"),
    "PL": Text(sv="Polen", en="Poland"),
    "PT": Text(sv="Portugal", en="Portugal"),
    "RO": Text(sv="Rumänien", en="Romania"),
    "RS": Text(sv="Serbien", en="Serbia"),
    "RU": Text(sv="Ryssland", en="Russia"),
    "SE": Text(sv="Sverige", en="Sweden"),
    "SI": Text(sv="Slovenien", en="Slovenia"),
    "SJ": Text(sv="Svalbard och Jan Mayen", en="Svalbard and Jan Mayen"),
    "SK": Text(sv="Slovakien", en="Slovakia"),
    "SM": Text(sv="San Marino", en="San Marino"),
    "UA": Text(sv="Ukraina", en="Ukraine"),
}
"""Names of the countries whose towns are known, by code."""

_OWN_NAMES = {
    "AT": ("Österreich",),
    "BE": ("België", "Belgique", "Belgien"),
    "CH": ("Schweiz", "Suisse", "Svizzera"),
    "CZ": ("Česko", "Czech Republic"),
    "DE": ("Deutschland", "Bundesrepublik Deutschland"),
    "EE": ("Eesti",),
    "ES": ("España",),
    "FI": ("Suomi",),
    "FO": ("Føroyar",),
    "GB": ("England", "Scotland", "Wales", "UK", "Great Britain"),
    "GL": ("Kalaallit Nunaat",),
    "GR": ("Ελλάδα", "Hellas"),
    "HR": ("Hrvatska",),
    "HU": ("Magyarország",),
    "IE": ("Éire",),
    "IS": ("Ísland",),
    "IT": ("Italia",),
    "LT": ("Lietuva",),
    "LU": ("Luxembourg", "Lëtzebuerg"),
    "LV": ("Latvija",),
    "NL": ("Nederland", "The Netherlands", "Holland"),
    "NO": ("Noreg",),
    "PL": ("Polska",),
    "RO": ("România",),
    "SI": ("Slovenija",),
    "SK": ("Slovensko",),
    "UA": ("Україна",),
}
"""What countries call themselves, and other names that people write."""

_BY_NAME = {
    **{fold(name): code for code, text in NAMES.items() for name in (text.sv, text.en)},
    **{code.lower(): code for code in NAMES},
    **{fold(name): code for code, names in _OWN_NAMES.items() for name in names},
}


def to_country(text: str) -> str | None:
    """Give the code of a country in capitals, or None for what is none.

    Examples
    --------
    >>> to_country("se"), to_country("Sverige")
    ('SE', None)
    """
    code = text.strip().upper()
    return code if code in COUNTRIES else None


def to_country_named(text: str) -> str | None:
    """Give the code of a country whose towns are known, by a name or its code, else None.

    Examples
    --------
    >>> to_country_named(" Sverige"), to_country_named("Deutschland"), to_country_named("Lund")
    ('SE', 'DE', None)
    """
    return _BY_NAME.get(fold(text))
