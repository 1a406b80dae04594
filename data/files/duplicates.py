"""Rows that are probably the same organisation twice: a warning names both.

Names are the same but for case, legal form, "kommun" or "stad", or one misspelt word. A
number, a short word or another place tells names apart. Profiles are the same when only the
organisation's own name differs in them. Names are compared only with those that share all
their other words, and of many such only with the nearest in alphabetical order from either
end, so that time grows with the number of rows and not with its square.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from data.files.findings import Findings
from data.reference.names import OTHER_NAMES, fold, strip_municipal, to_plain
from models.actors import Actor

WORD = re.compile(r"[^\W_]+")
LETTERS_APART = re.compile(r"(?<=[^\W\d]) (?=[^\W\d])")
LEGAL_FORMS = frozenset(("ab", "aktiebolag", "aktiebolaget", "publ", "hb", "kb", "ltd", "inc"))
SHORTEST_MISSPELT = 5
"""Letters of a word below which another letter makes another word."""
SHORTEST_INFLECTED = 8
"""Letters of a word that may lack two of them, as gård does beside gården."""
FEWEST_WORDS = 6
"""Words of a profile, the name's own left out, below which equal ones say nothing."""
FEWEST_WORDS_OF_TWINS = 4
"""Words of a description below which an equal one beside nearly the same name says nothing."""
NEARLY_ONE_NAME = 80.0
"""Similarity, 0 to 100, of two names' words from which on they may be one organisation's."""
MOST_TWINS = 20
"""Rows of one description that a later one is compared with."""
WINDOW = 200
"""Words that are compared with each other at a time."""

Row = tuple[int, Actor]
Pair = tuple[int, int]


def warn_duplicates(
    file: str, rows: Sequence[Row], places: Collection[str], findings: Findings
) -> None:
    """Note each row whose name or profile an earlier row has already.

    Parameters
    ----------
    file : str
        The actors' file.
    rows : sequence of (int, Actor)
        Every actor under its row's number.
    places : collection of str
        Names of places, which tell organisations apart.
    findings : Findings
        Takes the warnings: `near_duplicate`, `near_duplicate_text` or `near_duplicate_twin`,
        one for a row; of many rows with one text each names the first.
    """
    rows = sorted(rows, key=lambda row: row[0])
    known = frozenset(map(fold, places))
    names = [_to_words(actor.name, known) for _, actor in rows]
    found: dict[int, tuple[int, str]] = {}
    for code, pairs in (
        ("near_duplicate", _find_equals([_join(words) for words in names])),
        ("near_duplicate", _find_misspelt(names, known)),
        ("near_duplicate_text", _find_equals([_to_text(actor) for _, actor in rows])),
        ("near_duplicate_text", _find_equals([_to_nameless_text(actor) for _, actor in rows])),
        ("near_duplicate_twin", _find_twins([actor for _, actor in rows], names)),
    ):
        for earlier, later in sorted(pairs):
            found.setdefault(later, (earlier, code))
    for later, (earlier, code) in sorted(found.items()):
        if code == "near_duplicate_text" and found.get(earlier, (0, ""))[1] == code:
            earlier, _ = found[later] = found[earlier]
        number, actor = rows[later]
        row, other = rows[earlier]
        findings.warn(file, number, "name", actor.name, code, row=row, name=other.name)


def _to_words(name: str, places: frozenset[str]) -> tuple[str, ...]:
    """Give a name's words without what two spellings of one organisation differ in.

    Examples
    --------
    >>> _to_words("AB Volvo (publ)", frozenset())
    ('volvo',)
    >>> _to_words("Lunds kommun", frozenset(["lund"]))
    ('lund',)
    """
    folded = fold(name.replace("&", " och "))
    if inner := strip_municipal(folded):
        folded = OTHER_NAMES.get(inner, inner).casefold()
        if folded not in places:
            folded = folded.removesuffix("s")
    words = tuple(WORD.findall(folded))
    return tuple(word for word in words if word not in LEGAL_FORMS) or words


def _join(words: Sequence[str]) -> str:
    """Write words together, numbers apart: "fritids gården 1 2" is "fritidsgården 1 2"."""
    return LETTERS_APART.sub("", " ".join(words))


