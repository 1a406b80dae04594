"""Rules in words: their names, what they speak of, and what soft ones cost."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.glossary import Glossary
from models.scores import Penalty
from models.sectors import Sector
from models.text import Text
from models.wording import join_texts, sentence_case


@dataclass(frozen=True)
class PenaltyRow:
    """A soft rule that takes something off a coalition's total."""

    rule: Text
    asked: int
    given: int
    value: float


def penalty_rows(glossary: Glossary, penalties: tuple[Penalty, ...]) -> tuple[PenaltyRow, ...]:
    """Give the penalties in the proposal's order."""
    return tuple(
        PenaltyRow(name_rule(glossary, item.rule, item.keys), item.asked, item.given, item.value)
        for item in penalties
    )


def name_rule(glossary: Glossary, kind: str, keys: Mapping[str, object]) -> Text:
    """Name a rule, with what it speaks of in brackets."""
    title = sentence_case(glossary.rule_of(kind))
    if not keys:
        return title
    told = join_texts(tell_key(key, value) for key, value in keys.items())
    return Text(sv=f"{title.sv} ({told.sv})", en=f"{title.en} ({told.en})")


def tell_key(key: str, value: object) -> Text:
    """Say one key of a rule; a sector by its name."""
    if key == "sector" and value in list(Sector):
        return Sector(str(value)).text
    values = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return Text.same(values)
