"""A model's trial in words, its figures beside those of the bundled model."""

from collections.abc import Iterator

from models.messages import say
from models.numbers import decimal
from models.text import Language, Text
from models.trials import Trial

USUAL_TOKENS = 100
"""Tokens of a long sentence, or of a challenge of a usual length."""
DIRECTIONS = ("sv_sv", "sv_en", "en_sv", "en_en")
LABEL_WIDTH, COLUMN_WIDTH = 48, 12
NOTHING = Text.same("")


def write_trial(trial: Trial, bundled: Trial) -> Iterator[Text]:
    """Write what an organiser asks of a model, one line a fact."""
    yield say("trial_model", model=trial.model, dim=trial.dim)
    yield _tell_prefixes(trial)
    if trial.max_tokens is None:
        yield say("trial_uncut")
    else:
        yield say("trial_cut", tokens=trial.max_tokens, words=trial.max_words)
        if trial.max_tokens < USUAL_TOKENS:
            yield say("trial_cut_short", tokens=USUAL_TOKENS)
    yield say(
        "trial_speed",
        short=_speed(trial.short_per_s),
        long=_speed(trial.long_per_s),
        tokens=trial.long_tokens,
        actors=trial.season_actors,
        season=_duration(trial.season_s),
    )
    yield NOTHING
    yield from _write_table(trial, bundled)
    if bundled.texts_sha256 != trial.texts_sha256:
        yield say("trial_stale")
    if trial.model != bundled.model:
        yield say("trial_scale")
    yield say("trial_doubt", cases=trial.cases)


def _tell_prefixes(trial: Trial) -> Text:
    """Say what the model wants before a text, and what it gets."""
    shown = {"query": repr(trial.gets.query), "passage": repr(trial.gets.passage)}
    if trial.wants is not None:
        return say("trial_wants", **shown)
    is_plain = not (trial.gets.query or trial.gets.passage)
    return say("trial_plain") if is_plain else say("trial_by_name", **shown)


def _write_table(trial: Trial, bundled: Trial) -> Iterator[Text]:
    """Write the figures: here and of the bundled model, by vectors alone and by the engine."""
    ways = (say("way_cosine"), say("way_engine"))
    yield _align(NOTHING, say("trial_here"), NOTHING, say("trial_bundled"), NOTHING)
    yield _align(say("trial_head", version=bundled.version), *ways, *ways)
    tables = (trial.cosine, trial.engine, bundled.cosine, bundled.engine)
    for direction in DIRECTIONS:
        question, profile = direction.split("_")
        hits = [getattr(table, direction) for table in tables]
        names = {"question": question, "profile": profile}
        yield _align(say("trial_recall", **names), *(decimal(hit.recall_at_1) for hit in hits))
        yield _align(say("trial_mrr", **names), *(decimal(hit.mrr) for hit in hits))
    yield _align(say("trial_parity"), *(decimal(table.parity) for table in tables))
    for language, share in trial.languages.items():
        other = bundled.languages.get(language)
        told = NOTHING if other is None else decimal(other)
        label = say("trial_language", language=language)
        yield _align(label, decimal(share), NOTHING, told, NOTHING)


def _align(label: Text, *columns: Text) -> Text:
    """Set a label and its columns below those of the other lines."""
    lines = {
        language.value: (
            f"{label.in_language(language):<{LABEL_WIDTH}}"
            + "".join(f"{column.in_language(language):>{COLUMN_WIDTH}}" for column in columns)
        ).rstrip()
        for language in Language
    }
    return Text(**lines)


def _speed(per_s: float) -> Text:
    return decimal(per_s, 1 if per_s < 10 else 0)


def _duration(seconds: float) -> Text:
    """Write a time in seconds or minutes."""
    if seconds < 120:
        return say("trial_seconds", count=max(1, round(seconds)))
    return say("trial_minutes", count=round(seconds / 60))