def _profile(actor: Actor) -> list[str]:
    """Give the words of an actor's profile."""
    return WORD.findall(fold(f"{actor.description} {actor.offers} {actor.seeks}"))


def _to_text(actor: Actor) -> str:
    """Give a profile to compare; empty where it says too little."""
    words = _profile(actor)
    return " ".join(words) if len(words) >= FEWEST_WORDS else ""


def _to_nameless_text(actor: Actor) -> str:
    """Give a profile without its actor's name; empty where it says too little."""
    own = {word.removesuffix("s") for word in WORD.findall(fold(actor.name))}
    words = [word for word in _profile(actor) if word.removesuffix("s") not in own]
    return " ".join(words) if len(words) >= FEWEST_WORDS else ""


def _find_equals(keys: Sequence[str]) -> Iterator[Pair]:
    """Give each position after the first of its key, with the first."""
    first: dict[str, int] = {}
    for position, key in enumerate(keys):
        if key and (earlier := first.setdefault(key, position)) != position:
            yield earlier, position


def _find_twins(actors: Sequence[Actor], names: Sequence[tuple[str, ...]]) -> Iterator[Pair]:
    """Give the pairs of one description and nearly one name, whatever their other cells hold."""
    alike: dict[str, list[int]] = defaultdict(list)
    for position, actor in enumerate(actors):
        own = {word.removesuffix("s") for word in WORD.findall(fold(actor.name))}
        words = WORD.findall(fold(actor.description))
        if len(words) < FEWEST_WORDS_OF_TWINS:
            continue
        earlier = alike[" ".join(word for word in words if word.removesuffix("s") not in own)]
        for other in earlier:
            if _are_nearly_one(names[position], names[other]):
                yield other, position
                break
        if len(earlier) < MOST_TWINS:
            earlier.append(position)


def _are_nearly_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names are nearly alike; numbers in them tell apart."""
    numbers = [{word for word in words if not word.isalpha()} for words in (one, other)]
    score = fuzz.token_set_ratio(" ".join(one), " ".join(other))
    return numbers[0] == numbers[1] and score >= NEARLY_ONE_NAME


def _find_misspelt(names: Sequence[tuple[str, ...]], places: frozenset[str]) -> Iterator[Pair]:
    """Give the pairs of names that differ in the spelling of one word."""
    blocks: dict[tuple[object, ...], list[tuple[str, int]]] = defaultdict(list)
    for position, words in enumerate(names):
        for at, word in enumerate(words):
            if len(word) >= SHORTEST_MISSPELT and word.isalpha():
                plain = to_plain(word)
                blocks[words[:at], words[at + 1 :], plain[:1]].append((plain, position))
    for key, block in blocks.items():
        at = len(key[0]) if isinstance(key[0], tuple) else 0
        for turned in (1, -1):
            block.sort(key=lambda item: item[0][::turned])
            for start in range(0, max(1, len(block) - WINDOW // 2), WINDOW // 2):
                yield from _compare(block[start : start + WINDOW], names, at, places)


def _compare(
    block: Sequence[tuple[str, int]],
    names: Sequence[tuple[str, ...]],
    at: int,
    places: frozenset[str],
) -> Iterator[Pair]:
    """Give the pairs whose words at one place are spellings of one word."""
    if len(block) < 2:
        return
    words = [word for word, _ in block]
    edits = cdist(words, words, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    for i, j in np.argwhere(np.triu(edits <= 2, 1)).tolist():
        one, other = sorted((block[i][1], block[j][1]))
        spellings = names[one][at], names[other][at]
        if _is_misspelt(words[i], words[j], int(edits[i, j])) and not _are_places(
            *spellings, places
        ):
            yield one, other


def _is_misspelt(one: str, other: str, edits: int) -> bool:
    """Say whether two words without diacritics are spellings or forms of one."""
    shorter, longer = sorted((len(one), len(other)))
    return edits <= 1 or (longer - shorter == 2 and shorter >= SHORTEST_INFLECTED)


def _are_places(one: str, other: str, places: frozenset[str]) -> bool:
    """Say whether two words are the names of two places."""
    homes = [
        next((name for name in (word, word.removesuffix("s")) if name in places), None)
        for word in (one, other)
    ]
    return None not in homes and homes[0] != homes[1]
