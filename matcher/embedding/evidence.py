"""The sentence and the words that carried an actor's relevance to a challenge."""

from dataclasses import dataclass
from functools import cached_property

from matcher.core.arrays import Ints
from matcher.embedding.comparison import Profiles, Questions
from models.discretion import Discretion
from models.evidence import Evidence
from models.seasons import Season
from models.viewers import PUBLIC

WORDS = 4
"""Shared words at most."""


@dataclass(frozen=True, eq=False)
class Carriers:
    """Finds what carried the relevance of a season's actors.

    Attributes
    ----------
    nearest : (A, C) int array
        Each actor's passage that is nearest to each challenge, or −1.
    """

    season: Season
    profiles: Profiles
    questions: Questions
    nearest: Ints

    @cached_property
    def _discretion(self) -> Discretion:
        return Discretion.towards(PUBLIC, self.season.actors)

    def find(self, actor: int, challenge: int) -> Evidence | None:
        """Give the evidence for one actor and one challenge; None where it has no words."""
        number = int(self.nearest[actor, challenge])
        if number < 0:
            return None
        passage = self._discretion.tidy(self.profiles.passages[actor][number].text)
        question = self.questions.texts[challenge]
        return Evidence(
            passage=passage, words=self.profiles.grams.shared_words(passage, question, WORDS)
        )
