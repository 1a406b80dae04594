"""Proposed facets of a challenge."""

from models.frozen import Frozen


class ProposedFacet(Frozen):
    """A sub-need, in words that can stand in the column `facets`.

    Attributes
    ----------
    label : str
    actors : int
        How many actors' words fit it.
    coverage : float
        Mean fit, from 0 to 1, of the three actors that fit it best.
    best : tuple of str
        Ids of the three visible actors that fit it best, the best first.
    example : str
        What one of them says of it; empty where nothing may be shown.
    """

    label: str
    actors: int
    coverage: float
    best: tuple[str, ...]
    example: str


class ProposedFacets(Frozen):
    """What is proposed for one challenge, the facet that most actors speak of first.

    `near` is how many visible actors are near the challenge: the facets are in their words.
    """

    challenge_id: str
    near: int
    facets: tuple[ProposedFacet, ...]
