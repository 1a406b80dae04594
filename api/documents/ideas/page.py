"""From idea maps to one HTML page that needs nothing beside itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from api.show.ideas import draw_ideas, draw_kind
from api.show.naming import name_coalition
from api.show.templating import environment, speech
from models.idea_maps import Author, CardKind, HelpingPair, IdeaCard, IdeaMap
from models.messages import say
from models.seasons import Season
from models.text import Language, Text

TEMPLATES = Path(__file__).with_name("templates")


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
    """Everything that the page says of one coalition."""

    anchor: str
    title: str
    picture: Markup
    groups: tuple[CardGroup, ...]
    pairs: tuple[PairRow, ...]
    unpaired: tuple[str, ...]
    has_hidden: bool


def render_ideas(season: Season, maps: Sequence[IdeaMap], language: Language) -> str:
    """Write idea maps as one HTML page.

    Parameters
    ----------
    season : Season
        Whose coalitions the maps are of.
    maps : sequence of IdeaMap
    language : Language
        Of everything but the members' own words.

    Returns
    -------
    str
        The page, without scripts and without anything to fetch. The same input gives the same
        text. The members see it, so nothing in it names an actor who is not to be shown.
    """
    page = (
        environment(TEMPLATES)
        .get_template("ideas.html.j2")
        .render(
            **speech(language),
            season=season,
            sections=[_section(i, season, each, language) for i, each in enumerate(maps, start=1)],
            kinds=list(CardKind),
            kind_symbols={kind.value: draw_kind(kind) for kind in CardKind},
            who=lambda card: name_author(card).in_language(language),
        )
    )
    return f"{page}\n"


def name_author(card: IdeaCard) -> Text:
    """Name whose a card is: a member, the group, or nobody in particular."""
    if card.name is not None:
        return Text.same(card.name)
    return say("ideas_group" if card.author is Author.GROUP else "ideas_hidden")


def _section(number: int, season: Season, ideas: IdeaMap, language: Language) -> IdeaSection:
    anchor = f"ideas-{number}"
    title = name_coalition(season, ideas.coalition)
    cards = {card.number: card for card in ideas.cards}
    names = {card.actor_id: card.name for card in ideas.cards if card.name is not None}
    return IdeaSection(
        anchor=anchor,
        title=title,
        picture=draw_ideas(anchor, title, ideas, language) if ideas.cards else Markup(""),
        groups=group_by_theme(ideas, language),
        pairs=tuple(PairRow(pair, cards[pair.offer], cards[pair.need]) for pair in ideas.pairs),
        unpaired=tuple(str(names[id_]) for id_ in ideas.unpaired),
        has_hidden=any(card.author is Author.HIDDEN for card in ideas.cards),
    )


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
