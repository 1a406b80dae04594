"""How pages are made of templates: escaped, strict, and in one language."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.documents.report.members import say_relevance
from api.show.markers import symbol
from models.messages import say
from models.numbers import contribution, count, decimal, loss
from models.sectors import Sector
from models.text import Language, Text
from models.wording import amount, sentence_case, translate

TEMPLATES = Path(__file__).with_name("templates")
"""The report's own, and the styles that other pages share."""


@lru_cache
def environment(*folders: Path) -> Environment:
    """Set templates up: everything is escaped, and a name that is missing is an error.

    Parameters
    ----------
    folders : Path
        Where to look before the report's own folder.
    """
    return Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def speech(language: Language) -> dict[str, object]:
    """Give what templates speak one language with, and the sectors' symbols."""

    def tell(text: Text | str) -> str:
        return translate(text, language)

    def tell_message(code: str, **params: object) -> str:
        return tell(say(code, **params))

    return {
        "lang": language.value,
        "tell": tell,
        "say": tell_message,
        "amount": lambda code, value: tell(amount(code, value)),
        "count": lambda value: tell(count(value)),
        "decimal": lambda value, digits: tell(decimal(value, digits)),
        "contribution": lambda value: tell(contribution(value)),
        "relevance": lambda value: tell(say_relevance(value)),
        "loss": lambda value: tell(loss(value)),
        "sector_name": lambda sector: tell(sentence_case(sector.text)),
        "symbols": {sector.value: symbol(sector) for sector in Sector},
        "sectors": list(Sector),
    }
