"""The `actors` key of the rules about pairs, and the pairs that it makes."""

from collections.abc import Iterable
from itertools import combinations

import numpy as np

from matcher.constraints.kind import Key
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.rules import Rule
from models.text import Text
from models.wording import listing

COST_PER_PAIR = 3


def pairs_of(pool: Pool, rule: Rule) -> list[tuple[int, int]]:
    """Give every two of the rule's actors."""
    actors = rule.get("actors")
    listed = actors if isinstance(actors, tuple) else ()
    return list(combinations(sorted({pool.season.actor_index[actor] for actor in listed}), 2))


def mark_pair(pool: Pool, pair: tuple[int, int], second: int) -> Ints:
    """Mark the first of a pair with 1 and the other as given: (A,)."""
    marks = np.zeros(pool.size, dtype=np.int64)
    marks[list(pair)] = 1, second
    return marks


def names_of(pool: Pool, rule: Rule) -> Text:
    """List the names of the rule's actors."""
    actors = rule.get("actors")
    listed = actors if isinstance(actors, tuple) else ()
    return name_all(pool, (pool.season.actor_index[actor] for actor in listed))


def name_all(pool: Pool, actors: Iterable[int]) -> Text:
    """List the names of some actors."""
    return listing([Text.same(pool.season.actors[actor].name) for actor in actors])


def others_of(pairs: Iterable[tuple[int, int]], actor: int) -> list[int]:
    """Give with whom an actor makes a pair."""
    return sorted({other for pair in pairs if actor in pair for other in pair} - {actor})


ACTORS_KEY = Key(
    "actors",
    lambda value: isinstance(value, tuple) and len(set(value)) > 1,
    Text(
        sv='Skriv minst två aktörers id eller namn: actors = ["a1", "a2"].',
        en='Write the ids or names of two actors at least: actors = ["a1", "a2"].',
    ),
)
