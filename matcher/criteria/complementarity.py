"""How well what members offer meets what other members seek."""

import numpy as np

from matcher.core.arrays import Bools, Ints
from matcher.core.fits import CLOSE
from matcher.core.pool import Pool
from matcher.criteria.criterion import Criterion
from matcher.criteria.shapes.help import Help
from matcher.criteria.shapes.linear import Linear
from matcher.criteria.term import NOTHING_TO_JUDGE, Term
from models.actors import Actor
from models.challenges import Challenge
from models.text import Text
from models.viewers import is_hidden


def _seeks(pool: Pool) -> Bools:
    return np.array([bool(actor.seeks) for actor in pool.season.actors])


def terms(pool: Pool, challenge: Challenge) -> tuple[Term, ...]:
    """Mean over those who seek of the best fit of another member's offers."""
    if pool.fits.offers is None:
        return (Linear(np.full(pool.size, NOTHING_TO_JUDGE)),)
    return (Help(pool.fits.offers, _seeks(pool)),)


def describe(pool: Pool, challenge: Challenge, members: Ints) -> tuple[Text, ...]:
    """Say who offers what a member seeks; of one who seeks nothing, whom it helps most."""
    if pool.fits.offers is None:
        return (_UNREAD,) * len(members)
    actors = [pool.season.actors[a] for a in members.tolist()]
    met = Help(pool.fits.offers, _seeks(pool)).met(members)
    best, helpers = met.max(axis=1), met.argmax(axis=1)
    sentences = []
    for i, actor in enumerate(actors):
        helped = np.where(helpers == i, best, 0.0)
        seeker = i if actor.seeks else int(helped.argmax())
        if actor.seeks and best[i] == 0:
            sentences.append(_NOBODY.format(seeker=_name(actor)))
        elif actor.seeks or helped[seeker] > 0:
            sentence = _OFFERS if best[seeker] >= CLOSE else _NEAREST
            helper = actors[int(helpers[seeker])]
            named = {"helper": _name(helper, _HIDDEN_FIRST), "seeker": _name(actors[seeker])}
            sentences.append(sentence.format(**named))
        else:
            sentences.append(_SILENT.format(name=_name(actor, _HIDDEN_FIRST)))
    return tuple(sentences)


def _name(actor: Actor, instead: Text | None = None) -> Text:
    """Give an actor's name, or what stands for it where others may not see it."""
    return (instead or _HIDDEN) if is_hidden(actor) else Text.same(actor.name)


_HIDDEN = Text(sv="en medlem", en="a member")
_HIDDEN_FIRST = Text(sv="En medlem", en="A member")
_OFFERS = Text(
    sv="{helper} erbjuder det som {seeker} söker.", en="{helper} offers what {seeker} seeks."
)
_NEAREST = Text(
    sv="{helper} erbjuder det som ligger närmast vad {seeker} söker.",
    en="{helper} offers what is nearest to what {seeker} seeks.",
)
_NOBODY = Text(
    sv="Ingen annan erbjuder det som {seeker} söker.", en="Nobody else offers what {seeker} seeks."
)
_SILENT = Text(
    sv="{name} har inte sagt vad den söker, och andra hjälper dem som söker mer.",
    en="{name} has not said what it seeks, and others help those who seek more.",
)
_UNREAD = Text(
    sv="Vad medlemmarna erbjuder och söker är inte läst.",
    en="What the members offer and seek has not been read.",
)

CRITERION = Criterion(
    key="complementarity",
    title=Text(sv="ömsesidig hjälp", en="complementarity"),
    meaning=Text(
        sv="hur väl det som medlemmarna söker möts av vad andra medlemmar erbjuder",
        en="how well what members seek is met by what other members offer",
    ),
    position=70,
    default_weight=0.25,
    is_available=lambda season: (
        any(actor.seeks for actor in season.actors) and any(actor.offers for actor in season.actors)
    ),
    terms=terms,
    describe=describe,
    needs_fits=True,
)
