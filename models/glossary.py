"""Words for the criteria and rules of a version, for those who show what was made with them."""

from collections.abc import Mapping

from models.frozen import Frozen
from models.text import Text


class CriterionWords(Frozen):
    """What a criterion is called, and what it measures."""

    title: Text
    meaning: Text


class RuleWords(Frozen):
    """What a kind of rule is called, and what can be done where it gives way."""

    title: Text
    mend: Text | None = None


class Glossary(Frozen):
    """Words by key; a key of another version, or of another installation, has none.

    Examples
    --------
    >>> Glossary().title_of("novelty").en
    'novelty'
    """

    criteria: Mapping[str, CriterionWords] = {}
    rules: Mapping[str, RuleWords] = {}

    def title_of(self, key: str) -> Text:
        """Give a criterion's title, or its key where it is not known here."""
        words = self.criteria.get(key)
        return Text.same(key) if words is None else words.title

    def meaning_of(self, key: str) -> Text:
        """Give what a criterion measures, or nothing where it is not known here."""
        words = self.criteria.get(key)
        return Text.same("") if words is None else words.meaning

    def rule_of(self, kind: str) -> Text:
        """Give what a rule of a kind is called, or its kind where it is not known here."""
        words = self.rules.get(kind)
        return Text.same(kind) if words is None else words.title

    def mend_of(self, kind: str) -> Text | None:
        """Give what can be done where a rule of a kind gives way, if it says so."""
        words = self.rules.get(kind)
        return None if words is None else words.mend
