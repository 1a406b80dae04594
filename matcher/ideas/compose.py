"""The map of a coalition's ideas and needs, from its members' words to themes and pairs."""

from collections.abc import Sequence

from matcher.embedding.port import Embedder
from matcher.ideas.drafts import Draft, draft_cards
from matcher.ideas.grouping import group_cards, place_cards
from matcher.ideas.labels import Labeller
from matcher.ideas.pairing import choose_pairs, find_matches
from matcher.ideas.positions import project_cards
from models.idea_maps import CardKind, HelpingPair, Idea, IdeaCard, IdeaMap, Theme
from models.ports.progress import Progress
from models.scores import CoalitionMembers
from models.seasons import Season


def draw_idea_map(
    season: Season,
    coalition: CoalitionMembers,
    ideas: Sequence[Idea],
    embedder: Embedder,
    progress: Progress,
) -> IdeaMap:
    """Map what the members of a coalition need, offer and think of.

    Parameters
    ----------
    season : Season
    coalition : CoalitionMembers
        Whose members' `seeks` and `offers` are read, in any order.
    ideas : sequence of Idea
        What was written in meetings, by members or by nobody in particular.

    Returns
    -------
    IdeaMap
        Without cards where nobody sought, offered or wrote anything.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    drafts = draft_cards(season, coalition.members, ideas)
    if not drafts:
        return IdeaMap(
            coalition=coalition.id, cards=(), themes=(), others=(), pairs=(), unpaired=()
        )
    vectors, likeness = place_cards(drafts, embedder, progress)
    groups = group_cards(likeness)
    themes = sorted((rows for rows in groups if len(rows) > 1), key=lambda rows: (-len(rows), rows))
    at_large = [" ".join((actor.description, actor.offers, actor.seeks)) for actor in season.actors]
    labels = Labeller(drafts, vectors, at_large, embedder, progress).name(themes)
    alone = [rows[0] for rows in groups if len(rows) == 1]
    order = [*(row for rows in themes for row in rows), *alone]
    number = {row: place for place, row in enumerate(order, start=1)}
    home: dict[int, int] = {row: t for t, rows in enumerate(themes, start=1) for row in rows}
    matches = find_matches(drafts, embedder, progress)
    pairs = choose_pairs(matches, drafts, [home.get(row) for row in range(len(drafts))])
    plane = project_cards(vectors)
    return IdeaMap(
        coalition=coalition.id,
        cards=tuple(
            _to_card(number[row], drafts[row], float(plane[row, 0]), float(plane[row, 1]))
            for row in order
        ),
        themes=tuple(
            Theme(number=t, label=label, cards=tuple(number[row] for row in rows))
            for t, (label, rows) in enumerate(zip(labels, themes, strict=True), start=1)
        ),
        others=tuple(number[row] for row in alone),
        pairs=tuple(
            HelpingPair(
                offer=number[pair.offer],
                need=number[pair.need],
                fit=pair.fit,
                theme=home.get(pair.need),
            )
            for pair in pairs
        ),
        unpaired=_unpaired(drafts, {row for pair in pairs for row in (pair.offer, pair.need)}),
    )


def _to_card(number: int, draft: Draft, x: float, y: float) -> IdeaCard:
    shown = draft.shown
    return IdeaCard(
        number=number,
        kind=draft.kind,
        text=draft.text,
        author=draft.author,
        actor_id=None if shown is None else shown.id,
        name=None if shown is None else shown.name,
        x=x,
        y=y,
    )


def _unpaired(drafts: Sequence[Draft], paired: set[int]) -> tuple[str, ...]:
    """Give the shown members who offer or seek something and are in no pair."""
    stated = {draft.shown.id for draft in drafts if draft.shown and draft.kind is not CardKind.IDEA}
    reached = {draft.shown.id for row in paired if (draft := drafts[row]).shown}
    return tuple(sorted(stated - reached))
