"""Descriptions that are mostly copied from a challenge: a warning names the challenge.

Words are quoted where a run of them stands in the challenge in the same order; single words
and short phrases that any two texts about one matter share are no quotes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.files.duplicates import WORD, Row
from data.files.findings import Findings
from data.reference.names import fold
from models.challenges import Challenge

RUN = 5
"""Words in a row from which on they are quoted."""
MOSTLY = 0.6
"""Share of a description's words from which on it is mostly copied."""

Words = tuple[str, ...]


def warn_copies(
    file: str, rows: Sequence[Row], challenges: Sequence[Challenge], findings: Findings
) -> None:
    """Note each row whose description is mostly quoted from a challenge.

    Parameters
    ----------
    file : str
        The actors' file.
    rows : sequence of (int, Actor)
        Every actor under its row's number.
    challenges : sequence of Challenge
    findings : Findings
        Takes the warnings, `copied_description`, one for a row.
    """
    asking: dict[Words, list[int]] = defaultdict(list)
    for c, challenge in enumerate(challenges):
        for run in dict.fromkeys(_runs(_words(challenge.question))):
            asking[run].append(c)
    for number, actor in rows:
        words = _words(actor.description)
        quoted: dict[int, set[int]] = defaultdict(set)
        for start, run in enumerate(_runs(words)):
            for c in asking.get(run, ()):
                quoted[c].update(range(start, start + RUN))
        if not quoted:
            continue
        c = max(sorted(quoted), key=lambda own: len(quoted[own]))
        share = len(quoted[c]) / len(words)
        if share >= MOSTLY:
            name, percent = challenges[c].title, round(100 * share)
            findings.warn(
                *(file, number, "description", actor.description, "copied_description"),
                challenge=name,
                percent=percent,
            )


def _words(text: str) -> Words:
    return tuple(WORD.findall(fold(text)))


def _runs(words: Words) -> Iterator[Words]:
    """Give all runs of words in their order."""
    return (words[start : start + RUN] for start in range(len(words) - RUN + 1))
