"""Days on which no meeting is held: public holidays, and what the law treats like them."""

import warnings
from datetime import date

from models.text import Language, Text

ENGLISH, SWEDISH = ("en_US", "en_GB"), ("sv", "sv_FI")
"""Languages of the library, the preferred one first."""


def find_closed_days(country: str, years: tuple[int, ...]) -> tuple[dict[date, Text], bool]:
    """Give the closed days of some years with their names, and whether all are known.

    In Sweden these are the public holidays without ordinary Sundays, and the three eves
    that the Annual Leave Act (1977:480, section 7) sets equal to a Sunday: midsummer eve,
    Christmas eve and New Year's eve.

    Parameters
    ----------
    country : str
        ISO 3166-1 alpha-2.
    years : tuple of int
    """
    from holidays import country_holidays
    from holidays.constants import DE_FACTO, PUBLIC

    try:
        known = country_holidays(country)
    except NotImplementedError:
        return {}, False
    categories = tuple(c for c in (PUBLIC, DE_FACTO) if c in known.supported_categories)
    names: dict[Language, dict[date, str]] = {}
    with warnings.catch_warnings(record=True) as gaps:
        warnings.simplefilter("always")
        for language, choices in ((Language.EN, ENGLISH), (Language.SV, SWEDISH + ENGLISH)):
            spoken = next((c for c in choices if c in known.supported_languages), None)
            found = country_holidays(country, years=years, categories=categories, language=spoken)
            names[language] = dict(sorted(found.items()))
    closed = {
        day: Text(sv=names[Language.SV][day], en=names[Language.EN][day])
        for day in names[Language.EN]
    }
    return closed, not gaps
