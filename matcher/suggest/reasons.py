"""Why a partner is suggested: every part of the score in words, and the way to it."""

from collections.abc import Sequence
from math import isnan

from matcher.core.fits import CLOSE
from matcher.suggest.parts import PartKey
from matcher.suggest.paths import Way
from models.actors import Actor
from models.canonical import round_number
from models.numbers import decimal
from models.suggestions import SuggestionReason, Taste
from models.text import Text

ALIKE = 0.5
"""From this kinship on words are said to be about kindred things: the middle of its map."""

DOUBT = 0.1
"""How far above `CLOSE` a fit has to be before it is told as one: it is an estimate by whole
texts of what `complementarity` finds sentence by sentence, which then says so, too."""
FITTING = CLOSE + DOUBT

PATH = "path"
"""The criterion that no score counts; its value is 1 ÷ the number of ties on the way."""


def tell_kinship(value: float) -> Text:
    """Say how kindred two actors' words are."""
    return (_KINDRED if value >= ALIKE else _UNLIKE).format(value=decimal(value))


def tell_fit(key: PartKey, value: float, is_stated: bool, theirs: str, yours: str) -> Text:
    """Say how one side's offers fit what the other seeks, in their words.

    Parameters
    ----------
    key : PartKey
        OFFERS for the partner's offers, SEEKS for what the partner seeks.
    is_stated : bool
        Whether the partner states anything.
    theirs, yours : str
        Excerpts of what the partner and the asker state, or nothing.
    """
    fitting, uncertain, unstated = _FITS[key]
    if not is_stated:
        return unstated
    told = (fitting if value >= FITTING else uncertain).format(value=decimal(value))
    if theirs and yours:
        return _BY_BOTH.format(told=told, theirs=theirs, yours=yours)
    return _BY_ONE.format(told=told, theirs=theirs) if theirs else _ALONE.format(told=told)


def tell_sector(partner: Actor, is_other: bool) -> Text:
    """Say whether the partner is of another sector."""
    return (_OTHER if is_other else _SAME).format(sector=partner.sector.text)


def tell_novelty(is_new: bool) -> Text:
    """Say whether the partner is new."""
    return _NEW if is_new else _KNOWN


def tell_distance(value: float, km: float, taste: Taste) -> Text:
    """Say how far away the partner is, and how that meets the taste."""
    if isnan(km):
        return _NOWHERE.format(value=decimal(value))
    return _DISTANCES[taste].format(km=decimal(km, 0), value=decimal(value))


def tell_way(way: Way, actors: Sequence[Actor]) -> SuggestionReason:
    """Say over whom the partner can be reached."""
    names = [actors[a].name for a in way.middlemen]
    if len(names) == 2:
        text = _CHAIN.format(one=names[0], other=names[1])
    elif way.others:
        text = _BOTH_AND.format(one=names[0], count=way.others)
    else:
        text = _BOTH.format(one=names[0])
    return SuggestionReason(criterion=PATH, value=round_number(1 / way.steps), text=text)


_NOWHERE = Text(
    sv="En av er verkar i hela landet, så avståndet räknas inte ({value} av 1).",
    en="One of you works in the whole country, so distance does not count ({value} of 1).",
)
_KINDRED = Text(
    sv="Era ord handlar om närliggande saker ({value} av 1).",
    en="Your words are about kindred things ({value} of 1).",
)
_UNLIKE = Text(
    sv="Era ord handlar mest om skilda saker ({value} av 1).",
    en="Your words are mostly about different things ({value} of 1).",
)
_FITS = {
    PartKey.OFFERS: (
        Text(
            sv="De erbjuder sådant som ni söker ({value} av 1)",
            en="They offer what you seek ({value} of 1)",
        ),
        Text(
            sv="Så nära ligger det som de erbjuder vad ni söker: {value} av 1",
            en="So near is what they offer to what you seek: {value} of 1",
        ),
        Text(sv="De säger inte vad de erbjuder.", en="They do not say what they offer."),
    ),
    PartKey.SEEKS: (
        Text(
            sv="De söker sådant som ni erbjuder ({value} av 1)",
            en="They seek what you offer ({value} of 1)",
        ),
        Text(
            sv="Så nära ligger det som de söker vad ni erbjuder: {value} av 1",
            en="So near is what they seek to what you offer: {value} of 1",
        ),
        Text(sv="De säger inte vad de söker.", en="They do not say what they seek."),
    ),
}
_BY_BOTH = Text(
    sv="{told} – de: ”{theirs}”; ni: ”{yours}”.", en="{told} – they: “{theirs}”; you: “{yours}”."
)
_BY_ONE = Text(sv="{told} – de: ”{theirs}”.", en="{told} – they: “{theirs}”.")
_ALONE = Text(sv="{told}.", en="{told}.")
_OTHER = Text(sv="Från en annan sektor: {sector}.", en="From another sector: {sector}.")
_SAME = Text(sv="Från samma sektor: {sector}.", en="From the same sector: {sector}.")
_NEW = Text(sv="Ni känner inte varandra än.", en="You do not know each other yet.")
_KNOWN = Text(sv="Ni känner redan varandra.", en="You know each other already.")
_DISTANCES = {
    Taste.NEAR: Text(
        sv="Det är {km} km mellan er, och ni ville ha nära ({value} av 1).",
        en="You are {km} km apart and asked for near ({value} of 1).",
    ),
    Taste.FAR: Text(
        sv="Det är {km} km mellan er, och ni ville ha långt ({value} av 1).",
        en="You are {km} km apart and asked for far ({value} of 1).",
    ),
}
_BOTH = Text(sv="Ni känner båda {one}.", en="You both know {one}.")
_BOTH_AND = Text(
    sv="Ni känner båda {one} och {count} till.", en="You both know {one} and {count} more."
)
_CHAIN = Text(
    sv="Ni känner {one}, som känner {other}, som känner dem.",
    en="You know {one}, who knows {other}, who knows them.",
)
