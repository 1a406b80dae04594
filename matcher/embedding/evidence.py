"""The sentence and the words that carried an actor's relevance to a challenge."""

import re
from dataclasses import dataclass

from matcher.embedding.comparison import Profiles, Questions
from matcher.pool import Ints
from models.evidence import Evidence

WORDS = 4
"""Shared words at most."""
_ADDRESS = re.compile(r"\S+@\S+")


@dataclass(frozen=True, eq=False)
class Carriers:
    """Finds what carried the relevance of a season's actors.

    Attributes
    ----------
    nearest : (A, C) int array
        Each actor's passage that is nearest to each challenge, or −1.
    """

    profiles: Profiles
    questions: Questions
    nearest: Ints

    def find(self, actor: int, challenge: int) -> Evidence | None:
        """Give the evidence for one actor and one challenge; None where it has no words."""
        number = int(self.nearest[actor, challenge])
        if number < 0:
            return None
        passage = _ADDRESS.sub("…", self.profiles.passages[actor][number].text)
        question = self.questions.texts[challenge]
        return Evidence(
            passage=passage, words=self.profiles.grams.shared_words(passage, question, WORDS)
        )
