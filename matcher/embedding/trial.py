"""The texts that a model is tried on, written for this purpose.

48 questions about society, each with the profile of an invented organisation that answers
it, in Swedish and English; twelve of the questions are also in Danish, Norwegian, Finnish,
German and Arabic. Questions come in threes of one theme, and profiles say what is done in
other words than the question does, so that neither the theme nor a shared word is enough.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.text import Language

_TEXTS = Path(__file__).with_name("trial_texts.json")


@dataclass(frozen=True)
class TrialQuestion:
    """A question by language, and the profile that answers it in Swedish and English."""

    id: str
    question: dict[str, str]
    profile: dict[str, str]


@cache
def read_cases() -> tuple[TrialQuestion, ...]:
    """Read the check's cases, in their order."""
    return tuple(TrialQuestion(**row) for row in json.loads(_TEXTS.read_text(encoding="utf-8")))


def hash_cases() -> str:
    """SHA-256 of the texts, which tells figures of other texts apart."""
    told = json.dumps([vars(case) for case in read_cases()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def reference_texts(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the questions and the profiles in one language, in the same order.

    Examples
    --------
    >>> questions, profiles = reference_texts(Language.EN)
    >>> questions[3]
    'What can be done about unwanted loneliness among older people?'
    >>> profiles[3][:42]
    'Every Thursday we lay a long table in the '
    """
    cases = read_cases()
    return (
        tuple(case.question[language] for case in cases),
        tuple(case.profile[language] for case in cases),
    )
