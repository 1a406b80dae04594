"""Idea maps as pages show them: the cards by theme, the pairs, and a picture."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from api.show.idea_pictures import draw_ideas
from api.show.naming import name_coalition
from models.idea_maps import Author, HelpingPair, IdeaCard, IdeaMap
from models.messages import say
from models.seasons import Season
from models.text import Language, Text


@dataclass(frozen=True)
class CardGroup:
    """A theme's cards under its name; without a number those that are like no other."""

    number: int | None
    label: str
    cards: tuple[IdeaCard, ...]


@dataclass(frozen=True)
class PairRow:
    """An offer beside the need that it could meet."""

    pair: HelpingPair
    offer: IdeaCard
    need: IdeaCard


@dataclass(frozen=True)
class IdeaSection:
    """Everything that a page says of one coalition's ideas; its members see it.

    An idea map names nobody who is hidden from others, so that anybody may read it.

    Attributes
    ----------
    number : int
        Its place on the page, from 1.
    """

    season: Season
    ideas: IdeaMap
    number: int
    language: Language

    @property
    def anchor(self) -> str:
        """Id of its place on a page."""
        return f"ideas-{self.number}"

    @cached_property
    def title(self) -> str:
        """What the coalition is called."""
        return name_coalition(self.season, self.ideas.coalition)

    @cached_property
    def picture(self) -> Markup:
        """The map as a picture; empty where there are no cards."""
        if not self.ideas.cards:
            return Markup("")
        return draw_ideas(self.anchor, self.title, self.ideas, self.language)

    @cached_property
    def groups(self) -> tuple[CardGroup, ...]:
        """The cards by theme."""
        return group_by_theme(self.ideas, self.language)

    @cached_property
    def pairs(self) -> tuple[PairRow, ...]:
        """Who could help whom."""
        cards = {card.number: card for card in self.ideas.cards}
        return tuple(
            PairRow(pair, cards[pair.offer], cards[pair.need]) for pair in self.ideas.pairs
        )

    @cached_property
    def unpaired(self) -> tuple[str, ...]:
        """Names of those who are in no pair."""
        names = {card.actor_id: card.name for card in self.ideas.cards if card.name is not None}
        return tuple(str(names[id_]) for id_ in self.ideas.unpaired)

    @property
    def has_hidden(self) -> bool:
        """Whether cards stand without their author's name."""
        return any(card.author is Author.HIDDEN for card in self.ideas.cards)


def name_author(card: IdeaCard) -> Text:
    """Name whose a card is: a member, the group, or nobody in particular."""
    if card.name is not None:
        return Text.same(card.name)
    return say("ideas_group" if card.author is Author.GROUP else "ideas_hidden")


def group_by_theme(ideas: IdeaMap, language: Language) -> tuple[CardGroup, ...]:
    """Give the cards by theme, those that are like no other last."""
    cards = {card.number: card for card in ideas.cards}
    groups = [
        CardGroup(theme.number, theme.label, tuple(cards[n] for n in theme.cards))
        for theme in ideas.themes
    ]
    if ideas.others:
        label = say("ideas_others").in_language(language)
        groups.append(CardGroup(None, label, tuple(cards[n] for n in ideas.others)))
    return tuple(groups)
