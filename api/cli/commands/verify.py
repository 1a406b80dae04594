"""`koalition verify`: recompute a proposal without the solver."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, app
from api.cli.output import BAD_INPUT, DISAGREES, Terminal, dump, fail, print_json, print_text, stop
from models.errors import KoalitionError
from models.messages import say
from models.text import Language


@app.command()
def verify(
    season: SeasonFolder,
    proposal: Annotated[Path, typer.Argument(metavar="proposal.json", help="The proposal.")],
    trust_relevance: Annotated[
        bool, typer.Option(help="Take the stored relevance where the model is not at hand.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Recompute a proposal without the solver; exit 5 where it does not agree."""
    from api.bootstrap import open_season, read_season_words
    from api.settings import InstallationSettings

    try:
        read = open_season(season).season
        try:
            document = json.loads(proposal.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise stop("not_json", lang, BAD_INPUT, path=proposal, reason=error) from error
        from matcher.explain.verify import verify as compare

        settings = InstallationSettings()
        words = None if trust_relevance else read_season_words(read, settings, Terminal(lang))
        differences = compare(read, document, words)
    except KoalitionError as error:
        raise fail(error, lang) from error
    if as_json:
        print_json({"agrees": not differences, "differences": [dump(d) for d in differences]})
    else:
        for difference in differences:
            print_text(say("differs", **difference.model_dump()), lang)
        if not differences:
            print_text(say("agrees"), lang)
    if differences:
        raise typer.Exit(DISAGREES)
