"""How pages are made of templates: escaped, strict, and in one language."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.show.markers import symbol
from api.show.members import WEAK_RELEVANCE, say_relevance
from api.show.svg import tag
from models.actors import Actor
from models.messages import say
from models.numbers import contribution, count, decimal, loss
from models.sectors import Sector
from models.text import Language, Text
from models.viewers import is_hidden
from models.wording import sentence_case, translate

TEMPLATES = Path(__file__).with_name("templates")
"""Pieces that documents and pages share."""
STYLES = Path(__file__).with_name("styles")
"""Style sheets: documents have them inside, pages link to them."""


@lru_cache
def environment(*folders: Path) -> Environment:
    """Set templates up: everything is escaped, and a name that is missing is an error.

    Parameters
    ----------
    folders : Path
        Where to look for whole pages, before the shared pieces and the styles.
    """
    return Environment(
        loader=FileSystemLoader([*folders, TEMPLATES, STYLES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def speech(language: Language) -> dict[str, object]:
    """Give what templates speak one language with, and the sectors' symbols."""

    def mark_hidden(actor: Actor) -> Markup:
        mark = tag("span", tell_message("report_hidden"), class_="tag")
        return Markup(" ") + mark if is_hidden(actor) else Markup("")

    def tell(text: Text | str) -> str:
        return translate(text, language)

    def tell_message(code: str, **params: object) -> str:
        return tell(say(code, **params))

    return {
        "lang": language.value,
        "tell": tell,
        "say": tell_message,
        "amount": lambda code, value: tell(say(code, n=value)),
        "count": lambda value: tell(count(value)),
        "decimal": lambda value, digits: tell(decimal(value, digits)),
        "contribution": lambda value: tell(contribution(value)),
        "relevance": lambda value: tell(say_relevance(value)),
        "loss": lambda value: tell(loss(value)),
        "sector_name": lambda sector: tell(sentence_case(sector.text)),
        "mark_hidden": mark_hidden,
        "weak_limit": decimal(WEAK_RELEVANCE, 1),
        "symbols": {sector.value: symbol(sector) for sector in Sector},
        "sectors": list(Sector),
    }
