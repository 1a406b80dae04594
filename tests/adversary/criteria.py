"""What a coalition is worth, written from the contract alone: slowly, and nothing shared."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from matcher.core.fits import Fits
from models.challenges import Challenge, Scope
from models.seasons import Season
from tests.kit.places import haversine_km

NOTHING_TO_JUDGE = 0.5
DEFAULT_WEIGHTS = {
    "relevance": 1.0,
    "sector_diversity": 1.0,
    "geographic_spread": 0.5,
    "novelty": 0.5,
    "wishes": 0.5,
    "turn": 0.25,
    "complementarity": 0.25,
    "coverage": 0.5,
    "availability": 0.5,
}
Value = Callable[["Words", Challenge, Sequence[int]], float]


class Words:
    """A season, its fits, and who is tied to whom."""

    def __init__(self, season: Season, fits: Fits) -> None:
        self.season, self.actors = season, season.actors
        self.relevance, self.facets = fits.relevance.tolist(), fits.facets
        self.offers = None if fits.offers is None else fits.offers.table.tolist()
        index = {actor.id: i for i, actor in enumerate(season.actors)}
        self.ties = {frozenset((index[tie.actor_a], index[tie.actor_b])) for tie in season.ties}
        self.column = {challenge.id: c for c, challenge in enumerate(season.challenges)}
        self.km = [
            [haversine_km(one.place, other.place) for other in season.actors]
            for one in season.actors
        ]
        self.times = sorted({time for actor in season.actors for time in actor.available})

    def are_tied(self, one: int, other: int) -> bool:
        return frozenset((one, other)) in self.ties


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def blau(labels: Sequence[object], kinds: int) -> float:
    """Give B(labels, K)."""
    n = len(labels)
    if n < 2:
        return NOTHING_TO_JUDGE
    if kinds < 2:
        return 0.0
    index = 1 - sum((count / n) ** 2 for count in Counter(labels).values())
    evenly = [n // kinds + (1 if kind < n % kinds else 0) for kind in range(kinds)]
    return min(1.0, index / (1 - sum((count / n) ** 2 for count in evenly)))


def relevance(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    return mean([words.relevance[a][words.column[challenge.id]] for a in members])


def sector_diversity(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    return blau([words.actors[a].sector for a in members], 4)


def geographic_spread(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    places = [words.actors[a].place for a in members]
    is_national = challenge.scope is Scope.NATIONAL
    areas = [place.county if is_national else place.municipality for place in places]
    if len(members) < 2:
        far = NOTHING_TO_JUDGE
    else:
        km = mean([words.km[one][other] for one, other in combinations(members, 2)])
        far = min(1.0, km / challenge.reference_km)
    return blau(areas, challenge.areas) / 2 + far / 2


def novelty(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    pairs = list(combinations(members, 2))
    if not pairs:
        return NOTHING_TO_JUDGE
    return mean([0.0 if words.are_tied(*pair) else 1.0 for pair in pairs])


def wishes(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    worth = []
    for a in members:
        wished = words.actors[a].wishes
        if not wished:
            worth.append(0.5)
        elif challenge.id in wished:
            worth.append(1 - wished.index(challenge.id) / len(wished))
        else:
            worth.append(0.0)
    return mean(worth)


def turn(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    return mean([min(1.0, words.actors[a].passed_over / 3) for a in members])


def complementarity(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    assert words.offers is not None
    got = []
    for a in members:
        if words.actors[a].seeks:
            helpers = [b for b in members if b != a and words.actors[b].offers]
            got.append(max((words.offers[a][b] for b in helpers), default=0.0))
    return mean(got) if got else NOTHING_TO_JUDGE


def coverage(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    if not challenge.facets:
        return NOTHING_TO_JUDGE
    fits = words.facets[challenge.id]
    return mean([max(float(fits[a][f]) for a in members) for f in range(len(challenge.facets))])


def availability(words: Words, challenge: Challenge, members: Sequence[int]) -> float:
    free = [words.actors[a].available for a in members]
    shares = [mean([1.0 if not f or time in f else 0.0 for f in free]) for time in words.times]
    return mean(sorted(shares, reverse=True)[:4])


VALUES: dict[str, Value] = {
    "relevance": relevance,
    "sector_diversity": sector_diversity,
    "geographic_spread": geographic_spread,
    "novelty": novelty,
    "wishes": wishes,
    "turn": turn,
    "complementarity": complementarity,
    "coverage": coverage,
    "availability": availability,
}


def weights_in_use(season: Season) -> dict[str, float]:
    """Give the positive weights of the criteria whose data are there."""
    actors = season.actors
    has_data = {
        "wishes": any(actor.wishes for actor in actors),
        "turn": any(actor.passed_over for actor in actors),
        "complementarity": any(a.seeks for a in actors) and any(a.offers for a in actors),
        "coverage": any(challenge.facets for challenge in season.challenges),
        "availability": any(actor.available for actor in actors),
    }
    weights = DEFAULT_WEIGHTS | {each.criterion: each.weight for each in season.weights}
    return {k: w for k, w in weights.items() if w > 0 and has_data.get(k, True)}
