"""`koalition new`: a season's folder to fill in."""

from api.cli.app import Lang, SeasonFolder, command
from api.cli.language import carry_on
from api.cli.output import print_text
from models.messages import say
from models.text import Language


@command
def new(season: SeasonFolder, lang: Lang = Language.EN) -> None:
    """Write a folder with headers and example rows to fill in."""
    from data.files.templates import write_template

    for path in write_template(season, lang):
        print_text(say("template_written", file=path.name, folder=carry_on(season)), lang)
