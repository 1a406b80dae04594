"""A swap descent written apart from the engine, from the contract's formulas alone.

It knows what national seasons of the default criteria need: relevance, sectors, counties,
distances and ties, floors for sectors and for new contacts. A move replaces one member by
somebody who is not placed, or exchanges two members of two coalitions; the best move of all
is made until none gains. Slow, and with no part in common with what it judges.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from models.seasons import Season

EARTH_KM = 6371.0088
BARRED = -1e6
"""In place of T, for replacements that the floors forbid."""
WEIGHTS = {"relevance": 1.0, "sectors": 1.0, "spread": 0.5, "novelty": 0.5}


@dataclass(frozen=True, eq=False)
class Facts:
    """A season as arrays, by actor."""

    relevance: Floats
    sector: Ints
    county: Ints
    km: Floats
    tied: Bools
    floors: Ints
    areas: tuple[int, ...]
    reference_km: tuple[float, ...]
    balance: float

    @property
    def size(self) -> int:
        """Give the number of actors."""
        return len(self.sector)


def read_facts(season: Season, relevance: Floats) -> Facts:
    """Read a season whose only rules are the default ones and floors for sectors."""
    number = {actor.id: i for i, actor in enumerate(season.actors)}
    tied = np.zeros((len(number), len(number)), dtype=bool)
    for tie in season.ties:
        a, b = number[tie.actor_a], number[tie.actor_b]
        tied[a, b] = tied[b, a] = True
    sectors = ["public", "private", "civil_society", "academia"]
    floors = np.zeros(4, dtype=np.int64)
    for rule in season.rules:
        assert rule.kind == "sector_floor" and rule.challenge is None and rule.strength is None
        keys = {key.name: key.value for key in rule.keys}
        floors[sectors.index(str(keys["sector"]))] = keys["min"]
    counties = sorted({actor.place.county for actor in season.actors})
    lat = np.radians([actor.place.lat for actor in season.actors])
    lon = np.radians([actor.place.lon for actor in season.actors])
    half = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return Facts(
        relevance=relevance,
        sector=np.array([sectors.index(str(actor.sector)) for actor in season.actors]),
        county=np.array([counties.index(actor.place.county) for actor in season.actors]),
        km=2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))),
        tied=tied,
        floors=floors,
        areas=tuple(challenge.areas for challenge in season.challenges),
        reference_km=tuple(challenge.reference_km for challenge in season.challenges),
        balance=season.balance,
    )


def blau(counts: Floats, n: int, labels: int) -> Floats:
    """Give B of counts by label on the last axis."""
    if labels < 2:
        return np.zeros(counts.shape[:-1])
    full, over = divmod(n, labels)
    largest = 1 - (over * (full + 1) ** 2 + (labels - over) * full**2) / n**2
    index: Floats = np.minimum(1, (1 - (counts**2).sum(axis=-1) / n**2) / largest)
    return index


def total(facts: Facts, k: int, members: Sequence[int]) -> float:
    """Give T of a coalition from scratch."""
    m, n = np.array(members), len(members)
    pairs = n * (n - 1) / 2
    inside = np.ix_(m, m)
    spread = min(1.0, facts.km[inside].sum() / 2 / pairs / facts.reference_km[k])
    counties = np.bincount(facts.county[m], minlength=facts.county.max() + 1)
    values = {
        "relevance": facts.relevance[m, k].mean(),
        "sectors": blau(np.bincount(facts.sector[m], minlength=4), n, 4),
        "spread": (blau(counties, n, facts.areas[k]) + spread) / 2,
        "novelty": 1 - facts.tied[inside].sum() / 2 / pairs,
    }
    weighed = sum(WEIGHTS[key] * float(value) for key, value in values.items())
    return weighed / sum(WEIGHTS.values())


def objective(facts: Facts, totals: Floats) -> float:
    """Give F."""
    return float((1 - facts.balance) * totals.mean() + facts.balance * totals.min())


def is_allowed(facts: Facts, members: Sequence[int]) -> bool:
    """Say whether the floors hold, and everybody meets somebody new from another sector."""
    m = np.array(members)
    if (np.bincount(facts.sector[m], minlength=4) < facts.floors).any():
        return False
    is_new = ~facts.tied[np.ix_(m, m)] & (facts.sector[m][:, None] != facts.sector[m])
    return bool(is_new.any(axis=1).all())


def replaced(facts: Facts, k: int, members: list[int]) -> Floats:
    """Give T with each member replaced by each actor: (n, A); barred where floors break."""
    m, n, everyone = np.array(members), len(members), np.arange(facts.size)
    pairs = n * (n - 1) / 2
    km, ties = facts.km[m].sum(axis=0), facts.tied[m].sum(axis=0)
    km_inside, ties_inside = km[m].sum() / 2, ties[m].sum() / 2
    table = np.empty((n, facts.size))
    for i, leaver in enumerate(members):
        stay = np.delete(m, i)
        counts = np.bincount(facts.sector[stay], minlength=4)
        sectors = np.repeat(counts[None, :], facts.size, axis=0)
        sectors[everyone, facts.sector] += 1
        counties = np.bincount(facts.county[stay], minlength=facts.county.max() + 1)
        areas = np.repeat(counties[None, :], facts.size, axis=0)
        areas[everyone, facts.county] += 1
        length = km_inside - km[leaver] + km - facts.km[leaver]
        known = ties_inside - ties[leaver] + ties - facts.tied[leaver]
        spread = np.minimum(1, length / pairs / facts.reference_km[k])
        told = facts.relevance[stay, k].sum() + facts.relevance[:, k]
        weighed = (
            WEIGHTS["relevance"] * told / n
            + WEIGHTS["sectors"] * blau(sectors, n, 4)
            + WEIGHTS["spread"] * (blau(areas, n, facts.areas[k]) + spread) / 2
            + WEIGHTS["novelty"] * (1 - known / pairs)
        )
        table[i] = weighed / sum(WEIGHTS.values())
        table[i, (sectors < facts.floors).any(axis=1)] = BARRED
    table[:, m] = BARRED
    return table


def descend(
    facts: Facts, coalitions: Sequence[Sequence[int]], most_moves: int = 10_000
) -> tuple[list[list[int]], float]:
    """Make the best move of all until none gains; give the coalitions and F.

    Coalition k is that of challenge k; nobody is in two.
    """
    now = [list(members) for members in coalitions]
    totals = np.array([total(facts, k, members) for k, members in enumerate(now)])
    tables = [replaced(facts, k, members) for k, members in enumerate(now)]
    for _ in range(most_moves):
        move = _best_move(facts, now, totals, tables)
        if move is None:
            break
        for k, members in move.items():
            now[k] = members
            totals[k] = total(facts, k, members)
            tables[k] = replaced(facts, k, members)
    return now, objective(facts, totals)


def _best_move(
    facts: Facts, now: list[list[int]], totals: Floats, tables: list[Floats]
) -> dict[int, list[int]] | None:
    """Give the coalitions that the best move changes."""
    where = {a: (k, i) for k, members in enumerate(now) for i, a in enumerate(members)}
    free = np.ones(facts.size, dtype=bool)
    free[list(where)] = False
    others = np.array([np.delete(totals, k).min(initial=np.inf) for k in range(len(now))])
    share, b, before = 1 / len(now), facts.balance, objective(facts, totals)
    found: list[tuple[float, dict[int, list[int]]]] = []
    for k, members in enumerate(now):
        worth = (1 - b) * (totals.sum() - totals[k] + tables[k]) * share
        worth = worth + b * np.minimum(others[k], tables[k])
        worth[:, ~free] = BARRED
        for flat in np.argpartition(-worth, 5, axis=None)[:5].tolist():
            i, a = divmod(flat, facts.size)
            if worth[i, a] > before + 1e-9:
                found.append((float(worth[i, a]), {k: [*members[:i], a, *members[i + 1 :]]}))
        for other in range(k):
            new_k, new_other = tables[k][:, now[other]], tables[other][:, members].T
            rest = np.delete(totals, [k, other])
            both = (1 - b) * (rest.sum() + new_k + new_other) * share
            least = np.minimum(rest.min(initial=np.inf), np.minimum(new_k, new_other))
            worth = both + b * least
            i, j = np.unravel_index(int(np.argmax(worth)), worth.shape)
            if worth[i, j] > before + 1e-9:
                mine, theirs = list(members), list(now[other])
                mine[i], theirs[j] = theirs[j], mine[i]
                found.append((float(worth[i, j]), {k: mine, other: theirs}))
    for _, move in sorted(found, key=lambda one: -one[0]):
        if all(is_allowed(facts, members) for members in move.values()):
            return move
    return None


def start_greedily(facts: Facts, sizes: Sequence[int]) -> list[list[int]]:
    """Deal the most relevant free actors, the floors of all coalitions first."""
    free = np.ones(facts.size, dtype=bool)
    coalitions: list[list[int]] = [[] for _ in sizes]

    def deal(k: int, count: int, able: Bools) -> None:
        ranked = np.argsort(-facts.relevance[:, k], kind="stable")
        chosen = [a for a in ranked.tolist() if free[a] and able[a]][:count]
        free[chosen] = False
        coalitions[k] += chosen

    for sector, least in enumerate(facts.floors.tolist()):
        for k in range(len(sizes)):
            deal(k, least, facts.sector == sector)
    for k, n in enumerate(sizes):
        deal(k, n - len(coalitions[k]), np.ones(facts.size, dtype=bool))
    return coalitions
