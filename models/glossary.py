"""Words for the criteria and rules of a version, for those who show what was made with them."""

from collections.abc import Mapping

from models.frozen import Frozen
from models.text import Text
from models.wording import word


class CriterionWords(Frozen):
    """What a criterion is called, and what it measures."""

    title: Text
    meaning: Text


class Glossary(Frozen):
    """Words by key; a key of another version, or of another installation, has none.

    Examples
    --------
    >>> Glossary().title_of("novelty").en
    'novelty'
    """

    criteria: Mapping[str, CriterionWords] = {}

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
        return word("report_rule", kind)
