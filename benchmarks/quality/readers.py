"""Readers of words: baselines, the model by itself, and the engine's own reading."""

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from api.bootstrap import Installation
from benchmarks.quality.task import Floats, Reader, Texts
from matcher.embedding.port import TextKind
from matcher.embedding.reading import compare_texts
from models.ports.progress import Silence


def by_popularity(texts: Texts) -> Floats:
    """Rank everybody by how often it appears in the past, whatever is asked."""
    counts = np.array(texts.popularity or np.zeros(len(texts.passages)), dtype=np.float64)
    return np.repeat(counts[:, None], len(texts.questions), axis=1)


def by_words(texts: Texts) -> Floats:
    """Give the cosine of word TF-IDF."""
    return _tf_idf(TfidfVectorizer(sublinear_tf=True), texts)


def by_characters(texts: Texts) -> Floats:
    """Give the cosine of character 3- to 5-gram TF-IDF."""
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return _tf_idf(grams, texts)


def _tf_idf(vectorizer: TfidfVectorizer, texts: Texts) -> Floats:
    passages = vectorizer.fit_transform(texts.passages)
    table: Floats = (passages @ vectorizer.transform(texts.questions).T).toarray()
    return table


def by_model(texts: Texts) -> Floats:
    """Give the cosine of the model's vectors as they are."""
    embedder = Installation().open_embedder()
    passages = embedder.embed(texts.passages, TextKind.PASSAGE, Silence())
    questions = embedder.embed(texts.questions, TextKind.QUERY, Silence())
    return np.asarray(passages @ questions.T, dtype=np.float64)


def by_engine(texts: Texts) -> Floats:
    """Give the view that relevance is the logistic map of."""
    embedder = Installation().open_embedder()
    return compare_texts(texts.passages, texts.questions, embedder, Silence()).view


READERS: dict[str, Reader] = {
    "popularity": by_popularity,
    "words": by_words,
    "characters": by_characters,
    "model alone": by_model,
    "engine": by_engine,
}
BASELINES = ("words", "characters")
