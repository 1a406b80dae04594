"""Addresses and telephone numbers in free texts, however people write them.

An address may be spaced out ("info @ example.se") and have its signs in words, in or without
brackets ("info (at) example punkt se"). A telephone number is six digits or more, five after
a word that announces one, with what is usual between them in any country. What other figures
mean (`models.figures`) is none.
"""

import re
from collections.abc import Iterator

from models.figures import is_figure, is_point_in_time

_REACH = 120
"""Characters before a sign that its name is looked for in."""

_ODD = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)}
_ODD |= {ord(letter): "-" for letter in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"}
_ODD |= {ord(letter): " " for letter in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"}
_ODD |= {ord("﹫"): "@"} | {ord(letter): "." for letter in "·\u2024\u3002"}
"""Letters that stand for others: one for one, so that places stay."""

_SIGN_WORDS = "snabel-?a|krøllalfa|alfakrøll|klammeraffe|affenschwanz|miukumauku|ät-merkki"
_DOT_WORDS = "dot|punkt|punktum|prick|piste"
_BETWEEN = r"[\s_*|~-]{1,3}"
_NAMED = r"[^\W_][\w-]*"
_SPELT = r"(?:[\w.]\s){3,}"
_DOT = (
    rf"(?:\.|\s\.\s|\s?[(\[{{<]\s?(?:\.|{_DOT_WORDS})\s?[)\]}}>]\s?"
    rf"|{_BETWEEN}(?:{_DOT_WORDS}){_BETWEEN})"
)
_HOST = rf"{_NAMED}(?:{_DOT}[\w-]{{1,63}}){{1,4}}"
_SIGN = re.compile(
    rf"@|&#0*64;|&#x40;|&commat;|%40|[(\[{{<]\s?(?:a\s?t|ät|{_SIGN_WORDS})\s?[)\]}}>]"
    rf"|(?<=\S)[(\[{{<]a[)\]}}>](?=\S)|[(\[{{<]\s?a\s?[)\]}}>](?=\s?{_HOST})"
    rf"|[\"'“”’]?\b(?:{_SIGN_WORDS})\b[\"'“”’]?"
    rf"|(?<=[^\W_]){_BETWEEN}(?:at|ät){_BETWEEN}(?={_HOST})",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    rf"(?:(?<!\S){_SPELT}|(?:[\w.+-]{{1,64}}{_DOT}){{0,3}}\S+\s{{0,2}})$", re.IGNORECASE
)
_HOST_AFTER = re.compile(rf"\s{{0,2}}(?:{_SPELT}\w(?!\w)|{_HOST}|\S+)", re.IGNORECASE)
_IS_HANDLE = re.compile(rf"@(?={_NAMED})(?!{_HOST})", re.IGNORECASE)

_GAP = r"[\s()/._|*~-]{0,4}"
_NUMBER = re.compile(rf"(?:\(\s?)?(?:\+\s?)?(?:\(\s?)?\d(?:{_GAP}\d){{4,}}")
_DIGIT_WORDS = (
    "noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio"
    "|zero|oh|one|two|three|four|five|six|seven|eight|nine"
)
_IN_WORDS = re.compile(
    rf"(?<![\w+])(?:noll|zero|oh|0\d{{0,3}}|\+\d{{1,3}})(?:[\s,.-]{{1,2}}(?:{_DIGIT_WORDS}|\d{{1,4}})"
    r"(?!\w)){3,}",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:\btel|tfn|telefon\w*|\btele?(?:nr|nummer)|phone|mobil(?:en|e|nr|nummer|telefon\w*)?|\bmob"
    r"|\bring(?:a|er|s)?|\bsms(?::?a)?|\bcall|\bfax|växeln?|\bnås|\btlf|\bgsm"
    r"|\banruf\w*|rufnummer|\bpuh\w*)(?!\w)"
    r"(?:[\s.:]+(?:oss|på|us|on|at|uns|nr|nummer|number|under))*[\s.:()+]*$",
    re.IGNORECASE,
)
_FEWEST = 6
"""Digits of a telephone number that nothing announces."""
_ANNOUNCING = 40
"""Characters before a number that a word which announces it is looked for in."""
_FIGURES = re.compile(r"(?:[\d\s()/._|:-]|(?:(?<=\d)|^),(?=\d))*")
"""What is written together with digits, of which some may be a figure of another kind."""


def find_contact_details(text: str) -> list[tuple[int, int]]:
    """Find where a text has addresses and telephone numbers, in order and apart.

    Examples
    --------
    >>> text = "Ring 070-123 45 67 eller skriv till eva (at) kultur punkt se."
    >>> [text[start:end] for start, end in find_contact_details(text)]
    ['070-123 45 67', 'eva (at) kultur punkt se']
    """
    plain = text.translate(_ODD)
    apart: list[tuple[int, int]] = []
    for start, end in sorted([*_find_addresses(plain), *_find_numbers(plain)]):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Find signs, each with the name before it and the host after it."""
    done = 0
    for sign in _SIGN.finditer(text):
        start, end = sign.span()
        if start < done:
            continue
        is_handle = _IS_HANDLE.match(text, start) and text[start - 1 : start].strip() == ""
        name = None if is_handle else _NAME_BEFORE.search(text[max(0, start - _REACH) : start])
        host = _HOST_AFTER.match(text, end)
        done = host.end() if host else end
        done -= len(text[start:done]) - len(text[start:done].rstrip(" .,;:!?"))
        yield start - (len(name[0]) if name else 0), max(done, end)


def _find_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find telephone numbers, each with what it is written together with."""
    for spelt in _IN_WORDS.finditer(text):
        if any(letter.isalpha() for letter in spelt[0]):
            yield spelt.span()
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if not _is_other(match[0], before, after):
            yield start - _glued(before), end


def _is_other(number: str, before: str, after: str) -> bool:
    """Say whether it is no telephone number: a date, a sum, too short."""
    if before[-1:].isalpha():
        number = number.lstrip("+ ")
    written = _written_around(before, after)
    whole = written[0] + number + written[1]
    is_announced = bool(_ANNOUNCED.search(before[-_ANNOUNCING:]))
    if is_point_in_time(whole):
        return True
    if is_announced:
        return False
    if sum(letter.isdigit() for letter in number) < _FEWEST:
        return True
    return is_figure(whole, before[: len(before) - len(written[0])], after[len(written[1]) :])


def _written_around(before: str, after: str) -> tuple[str, str]:
    """Give the digits and signs that stand before and after a number without a break."""
    following = _FIGURES.match(after)
    preceding = _FIGURES.match(before[::-1])
    head = preceding[0][::-1] if preceding else ""
    tail = following[0] if following else ""
    return head.lstrip(" .,;:()-/"), tail.rstrip(" .,;:()-/")


def _glued(before: str) -> int:
    """Count the characters at an end that no space parts from what follows."""
    return 0 if before[-1:].isspace() or not before else len(before.rsplit(None, 1)[-1])
