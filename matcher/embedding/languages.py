"""The language of a text, and the middle of all texts in a language.

Vectors of one model crowd together and lean towards their language, and its questions lie
elsewhere than its passages. Subtracting the middle of texts of the same kind and language
takes both away. Few texts have no middle of their own: they are helped out by the
reference texts of `matcher.embedding.trial`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Any, TypeAlias

import numpy as np

from matcher.core.arrays import Bools
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.passages import split_passages
from matcher.embedding.port import Embedder, TextKind, Vectors
from matcher.embedding.trial import reference_texts
from models.ports.progress import Progress
from models.text import Language

Middles: TypeAlias = dict[str, Vectors]

LANGUAGES = ("sv", "en", "da", "no", "fi", "de")
HELP = 50
"""Passages that the reference counts as, beside a season's own."""


def language_of(text: str) -> str:
    """Give the likeliest of the languages that are told apart, as ISO 639-1."""
    return str(_identifier().classify(text)[0])


def languages_of(texts: Sequence[str], embedder: Embedder) -> tuple[str, ...]:
    """Tell each text's language; what is cached beside the vectors needs no identifier."""
    if isinstance(embedder, CachedEmbedder):
        teller = f"py3langid {version('py3langid')} {','.join(LANGUAGES)}"
        return embedder.recall_languages(texts, teller, language_of)
    return tuple(map(language_of, texts))


def centre(vectors: Vectors, languages: Sequence[str], reference: Middles) -> Vectors:
    """Subtract from each vector the reference's middle of its language; gives unit vectors.

    Parameters
    ----------
    vectors : (n, d) float array
    languages : n languages
    reference : dict of str to (d,) array
        The middle of each language; another language has the mean of them.
    """
    overall: Vectors = np.mean(list(reference.values()), axis=0)
    return unit(vectors - np.stack([reference.get(own, overall) for own in languages]))


def find_middles(
    vectors: Vectors, languages: Sequence[str], reference: Middles, counted: Bools
) -> Middles:
    """Give the middle of each language among a season's vectors, helped by the reference.

    Parameters
    ----------
    counted : (n,) bool array
        Those that stand for themselves; equal texts count once.
    """
    overall: Vectors = np.mean(list(reference.values()), axis=0)
    middles = dict(reference)
    for language in sorted(set(languages)):
        rows = counted & np.array([own == language for own in languages])
        total = vectors[rows].sum(axis=0) + HELP * reference.get(language, overall)
        middles[language] = (total / (rows.sum() + HELP)).astype(np.float32)
    return middles


def read_middles(embedder: Embedder, kind: TextKind, progress: Progress) -> Middles:
    """Give the middle of the reference texts of a kind, by language.

    Raises
    ------
    ModelMissing, Cancelled
        As `Embedder.embed` does.
    """
    texts = {language: reference_of(kind, language) for language in Language}
    vectors = embedder.embed([text for own in texts.values() for text in own], kind, progress)
    ends = np.cumsum([len(own) for own in texts.values()])
    parts = np.split(vectors, ends[:-1])
    return {str(lang): own.mean(axis=0) for lang, own in zip(texts, parts, strict=True)}


def reference_of(kind: TextKind, language: Language) -> tuple[str, ...]:
    """Give the reference texts of a kind: questions, or passages of profiles."""
    questions, profiles = reference_texts(language)
    if kind is TextKind.QUERY:
        return questions
    return tuple(
        " ".join(sentences) for profile in profiles for sentences in split_passages(profile)
    )


def unit(vectors: Vectors) -> Vectors:
    """Give rows of length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


@cache
def _identifier() -> Any:
    """Load the language identifier once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
