"""The cards of idea maps as plain rows."""

from collections import defaultdict
from collections.abc import Sequence

from api.show.ideas import group_by_theme, name_author
from models.idea_maps import IdeaMap
from models.messages import say
from models.text import Language

HEADERS = (
    "ideas_coalition",
    "ideas_theme",
    "ideas_number",
    "ideas_kind",
    "ideas_who",
    "ideas_says",
    "ideas_fits",
)


def idea_rows(maps: Sequence[IdeaMap], language: Language) -> list[list[str]]:
    """Give a row of headers and one for each card, with the numbers of the cards it fits with."""
    rows = [[say(code).in_language(language) for code in HEADERS]]
    for ideas in maps:
        fitting: dict[int, list[int]] = defaultdict(list)
        for pair in ideas.pairs:
            fitting[pair.offer].append(pair.need)
            fitting[pair.need].append(pair.offer)
        rows += [
            [
                ideas.coalition,
                group.label,
                str(card.number),
                card.kind.text.in_language(language),
                name_author(card).in_language(language),
                card.text,
                ", ".join(map(str, sorted(fitting[card.number]))),
            ]
            for group in group_by_theme(ideas, language)
            for card in group.cards
        ]
    return rows
