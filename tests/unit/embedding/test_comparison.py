"""How near words are: by hand from sentences, and what quoting and repeating are worth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from matcher.embedding import comparison, lexical
from matcher.embedding.comparison import compare_profiles, read_profiles, read_questions
from matcher.embedding.languages import HELP, language_of, reference_of, unit
from matcher.embedding.passages import Passage, split_passages
from matcher.embedding.port import TextKind, Vectors
from matcher.embedding.trial import reference_texts
from models.ports.progress import Silence
from models.text import Language
from tests.kit.embedders import WordEmbedder

QUESTION = "Hur kan unga i glesbygd hitta sin första praktikplats?"
STRANGE = "Vi odlar ostron och musslor i bräckt vatten längs kusten."
ABOUT = "Tonåringar utanför städerna får prova ett yrke hos en hantverkare hos oss."
OTHER = "Kören sjunger visor på äldreboenden varje torsdag eftermiddag."
WORDS = WordEmbedder()


def profile(*parts: tuple[str, str]) -> list[Passage]:
    return [Passage(part, own) for part, text in parts for own in split_passages(text)]


def views(*authors: list[Passage], question: str = QUESTION) -> list[float]:
    profiles = read_profiles(authors, WORDS, Silence())
    found = compare_profiles(profiles, read_questions([question], WORDS, Silence()))
    return [float(view) for view in found.view[:, 0]]


def told(text: str) -> list[Passage]:
    return profile(("description", text))


def centred(texts: list[str], kind: TextKind, languages: list[str], share: float) -> Vectors:
    """Centre one by one: the mean of a language's distinct texts, and the reference's."""
    vectors = WORDS.embed(texts, kind, Silence())
    distinct = list(zip(texts, vectors, languages, strict=True))
    rows = []
    for vector, own in zip(vectors, languages, strict=True):
        reference = WORDS.embed(reference_of(kind, Language(own)), kind, Silence()).mean(axis=0)
        alike = list({text: v for text, v, lang in distinct if lang == own}.values())
        weight = share * len(alike) / (share * len(alike) + HELP)
        rows.append(vector - weight * np.mean(alike, axis=0) - (1 - weight) * reference)
    return unit(np.stack(rows))


def test_the_view_is_what_its_parts_give_by_hand() -> None:
    authors = [
        profile(("description", f"{ABOUT} {STRANGE} {OTHER}"), ("offers", "Verktyg och lokaler.")),
        told(STRANGE),
        told("We teach young people in the countryside how to find a first trainee job."),
        told("Målare som tapetserar trapphus åt bolag i stan och har en praktikplats."),
    ]
    texts = [" ".join(p.text for p in own) for own in authors]
    languages = [language_of(text) for text in texts]
    assert languages == ["sv", "sv", "en", "sv"]
    flat = [p.text for own in authors for p in own]
    spoken = [lang for lang, own in zip(languages, authors, strict=True) for _ in own]
    passages = centred(flat, TextKind.PASSAGE, spoken, 1.0)
    [question] = centred([QUESTION], TextKind.QUERY, ["sv"], 0.0)
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    grams.fit([*texts, *reference_texts(Language.SV)[1], *reference_texts(Language.EN)[1]])
    rows, asked = grams.transform(texts), grams.transform([QUESTION])
    cosines = (rows @ asked.T).toarray()[:, 0]
    assert asked.nnz < lexical.SHORT
    split, known = grams.build_analyzer(), grams.vocabulary_
    brought = [
        rows[:, own].multiply(asked[:, own]).toarray().sum(axis=1)
        for word in QUESTION.lower().split()
        if (own := sorted({known[gram] for gram in split(word) if gram in known}))
    ]
    surplus = np.maximum(0, np.max(brought, axis=0) - lexical.MOST)
    assert surplus[3] > 0.01
    expected, start = [], 0
    for a, own in enumerate(authors):
        vectors = passages[start : start + len(own)]
        start += len(own)
        width = min(len(own), comparison.STRETCH)
        near = sorted(
            (
                float(unit(vectors[i : i + width].mean(axis=0)[None])[0] @ question)
                for i in range(len(own) - width + 1)
            ),
            reverse=True,
        )
        shares = np.array([comparison.PARTS[p.part] for p in own])
        shares /= [sum(p.part == q.part for q in own) for p in own]
        whole = float(unit((shares[:, None] * vectors).sum(axis=0)[None])[0] @ question)
        alike = [
            min(c, lexical.USUAL_MOST)
            for c, lang in zip(cosines, languages, strict=True)
            if lang == languages[a]
        ]
        doubt = (comparison.MEANT - near[0]) / (comparison.MEANT - comparison.UNMEANT)
        counted = cosines[a] - min(1, max(0, doubt)) * surplus[a]
        usual = lexical.EXPECTED[languages[a] == "sv"]
        base = (sum(alike) + lexical.HELP * usual) / (len(alike) + lexical.HELP)
        expected.append(
            (1 - comparison.SECOND) * near[0]
            + comparison.SECOND * near[min(1, len(near) - 1)]
            + comparison.WHOLE * whole
            + comparison.LEXICAL * (counted - base)
        )
    assert views(*authors) == pytest.approx(expected, abs=1e-5)


def test_own_words_about_the_matter_are_nearer_than_others() -> None:
    near, far = views(told("Vi ordnar praktikplats för unga i glesbygd."), told(STRANGE))
    assert near > far + 0.2


def test_who_says_nothing_is_infinitely_far() -> None:
    assert views([], told(STRANGE))[0] == -np.inf


def test_the_nearest_passage_is_told() -> None:
    own = told(f"{OTHER} Vi ordnar praktikplats för unga i hela vår glesbygd. {STRANGE}")
    profiles = read_profiles([own, told(OTHER), []], WORDS, Silence())
    found = compare_profiles(profiles, read_questions([QUESTION], WORDS, Silence()))
    assert found.nearest[:, 0].tolist() == [1, 0, -1]


@pytest.mark.parametrize(
    "stuffing",
    [
        QUESTION,
        f"{QUESTION} {QUESTION}",
        "Praktikplats unga glesbygd första hitta unga kan.",
        "Unga praktikplats glesbygd. Praktikplats för unga? Glesbygd: unga, praktikplats!",
    ],
)
def test_stuffing_in_the_question_brings_hardly_nearer(stuffing: str) -> None:
    own = f"{STRANGE} {OTHER}"
    plain, stuffed, honest = views(
        told(own),
        told(f"{own} {stuffing}"),
        told(f"{own} Vi låter unga prova yrken i glesbygd nu."),
    )
    most = (1 + comparison.WHOLE) * (comparison.QUOTED + 0.15) + comparison.LEXICAL * 0.1
    assert stuffed < plain + most
    assert stuffed < honest


def test_whoever_has_no_other_words_may_quote() -> None:
    quoting, strange = views(told(QUESTION), told(STRANGE))
    assert quoting > strange + 0.2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([ABOUT, OTHER, STRANGE, QUESTION]), min_size=1, unique=True))
def test_saying_everything_twice_changes_nothing(sentences: list[str]) -> None:
    text = " ".join(sentences)
    once, twice = views(told(text), told(f"{text}\n{text}"))
    assert once == pytest.approx(twice, abs=1e-6)


def test_order_and_company_of_authors_do_not_mix_them_up() -> None:
    authors = [told(ABOUT), told(f"{STRANGE} {OTHER}"), [], told(OTHER)]
    straight = views(*authors)
    assert views(*authors[::-1]) == pytest.approx(straight[::-1], abs=1e-6)


def test_one_who_quotes_hardly_lowers_the_others() -> None:
    others = [told(f"{ABOUT} {OTHER}"), told(STRANGE), told(OTHER), told(f"{STRANGE} {ABOUT}")]
    before = views(*others)
    after = views(*others, told(QUESTION))[:-1]
    assert np.abs(np.subtract(after, before)).max() < 0.06
