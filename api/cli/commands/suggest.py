"""`koalition suggest`: new partners for an actor."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_told, positive
from api.cli.output import dump, print_json, print_text
from api.cli.progress import Terminal
from models.messages import say
from models.sectors import Sector
from models.text import Language


@command
def suggest(
    season: SeasonFolder,
    actor: Annotated[str, typer.Option(help="The actor's id or exact name.")],
    k: Annotated[int, typer.Option("-k", min=0, help="How many; 0 gives all.")] = 10,
    include_known: Annotated[bool, typer.Option(help="Actors with a tie, too.")] = False,
    sector: Annotated[Sector | None, typer.Option(help="Only this sector.")] = None,
    within_km: Annotated[float | None, typer.Option(help="So near.", callback=positive)] = None,
    language: Annotated[str | None, typer.Option(help="Only who meets in it.")] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Suggest new partners for an actor, with reasons."""
    from api.bootstrap import read_season_words
    from api.names import find_actor
    from api.settings import InstallationSettings

    read = open_told(season, lang)
    from matcher.suggest import suggest_partners
    from matcher.wording import decimal

    reading = read_season_words(read, InstallationSettings(), Terminal(lang))
    found = suggest_partners(
        read,
        reading,
        find_actor(read, actor),
        k=k,
        include_known=include_known,
        sector=sector,
        within_km=within_km,
        language=language,
    )
    if as_json:
        print_json([dump(item) for item in found])
        return
    if not found:
        print_text(say("no_partners"), lang)
    for item in found:
        score = decimal(item.score, 3).in_language(lang)
        km = decimal(item.distance_km, 0).in_language(lang)
        typer.echo(f"{score} {item.name} ({item.place}, {km} km)")
        for reason in item.reasons:
            print_text(reason.text, lang)
