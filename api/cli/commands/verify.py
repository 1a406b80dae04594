"""`koalition verify`: recompute a proposal without the solver."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told
from api.cli.output import DISAGREES, dump, print_json, print_text
from api.cli.progress import Terminal
from api.jobs import read_stated
from models.messages import say
from models.text import Language


@command
def verify(
    season: SeasonFolder,
    proposal: ProposalFile,
    trust_relevance: Annotated[
        bool, typer.Option(help="Take the stored relevance where the model is not at hand.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Recompute a proposal without the solver; exit 5 where it does not agree."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings

    read = open_told(season, lang)
    document = read_stated(proposal)
    from matcher.agreement import find_unchecked
    from matcher.agreement import verify as compare

    settings = InstallationSettings()
    words = None if trust_relevance else read_season_words(read, settings, Terminal(lang))
    differences = compare(read, document, words)
    unchecked = find_unchecked(read).keys
    if as_json:
        answer = {"agrees": not differences, "differences": [dump(d) for d in differences]}
        print_json(answer | ({"unchecked": unchecked} if unchecked else {}))
    else:
        for difference in differences:
            code = "other_season" if difference.place == "season" else "differs"
            print_text(say(code, **difference.model_dump()), lang)
        if not differences:
            print_text(say("agrees"), lang)
        if unchecked:
            print_text(say("unchecked", keys=", ".join(unchecked)), lang)
    if differences:
        raise typer.Exit(DISAGREES)
