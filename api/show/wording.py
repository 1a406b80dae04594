"""Numbers, counts and dates in words, as each language writes them."""

from datetime import UTC, datetime
from math import ceil, floor, log10
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from matcher.wording import list_parts
from models.dates import TIME_ZONE
from models.messages import MESSAGES, say
from models.text import Language, Text

HARD_SPACE = "\u00a0"
MINUS = "\u2212"


def decimal(value: float, digits: int = 2) -> Text:
    """Write a number with the language's decimal mark and thousands separator.

    Examples
    --------
    >>> decimal(1234.5, 1).en, decimal(-0.25).sv
    ('1,234.5', '−0,25')
    """
    plain = f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", MINUS)
    swedish = plain.replace(",", HARD_SPACE).replace(".", ",")
    return Text(sv=swedish, en=plain)


def count(value: int) -> Text:
    """Write a whole number.

    Examples
    --------
    >>> count(12000).en
    '12,000'
    """
    return decimal(value, 0)


def percent(share: float, digits: int = 0) -> Text:
    """Write a share as per cent.

    Examples
    --------
    >>> percent(0.971).en
    '97%'
    """
    number = decimal(100 * share, digits)
    return Text(sv=f"{number.sv}{HARD_SPACE}%", en=f"{number.en}%")


def percent_at_most(share: float) -> Text:
    """Write a share as per cent, rounded up to one significant digit below ten per cent.

    Examples
    --------
    >>> percent_at_most(0.00021).en
    '0.03%'
    """
    hundredths = 100 * share
    if hundredths <= 0:
        return percent(0)
    digits = max(0, -floor(log10(hundredths)))
    scale = 10.0**digits
    return percent(ceil(hundredths * scale - 1e-9) / scale / 100, digits)


def percent_below_all(share: float) -> Text:
    """Write a share that is not the whole, so that it is never rounded to 100 per cent.

    Examples
    --------
    >>> percent_below_all(0.9996).en, percent_below_all(0.958).en
    ('99.9%', '96%')
    """
    return percent(share) if share < 0.99 else percent(floor(1000 * share) / 1000, 1)


def loss(value: float) -> Text:
    """Write the fall of a score, so that a tiny one is not mistaken for none.

    Examples
    --------
    >>> loss(0.00001).en == loss(0.00009).en == f"<{HARD_SPACE}0.0001"
    True
    """
    if 0 < value < 0.0001:
        smallest = decimal(0.0001, 4)
        return Text(sv=f"<{HARD_SPACE}{smallest.sv}", en=f"<{HARD_SPACE}{smallest.en}")
    return decimal(value, 4)


def contribution(value: float) -> Text:
    """Write a part of a total with its sign."""
    number = decimal(value, 4)
    sign = "" if value < 0 else "+"
    return Text(sv=f"{sign}{number.sv}", en=f"{sign}{number.en}")


def amount(code: str, value: int) -> Text:
    """Write a number of things; the message exists as `…_one` and as `…_many`."""
    number = count(value)
    text = say(f"{code}_one" if value == 1 else f"{code}_many", n=number)
    return Text(sv=_hold(number.sv, text.sv), en=_hold(number.en, text.en))


def word(prefix: str, key: str) -> Text:
    """Give the name of a key, or the key itself where this version has no name for it."""
    return MESSAGES.get(f"{prefix}_{key}", Text(sv=key, en=key))


def capital(text: str) -> str:
    """Begin with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence_case(text: Text) -> Text:
    """Begin both sentences with a capital letter."""
    return Text(sv=capital(text.sv), en=capital(text.en))


def listing(parts: list[Text]) -> Text:
    """Put names behind each other: a, b and c."""
    word_and = say("report_and")
    return Text(
        sv=list_parts([part.sv for part in parts], word_and.sv),
        en=list_parts([part.en for part in parts], word_and.en),
    )


def sentences(parts: list[Text]) -> Text:
    """Put sentences behind each other."""
    return Text(sv=" ".join(part.sv for part in parts), en=" ".join(part.en for part in parts))


def date(moment: str) -> Text:
    """Write the day of a UTC time stamp, as it is in Sweden."""
    local, months = _local(moment)[0], say("report_months")
    return Text(
        sv=f"{local.day} {months.sv.split()[local.month - 1]} {local.year}",
        en=f"{local.day} {months.en.split()[local.month - 1]} {local.year}",
    )


def date_and_time(moment: str) -> Text:
    """Write a UTC time stamp as it is in Sweden, with the zone."""
    local, zone = _local(moment)
    day = date(moment)
    return Text(
        sv=f"{day.sv} kl. {local:%H.%M} ({zone.sv})",
        en=f"{day.en}, {local:%H:%M} ({zone.en})",
    )


def alphabetical(name: str) -> str:
    """Give what a name is sorted by: å, ä, ö come last, in this order.

    Examples
    --------
    >>> sorted(["Öland", "Ängen", "Ån", "zon"], key=alphabetical)
    ['zon', 'Ån', 'Ängen', 'Öland']
    """
    return name.casefold().translate(str.maketrans("åäö", "{|}"))


def translate(text: Text | str, language: Language) -> str:
    """Give a text in one language, and a name as it is."""
    return text if isinstance(text, str) else text.in_language(language)


def _hold(number: str, sentence: str) -> str:
    """Keep a number and its noun on one line."""
    return sentence.replace(f"{number} ", f"{number}{HARD_SPACE}")


def _local(moment: str) -> tuple[datetime, Text]:
    """Give the time in Sweden, or in UTC where the computer has no table of time zones."""
    stamp = datetime.fromisoformat(moment)
    stamp = stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    try:
        return stamp.astimezone(ZoneInfo(TIME_ZONE)), say("report_swedish_time")
    except ZoneInfoNotFoundError:
        return stamp.astimezone(UTC), Text(sv="UTC", en="UTC")
