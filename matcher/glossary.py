"""The words of the criteria and rules that are registered here."""

from functools import cache

from matcher.criteria.registry import CRITERIA
from models.glossary import CriterionWords, Glossary


@cache
def read_glossary() -> Glossary:
    """Give the words of every criterion and rule, those of installed packages included."""
    return Glossary(
        criteria={
            key: CriterionWords(title=criterion.title, meaning=criterion.meaning)
            for key, criterion in CRITERIA.items()
        }
    )
