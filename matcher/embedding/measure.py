"""Measures a model on the trial's texts: what it reads, how fast and how well.

With 48 questions a recall has a standard error of up to 0.07, so small differences between
models may be chance.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

import numpy as np
from scipy.stats import rankdata

from matcher.core.arrays import Floats
from matcher.embedding.described import read_prefixes
from matcher.embedding.port import TextKind, Vectors
from matcher.embedding.reading import compare_texts
from matcher.embedding.transformer import TransformerEmbedder
from matcher.embedding.trial import hash_cases, read_cases, reference_texts
from models.canonical import DECIMALS
from models.ports.progress import Progress
from models.text import Language
from models.trials import Hits, Prefixes, Trial, TrialScores

Compare: TypeAlias = Callable[[Sequence[str], Sequence[str]], Floats]
"""Gives how near each passage is to each question: (P, Q)."""

SEASON_ACTORS = 400
LONG_TEXTS, JOINED = 8, 4
"""How many long texts are timed, and how many profiles make one of about 180 tokens."""
_BUNDLED = Path(__file__).with_name("trial_bundled.json")


def read_bundled_trial() -> Trial:
    """Give the stored figures of the bundled model.

    The file is what `koalition doctor --model bundled --json` prints as `trial`.
    """
    return Trial.model_validate_json(_BUNDLED.read_bytes())


def try_model(embedder: TransformerEmbedder, progress: Progress) -> Trial:
    """Put a model on trial.

    Parameters
    ----------
    embedder : TransformerEmbedder
        Without a cache, since its speed is measured.
    progress : Progress

    Raises
    ------
    ModelMissing
        If the model can't be loaded.
    Cancelled
        If `progress` asks to stop.
    """
    profiles = [text for language in Language for text in reference_texts(language)[1]]
    questions = [text for case in read_cases() for text in case.question.values()]
    step = len(profiles) // LONG_TEXTS
    long_texts = [" ".join(profiles[i : i + JOINED]) for i in range(0, step * LONG_TEXTS, step)]
    memory = _Memory(embedder)
    load_s = _time(memory, profiles[:1], TextKind.PASSAGE, progress)
    short_s = _time(memory, questions, TextKind.QUERY, progress)
    long_s = _time(memory, long_texts, TextKind.PASSAGE, progress)
    tokens = embedder.count_tokens(profiles, progress)
    return Trial(
        model=embedder.model,
        fingerprint=embedder.fingerprint,
        dim=embedder.dim,
        version=version("koalition"),
        cases=len(read_cases()),
        texts_sha256=hash_cases(),
        wants=_tell(asked) if (asked := read_prefixes(embedder.locate(progress))) else None,
        gets=_tell(embedder.prefixes),
        max_tokens=embedder.find_limit(progress),
        tokens_per_word=_round(sum(tokens) / sum(len(text.split()) for text in profiles)),
        load_s=_round(load_s),
        short_per_s=_round(len(questions) / short_s),
        long_tokens=round(float(np.mean(embedder.count_tokens(long_texts, progress)))),
        long_per_s=_round(LONG_TEXTS / long_s),
        season_actors=SEASON_ACTORS,
        season_s=_round(SEASON_ACTORS / LONG_TEXTS * long_s),
        languages=_find_counterparts(memory, progress),
        cosine=_score(partial(_by_cosine, memory, progress)),
        engine=_score(partial(_by_engine, memory, progress)),
    )


class _Memory:
    """An embedder that reads no text twice, and keeps what it read to itself."""

    def __init__(self, embedder: TransformerEmbedder) -> None:
        self._embedder = embedder
        self._known: dict[tuple[str, TextKind], Vectors] = {}
        self.model, self.fingerprint = embedder.model, embedder.fingerprint
        self.dim = embedder.dim

    def embed(self, texts: Sequence[str], kind: TextKind, progress: Progress) -> Vectors:
        """Read n texts; see `Embedder.embed`."""
        new = [text for text in dict.fromkeys(texts) if (text, kind) not in self._known]
        if new:
            vectors = self._embedder.embed(new, kind, progress)
            self._known.update({(text, kind): v for text, v in zip(new, vectors, strict=True)})
        rows = [self._known[text, kind] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, self.dim)


def _time(memory: _Memory, texts: Sequence[str], kind: TextKind, progress: Progress) -> float:
    """Give the seconds that reading takes."""
    began = time.perf_counter()
    memory.embed(texts, kind, progress)
    return time.perf_counter() - began


def _by_cosine(
    memory: _Memory, progress: Progress, passages: Sequence[str], questions: Sequence[str]
) -> Floats:
    """Compare by the vectors as they are."""
    read = memory.embed(passages, TextKind.PASSAGE, progress)
    asked = memory.embed(questions, TextKind.QUERY, progress)
    return np.asarray(read @ asked.T, dtype=np.float64)


def _by_engine(
    memory: _Memory, progress: Progress, passages: Sequence[str], questions: Sequence[str]
) -> Floats:
    """Compare as a season's words are compared."""
    return compare_texts(passages, questions, memory, progress).view


def _score(compare_by: Compare) -> TrialScores:
    """Give the figures of one way to compare."""
    (sv_questions, sv), (en_questions, en) = map(reference_texts, (Language.SV, Language.EN))
    return TrialScores(
        sv_sv=judge_hits(compare_by(sv, sv_questions)),
        sv_en=judge_hits(compare_by(en, sv_questions)),
        en_sv=judge_hits(compare_by(sv, en_questions)),
        en_en=judge_hits(compare_by(en, en_questions)),
        parity=judge_parity(compare_by(sv + en, sv_questions + en_questions)),
    )


def judge_hits(table: Floats) -> Hits:
    """Judge a table (n, n) whose right answers are on the diagonal; equals take the worst."""
    ranks = (table >= np.diagonal(table)).sum(axis=0)
    return Hits(recall_at_1=_round((ranks == 1).mean()), mrr=_round((1 / ranks).mean()))


def judge_parity(table: Floats) -> float:
    """Give how far apart the two versions of a profile stand, of a table (2 n, Q)."""
    ranks = rankdata(table, axis=0) / len(table)
    swedish, english = np.split(ranks, 2)
    return _round(np.abs(swedish - english).mean())


def _find_counterparts(memory: _Memory, progress: Progress) -> dict[str, float]:
    """Give by language how many of its questions have their English version nearest.

    All languages are asked the questions that exist in all of them.
    """
    cases = read_cases()
    shared = [i for i, case in enumerate(cases) if len(case.question) > len(Language)]
    english = memory.embed([case.question["en"] for case in cases], TextKind.QUERY, progress)
    found = {}
    for language in cases[shared[0]].question:
        if language != "en":
            own = [cases[i].question[language] for i in shared]
            nearness = memory.embed(own, TextKind.QUERY, progress) @ english.T
            right = [nearness[row, i] for row, i in enumerate(shared)]
            first = (nearness >= np.array(right)[:, None]).sum(axis=1) == 1
            found[language] = _round(first.mean())
    return found


def _tell(prefixes: Mapping[TextKind, str]) -> Prefixes:
    return Prefixes(query=prefixes[TextKind.QUERY], passage=prefixes[TextKind.PASSAGE])


def _round(value: float) -> float:
    return round(float(value), DECIMALS)
