"""Who could help whom: offers beside needs that they fit, spread over the members."""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from matcher.core.arrays import Floats
from matcher.core.fits import CLOSE
from matcher.embedding.comparison import compare_profiles, read_profiles, read_questions
from matcher.embedding.passages import Passage
from matcher.embedding.port import Embedder
from matcher.embedding.scales import scale_of
from matcher.ideas.drafts import Draft
from models.canonical import DECIMALS
from models.idea_maps import CardKind
from models.ports.progress import Progress

FEW = 3
"""Pairs of one theme at most, beside those that give a member its only one."""


@dataclass(frozen=True, order=True)
class Match:
    """An offer and a need by their places among the cards; `loss` is 1 less their fit."""

    loss: float
    offer: int
    need: int

    @property
    def fit(self) -> float:
        """How well the offer meets the need."""
        return round(1 - self.loss, DECIMALS)


def find_matches(
    drafts: Sequence[Draft], embedder: Embedder, progress: Progress
) -> tuple[Match, ...]:
    """Find every offer that fits a need of another member, both shown by name, best first.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    shown = [i for i, draft in enumerate(drafts) if draft.shown is not None]
    offers = [i for i in shown if drafts[i].kind is CardKind.OFFER]
    needs = [i for i in shown if drafts[i].kind is CardKind.NEED]
    if not offers or not needs:
        return ()
    fits = _fit([drafts[i] for i in offers], [drafts[j] for j in needs], embedder, progress)
    return tuple(
        sorted(
            Match(round(1 - float(fits[row, column]), DECIMALS), i, j)
            for row, i in enumerate(offers)
            for column, j in enumerate(needs)
            if drafts[i].actor != drafts[j].actor and fits[row, column] >= CLOSE
        )
    )


def choose_pairs(
    matches: Sequence[Match], drafts: Sequence[Draft], themes: Sequence[int | None]
) -> tuple[Match, ...]:
    """Choose pairs so that each member with a match has one, then a few more of each theme.

    Parameters
    ----------
    matches : sequence of Match
        The best first.
    drafts : sequence of Draft
    themes : sequence
        Each card's theme; a pair is of its need's.

    Returns
    -------
    tuple of Match
        The best first. No two members stand in it twice with the same one helping.

    Notes
    -----
    First a matching of members that reaches as many as possible and, of those, fits best in
    sum (Edmonds 1965), so that nobody popular takes all; then the best match of whoever it left
    out; then the best of the rest.
    """
    best: dict[tuple[str, str], Match] = {}
    for match in matches:
        helper, seeker = _members(match, drafts)
        best.setdefault((min(helper, seeker), max(helper, seeker)), match)
    graph = nx.Graph()
    graph.add_nodes_from(sorted({id_ for pair in best for id_ in pair}))
    for (one, other), match in sorted(best.items()):
        graph.add_edge(one, other, weight=round(match.fit * 10**DECIMALS))
    matched = nx.max_weight_matching(graph, maxcardinality=True)
    chosen = sorted(best[min(pair), max(pair)] for pair in matched)
    reached = {id_ for match in chosen for id_ in _members(match, drafts)}
    for match in matches:
        if not reached.issuperset(_members(match, drafts)):
            chosen.append(match)
            reached.update(_members(match, drafts))
    helped = {_members(match, drafts) for match in chosen}
    for match in matches:
        theme = themes[match.need]
        count = sum(themes[other.need] == theme for other in chosen)
        if count < FEW and _members(match, drafts) not in helped:
            chosen.append(match)
            helped.add(_members(match, drafts))
    return tuple(sorted(chosen))


def _members(match: Match, drafts: Sequence[Draft]) -> tuple[str, str]:
    """Give the ids of who helps and of who is helped."""
    helper, seeker = drafts[match.offer].actor, drafts[match.need].actor
    assert helper is not None
    assert seeker is not None
    return helper.id, seeker.id


def _fit(
    offers: Sequence[Draft], needs: Sequence[Draft], embedder: Embedder, progress: Progress
) -> Floats:
    """Give the fit of each offer to each need, (O, N), as `complementarity` maps it."""
    profiles = read_profiles(
        [[Passage("offers", (draft.text,))] for draft in offers],
        embedder,
        progress,
        [draft.language for draft in offers],
    )
    asked = read_questions(
        [draft.text for draft in needs], embedder, progress, [draft.language for draft in needs]
    )
    view = compare_profiles(profiles, asked, may_quote=True).view
    fits: Floats = np.round(scale_of(embedder).to_fit(view), DECIMALS)
    return fits
