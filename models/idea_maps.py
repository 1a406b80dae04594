"""The map of a coalition's ideas and needs: cards, their themes, who could help whom."""

from enum import StrEnum

from pydantic import Field

from models.frozen import Frozen
from models.text import Text


class CardKind(StrEnum):
    """What a card says; the order is the order of every table and picture."""

    NEED = "need"
    OFFER = "offer"
    IDEA = "idea"

    @property
    def text(self) -> Text:
        """Name of the kind for people."""
        return _TITLES[self]


_TITLES = {
    CardKind.NEED: Text(sv="behov", en="need"),
    CardKind.OFFER: Text(sv="erbjudande", en="offer"),
    CardKind.IDEA: Text(sv="idé", en="idea"),
}


class Author(StrEnum):
    """Whose a card is."""

    MEMBER = "member"
    HIDDEN = "hidden"
    """A member who is not shown to others: its card stands without a name."""
    GROUP = "group"


class Idea(Frozen):
    """What somebody wrote in a meeting; without an actor it is the group's."""

    kind: CardKind
    text: str = Field(min_length=1)
    actor_id: str | None = None


class IdeaCard(Frozen):
    """One card.

    Attributes
    ----------
    number : int
        Its place in the list of cards, from 1.
    text : str
        Without addresses, telephone numbers and names of hidden actors.
    author : Author
    actor_id, name : str or None
        Of a member who may be shown; else None.
    x, y : float
        Where it lies, each from 0 to 1: near cards mean like things.
    """

    number: int = Field(ge=1)
    kind: CardKind
    text: str
    author: Author
    actor_id: str | None
    name: str | None
    x: float
    y: float


class HelpingPair(Frozen):
    """An offer that meets a need of another member; both are cards by their numbers.

    `fit`, from 0 to 1, is of the same scale as `complementarity`. `theme` is the need's, None
    where it stands among the others.
    """

    offer: int
    need: int
    fit: float
    theme: int | None


class Theme(Frozen):
    """Cards that speak of the same thing, by their numbers; `label` is one to three of their words.

    `number` counts from 1, the largest theme first.
    """

    number: int = Field(ge=1)
    label: str
    cards: tuple[int, ...] = Field(min_length=2)


class IdeaMap(Frozen):
    """The map of one coalition.

    Attributes
    ----------
    coalition : str
    cards : tuple of IdeaCard
        By theme, and in it by kind.
    themes : tuple of Theme
    others : tuple of int
        Cards that are like no other.
    pairs : tuple of HelpingPair
        The best fit first.
    unpaired : tuple of str
        Ids of the shown members who offer or seek something and are in no pair, since none of
        theirs fits well enough.
    """

    coalition: str
    cards: tuple[IdeaCard, ...]
    themes: tuple[Theme, ...]
    others: tuple[int, ...]
    pairs: tuple[HelpingPair, ...]
    unpaired: tuple[str, ...]
