"""Words for a place that is no single one: the whole country, or the net."""

from data.reference.countries import NAMES
from data.reference.names import fold

_WORDS = """
hela landet|hela riket|riket|hela sverige|sverigeövergripande|nationellt|nationell|rikstäckande|
landsomfattande|överallt|hela landet och digitalt|digitalt|digital|endast digitalt|helt digitalt|
online|på nätet|nätet|webben|internet|virtuellt|distans|på distans|flera orter|olika orter|
flera kommuner|hela norden|
whole country|the whole country|nationwide|national|countrywide|all over the country|everywhere|
remote|virtual|the web|web|digital only|online only|
hele landet|landsdekkende|landsdækkende|nasjonalt|nasjonal|nationalt|på nett|
koko maa|valtakunnallinen|valtakunnallisesti|etänä|verkossa|
ganzes land|das ganze land|bundesweit|deutschlandweit|landesweit|österreichweit|schweizweit|
überregional|im netz
"""
_WHOLE = ("hela {}", "whole of {}", "all of {}", "hele {}", "koko {}", "ganz {}", "all {}")
_KNOWN = frozenset(fold(word) for word in _WORDS.replace("\n", "").split("|") if word)


def is_whole_country(written: str, country: str) -> bool:
    """Say whether a cell means a whole country or no place at all, such as the net.

    Examples
    --------
    >>> is_whole_country("Hela landet", "SE"), is_whole_country("Lund", "SE")
    (True, False)
    """
    name = fold(written).strip(" .!")
    return name in _KNOWN or name in _names_of(country)


def _names_of(country: str) -> frozenset[str]:
    """Give a country's own names, alone and after a word for whole."""
    if country not in NAMES:
        return frozenset()
    own = {fold(name) for name in (NAMES[country].sv, NAMES[country].en, *_OWN.get(country, ()))}
    return frozenset({*own, *(form.format(name) for form in _WHOLE for name in own)})


_OWN = {
    "DE": ("Deutschland",),
    "AT": ("Österreich",),
    "CH": ("Schweiz",),
    "DK": ("Danmark",),
    "FI": ("Suomi",),
    "NO": ("Norge", "Noreg"),
}
