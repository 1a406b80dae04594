"""The words of the criteria and rules that are registered here."""

from functools import cache

from matcher.constraints.registry import KINDS
from matcher.criteria.registry import CRITERIA
from models.glossary import CriterionWords, Glossary, RuleWords


@cache
def read_glossary() -> Glossary:
    """Give the words of every criterion and rule, those of installed packages included."""
    return Glossary(
        criteria={
            key: CriterionWords(title=criterion.title, meaning=criterion.meaning)
            for key, criterion in CRITERIA.items()
        },
        rules={key: RuleWords(title=kind.title, mend=kind.mend) for key, kind in KINDS.items()},
    )
