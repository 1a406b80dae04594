"""Figures in free texts that are no telephone numbers, and mean the same to every reader.

Dates, years, hours, sums, decimals, organisations' numbers, and what its own word announces
("ISBN", "dnr", "bankgiro"). Whoever is in doubt takes a figure for a telephone number.
"""

import re

_YEAR = r"(?:19|20)\d\d"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = (
    rf"(?:{_YEAR}-{_MONTH}-{_DAY}|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}[./-]\s?{_MONTH}[./-]?\s?{_YEAR}|{_YEAR}/\d\d:\d{{1,4}}|{_YEAR}/\d{{1,5}}|{_YEAR}(?:\s?[/-]\s?\d\d)?)"
)
_DATED = rf"(?:[1-9]\d?\s?-\s?)?(?:[1-9]\d?[\s-])?{_DATE}(?:\s-?\s?[1-9]\d?)?"
_HOURS = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::\d\d)?"
_TIME = rf"(?:{_HOURS}\s?-\s?{_HOURS}|{_DATE},?\s{_HOURS}|{_CLOCK}|24/7/365)"
_SUM = r"[1-9]\d{0,2}(?:[\s.,]\d{3})+"
_ROUND = r"[1-9]\d{0,5}0{3,6}"
_FEW = r"[1-9]\d{0,2}"
_PARTED = r"(?:\s?[-/,;]\s?|\s)"
_WHENS = re.compile(rf"(?:{_TIME}|{_DATED})(?:{_PARTED}(?:{_TIME}|{_DATED})){{0,9}}")
_AMOUNT = rf"(?:{_SUM}|{_ROUND}|{_FEW})"
_AMOUNTS = re.compile(rf"(?:{_DATE}:?\s|1:)?(?:{_AMOUNT}\s?-\s?)?(?:{_SUM}|{_ROUND})")
_MOST_IN_A_SUM = 7
"""Digits of a sum at most: more in groups of three are rather a telephone number."""
_DECIMALS = re.compile(r"(?:(?:0|[1-9]\d?|1[0-7]\d)[.,]\d{3,8}(?:\s|$)){1,2}")
_COUNTED = re.compile(
    r"\s?(?:[mt]?kr\b|:-|kronor|kroner|[mt]?sek\b|dkk\b|nok\b|usd\b|euro?\b|€|\$|£|%|procent|percent"
    r"|person|invånar|inhabitant|människ|people|barn\b|children|ung|elev|student|pupil|medlem|member"
    r"|deltag|participant|besök|visit|visning|view|hushåll|household|företag|bolag|compan|förening"
    r"|ton\b|tonn|kg\b|km\b|kvm\b|m2\b|m²|hektar|hectare|st\b|styck|timm|hour|kwh\b|mwh\b)",
    re.IGNORECASE,
)
_PRICED = re.compile(r"(?:\bsek|\bkr|\bdkk|\bnok|\busd|\beur|€|\$|£)\s?$", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:\borg\.?\s?-?(?:nr|nummer)|organisationsnummer|\bmoms\w*|\bvat\w*|\bisbn|\bissn|\bdoi|\bdnr"
    r"|diarienummer|diarienr|\biso|\bsfs|\beu\)?|\bgdpr|bank\s?giro(?:t|nummer)?|plus\s?giro(?:t)?"
    r"|\bbg|\bpg|90-konto|swish\w*|post(?:nr|nummer)|\bbox)[\s.:nr]*$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"(?:16)?[1-9]\d[2-9]\d{3}-\d{4}")
_BARE_ORGANISATION = re.compile(r"(?:16)?([1-9]\d[2-9]\d{7})")
_VAT = re.compile(r"([1-9]\d[2-9]\d{7})01")


def is_point_in_time(figures: str) -> bool:
    """Say whether figures are dates, years or hours, one or several.

    Examples
    --------
    >>> is_point_in_time("2026-12-01 13:00"), is_point_in_time("033-12 34 56")
    (True, False)
    """
    return bool(_WHENS.fullmatch(figures))


def is_figure(figures: str, before: str, after: str) -> bool:
    """Say whether figures, with what stands around them, mean something of their own.

    Examples
    --------
    >>> is_figure("150 000", "för ", " invånare"), is_figure("912 34 567", "", "")
    (True, False)
    """
    if figures[:1] in ("+", "0") and not re.match(r"0[.,]\d", figures):
        return False
    is_counted = bool(_COUNTED.match(after) or _PRICED.search(before))
    if is_counted and re.fullmatch(rf"{_AMOUNT}|\d+", figures.rpartition("-")[2].strip()):
        return True
    if _LABELLED.search(before) or _DECIMALS.fullmatch(figures):
        return True
    if _AMOUNTS.fullmatch(figures):
        last = re.split(r"\s?-\s?", figures)[-1]
        return len(re.sub(r"\D", "", last)) <= _MOST_IN_A_SUM or last.endswith("000")
    return _is_organisation(figures, before)


def _is_organisation(figures: str, before: str) -> bool:
    """Say whether it is an organisation's number: no person's, which has a month in it."""
    if _ORGANISATION.fullmatch(figures):
        return True
    pattern = _VAT if before[-2:].upper() == "SE" else _BARE_ORGANISATION
    bare = pattern.fullmatch(figures)
    return bool(bare) and _has_check_digit(bare[1] if bare else "")


def _has_check_digit(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit of the others (Luhn, 1960)."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
