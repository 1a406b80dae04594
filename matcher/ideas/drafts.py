"""Cards before they are read: what members seek and offer, and what was written in meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.embedding.languages import language_of
from matcher.embedding.passages import split_passages
from models.actors import Actor
from models.discretion import Discretion
from models.idea_maps import Author, CardKind, Idea
from models.seasons import Season
from models.viewers import PUBLIC, is_hidden

_KINDS = list(CardKind)


@dataclass(frozen=True)
class Draft:
    """A card that has not been placed yet; `actor` is None for the group's."""

    kind: CardKind
    text: str
    actor: Actor | None
    language: str

    @property
    def author(self) -> Author:
        """Whose it is."""
        if self.actor is None:
            return Author.GROUP
        return Author.HIDDEN if is_hidden(self.actor) else Author.MEMBER

    @property
    def shown(self) -> Actor | None:
        """Its actor, where that may be named."""
        return self.actor if self.author is Author.MEMBER else None


def draft_cards(season: Season, members: Sequence[str], ideas: Sequence[Idea]) -> tuple[Draft, ...]:
    """Write the cards of a coalition in an order that does not depend on that of its members.

    Parameters
    ----------
    season : Season
    members : sequence of str
        Ids.
    ideas : sequence of Idea
        By members, or by nobody in particular.

    Returns
    -------
    tuple of Draft
        One for each sentence, or part of a list, of what a member seeks or offers, and one for
        each idea; what is said twice by the same actor in the same kind stands once. What
        hidden members seek and offer is left out, as are addresses, telephone numbers and
        names of hidden actors; what they wrote down in a meeting stands without a name.
    """
    discretion = Discretion.towards(PUBLIC, season.actors)
    actors = [season.actors[season.actor_index[id_]] for id_ in sorted(members)]
    spoken = {actor.id: language_of(_words_of(actor)) for actor in actors}
    known = sorted(set(spoken.values()))
    drafts: dict[tuple[CardKind, str, str], Draft] = {}

    def add(kind: CardKind, text: str, actor: Actor | None, language: str) -> None:
        shown = discretion.tidy(text)
        if any(letter.isalnum() for letter in shown):
            key = (kind, "" if actor is None else actor.id, shown.casefold())
            drafts.setdefault(key, Draft(kind, shown, actor, language))

    for actor in actors:
        if is_hidden(actor):
            continue
        for kind, text in ((CardKind.NEED, actor.seeks), (CardKind.OFFER, actor.offers)):
            for sentences in split_passages(text.replace(";", "\n")):
                add(kind, " ".join(sentences), actor, spoken[actor.id])
    for idea in ideas:
        author = None if idea.actor_id is None else season.actors[season.actor_index[idea.actor_id]]
        add(idea.kind, idea.text, author, _tell(idea.text, author, spoken, known))
    return tuple(sorted(drafts.values(), key=_order))


def _order(draft: Draft) -> tuple[int, str, str]:
    return _KINDS.index(draft.kind), "" if draft.actor is None else draft.actor.id, draft.text


def _words_of(actor: Actor) -> str:
    return " ".join((actor.description, actor.offers, actor.seeks))


def _tell(text: str, author: Actor | None, spoken: dict[str, str], known: list[str]) -> str:
    """Give a note's language: what it looks like, if a member speaks it; few words deceive."""
    told = language_of(text)
    if told in known or not known:
        return told
    return spoken[author.id] if author is not None else max(known, key=list(spoken.values()).count)
