"""`koalition new`: a season's folder to fill in."""

from api.cli.app import Lang, SeasonFolder, app
from api.cli.output import fail, print_text
from models.errors import KoalitionError
from models.messages import say
from models.text import Language


@app.command()
def new(season: SeasonFolder, lang: Lang = Language.EN) -> None:
    """Write a folder with headers and example rows to fill in."""
    from data.exchange.templates import write_template

    try:
        for path in write_template(season, lang):
            print_text(say("template_written", file=path.name, folder=season), lang)
    except KoalitionError as error:
        raise fail(error, lang) from error
