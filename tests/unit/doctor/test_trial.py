"""The trial of a model: its texts, its figures, and the lines that tell them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from api.doctor.trial_lines import write_trial
from matcher.embedding.bundled import BUNDLED_MODEL
from matcher.embedding.factory import open_model
from matcher.embedding.measure import (
    judge_hits,
    judge_parity,
    read_bundled_trial,
    try_model,
)
from matcher.embedding.trial import hash_cases, read_cases, reference_texts
from models.ports.progress import Silence
from models.text import Language
from models.trials import Trial

OTHERS = ("da", "no", "fi", "de", "ar")


@pytest.fixture(scope="module")
def tried(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return try_model(open_model(str(table), tmp_path_factory.mktemp("cache")), Silence())


def test_every_case_is_in_both_languages_and_twelve_in_five_more() -> None:
    cases = read_cases()
    assert len({case.id for case in cases}) == len(cases) == 48
    assert all({"sv", "en"} <= case.question.keys() for case in cases)
    assert all(case.profile.keys() == {"sv", "en"} for case in cases)
    wide = [case for case in cases if len(case.question) > 2]
    assert len(wide) == 12
    assert all(tuple(case.question) == ("sv", "en", *OTHERS) for case in wide)
    texts = [t for case in cases for t in (*case.question.values(), *case.profile.values())]
    assert len(set(texts)) == len(texts)
    assert all(20 < len(text) < 400 for text in texts)


@pytest.mark.parametrize("language", Language)
def test_reference_texts_are_in_the_language_asked_for(language: Language) -> None:
    questions, profiles = reference_texts(language)
    assert len(questions) == len(profiles) == 48
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["sv", "en", *OTHERS])
    assert {identifier.classify(text)[0] for text in profiles} == {language.value}


def test_hits_count_ranks_and_equals_take_the_worst() -> None:
    assert judge_hits(np.eye(4)).recall_at_1 == 1.0
    table = np.array([[0.9, 0.1, 0.5], [0.2, 0.5, 0.5], [0.1, 0.7, 0.5]])
    found = judge_hits(table)
    assert found.recall_at_1 == pytest.approx(1 / 3, abs=1e-6)
    assert found.mrr == pytest.approx((1 + 1 / 2 + 1 / 3) / 3, abs=1e-6)


def test_parity_is_0_for_twins_and_a_third_by_chance() -> None:
    one = np.random.default_rng(1).random((200, 50))
    assert judge_parity(np.concatenate([one, one])) == 0.0
    assert judge_parity(np.random.default_rng(2).random((400, 200))) == pytest.approx(
        1 / 3, abs=0.01
    )
    behind = np.concatenate([one + 1, one])
    assert judge_parity(behind) == pytest.approx(0.5, abs=1e-6)


def test_a_model_that_knows_the_cases_finds_them_in_every_language(tried: Trial) -> None:
    for scores in (tried.cosine, tried.engine):
        for hits in (scores.sv_sv, scores.sv_en, scores.en_sv, scores.en_en):
            assert 0.9 < hits.recall_at_1 <= hits.mrr
    assert tuple(tried.languages) == ("sv", *OTHERS)
    assert min(tried.languages.values()) > 0.9


def test_a_model_that_knows_nothing_finds_hardly_anything(bert: Path, tmp_path: Path) -> None:
    tried = try_model(open_model(str(bert), tmp_path), Silence())
    assert tried.cosine.sv_en.recall_at_1 < 0.2
    assert tried.languages["ar"] < 0.5
    assert 0.2 < tried.cosine.parity < 0.6


def test_a_trial_tells_what_was_tried(tried: Trial) -> None:
    assert (tried.model, tried.cases, tried.season_actors) == ("table", 48, 400)
    assert tried.texts_sha256 == hash_cases()
    assert 100 < tried.long_tokens < 210
    assert 1 < tried.tokens_per_word < 1.5
    assert tried.season_s == pytest.approx(400 / tried.long_per_s, rel=1e-3)


def test_a_model_that_cuts_reads_less(bert: Path, tmp_path: Path) -> None:
    tried = try_model(open_model(str(bert), tmp_path), Silence())
    assert tried.max_tokens == 24
    assert tried.max_words is not None
    assert 16 <= tried.max_words < 24
    lines = [text.en for text in write_trial(tried, read_bundled_trial())]
    assert any(f"about {tried.max_words} words" in line for line in lines)
    assert any("are cut" in line for line in lines)


def test_the_lines_tell_every_figure_beside_the_bundled_models(tried: Trial) -> None:
    bundled = read_bundled_trial()
    lines = [text.en for text in write_trial(tried, bundled)]
    told = "\n".join(lines)
    assert "'fråga: ' before questions and 'svar: ' before profiles" in told
    assert "are cut" not in told
    (parity,) = [line.split() for line in lines if line.startswith("sv against en")]
    tables = (tried.cosine, tried.engine, bundled.cosine, bundled.engine)
    assert parity[-4:] == [f"{table.parity:.2f}" for table in tables]
    (first,) = [line.split() for line in lines if line.startswith("sv → en: the right")]
    assert first[-4:] == [f"{table.sv_en.recall_at_1:.2f}" for table in tables]
    (finnish,) = [line.split() for line in lines if line.startswith("fi:")]
    assert finnish[-2:] == [f"{tried.languages['fi']:.2f}", f"{bundled.languages['fi']:.2f}"]
    swedish = "\n".join(text.sv for text in write_trial(tried, bundled))
    assert f"{tried.engine.parity:.2f}".replace(".", ",") in swedish


def test_the_scale_is_only_in_doubt_for_another_model(tried: Trial) -> None:
    bundled = read_bundled_trial()
    lines, own = (
        "\n".join(text.en for text in write_trial(trial, bundled)) for trial in (tried, bundled)
    )
    assert "relevance_floor" in lines
    assert "relevance_floor" not in own


def test_figures_of_other_texts_are_told_apart(tried: Trial) -> None:
    other = read_bundled_trial().evolve(texts_sha256="0" * 64)
    assert any("other texts" in text.en for text in write_trial(tried, other))
    assert not any("other texts" in text.en for text in write_trial(tried, read_bundled_trial()))


def test_the_stored_figures_are_of_the_bundled_model_and_these_texts() -> None:
    stored = read_bundled_trial()
    assert stored.model == BUNDLED_MODEL
    assert stored.texts_sha256 == hash_cases(), (
        "stale: put what koalition doctor --model bundled --json prints as trial "
        "into matcher/embedding/trial_bundled.json"
    )
    assert stored.languages.keys() == {"sv", *OTHERS}
    assert stored.cosine.sv_sv.recall_at_1 > 0.3


def test_hashes_tell_texts_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = read_cases()
    before = hash_cases()
    changed = (replace(cases[0], question={**cases[0].question, "sv": "Varför?"}), *cases[1:])
    monkeypatch.setattr("matcher.embedding.trial.read_cases", lambda: changed)
    assert hash_cases() != before
