"""`koalition score`: the scores of given coalitions."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_told
from api.cli.output import dump, print_json, print_text
from api.cli.progress import Terminal
from models.text import Language


@command
def score(
    season: SeasonFolder,
    members: Annotated[Path, typer.Argument(metavar="MEMBERS.csv", help="Given coalitions.")],
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Score given coalitions by the same criteria and rules."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings
    from data.exchange.members import read_members

    read = open_told(season, lang)
    coalitions = read_members(members, read)
    from matcher.scoring import score_coalitions

    reading = read_season_words(read, InstallationSettings(), Terminal(lang))
    sheet = score_coalitions(read, reading, coalitions)
    if as_json:
        print_json(dump(sheet))
        return
    for coalition in sheet.coalitions:
        typer.echo(f"{coalition.id}  n = {coalition.size}  T = {coalition.total:.6f}")
        for key, value in coalition.scores.items():
            typer.echo(f"  {key:20} {value:.3f}")
        for conflict in coalition.violations:
            print_text(conflict.text, lang)
    typer.echo(f"F = {sheet.objective:.6f}")
