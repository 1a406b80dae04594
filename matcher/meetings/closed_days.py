"""Days on which no meeting is held: public holidays, and what the law treats like them."""

from datetime import date

from models.text import Language, Text

ENGLISH, SWEDISH = ("en_US", "en_GB"), ("sv", "sv_FI")
"""Languages of the library, the preferred one first."""


def find_closed_days(country: str, years: tuple[int, ...]) -> dict[date, Text] | None:
    """Give the closed days of some years with their names; None for an unknown country.

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
        return None
    categories = tuple(c for c in (PUBLIC, DE_FACTO) if c in known.supported_categories)
    names: dict[Language, dict[date, str]] = {}
    for language, choices in ((Language.EN, ENGLISH), (Language.SV, SWEDISH + ENGLISH)):
        spoken = next((c for c in choices if c in known.supported_languages), None)
        found = country_holidays(country, years=years, categories=categories, language=spoken)
        names[language] = dict(sorted(found.items()))
    return {
        day: Text(sv=names[Language.SV][day], en=name) for day, name in names[Language.EN].items()
    }
