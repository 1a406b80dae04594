"""`koalition suggest`: new partners for an actor, or for every actor."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, positive, read_told
from api.cli.output import BAD_INPUT, dump, print_json, print_text, stop
from api.cli.progress import Terminal
from models.messages import say
from models.suggestions import Selection, Suggestion, Taste
from models.text import Language


@command
def suggest(
    season: SeasonFolder,
    actor: Annotated[str | None, typer.Option(help="The actor's id or exact name.")] = None,
    for_all: Annotated[bool, typer.Option("--all", help="Suggest to every actor.")] = False,
    k: Annotated[int, typer.Option("-k", min=0, help="How many; 0 gives all.")] = 10,
    include_known: Annotated[bool, typer.Option(help="Actors with a tie, too.")] = False,
    sector: Annotated[str | None, typer.Option(help="Only this sector; synonyms do.")] = None,
    within_km: Annotated[float | None, typer.Option(help="So near.", callback=positive)] = None,
    language: Annotated[str | None, typer.Option(help="Only who meets in it.")] = None,
    prefer: Annotated[Taste, typer.Option(help="Which distance lifts the score.")] = Taste.ANY,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Suggest new partners for an actor, or for every actor, with reasons."""
    if (actor is None) is not for_all:
        raise stop("suggest_to_whom", lang, BAD_INPUT)
    from api.bootstrap import read_partner_words
    from api.names import find_actor, find_language, find_sector
    from api.settings import InstallationSettings

    wanted = None if sector is None else find_sector(sector)
    file = read_told(season, lang)
    read = file.season
    spoken = None if language is None else find_language(read, language)
    asked = None if actor is None else find_actor(read, actor)
    from matcher.suggest import Matchmaker

    progress = Terminal(lang)
    fits = read_partner_words(read, InstallationSettings(), progress)
    matchmaker = Matchmaker(read, fits, file.people)
    selection = Selection(
        k=k,
        include_known=include_known,
        sector=wanted,
        within_km=within_km,
        language=spoken,
        prefer=prefer,
    )
    if asked is not None:
        partners = matchmaker.suggest(asked, selection)
        if as_json:
            print_json([dump(partner) for partner in partners])
        else:
            _print_partners(partners, lang)
        return
    found = dict(matchmaker.suggest_all(selection, progress))
    if as_json:
        print_json({id_: [dump(partner) for partner in found[id_]] for id_ in found})
        return
    for id_, partners in found.items():
        typer.echo(read.actors[read.actor_index[id_]].name)
        _print_partners(partners, lang)
        typer.echo()


def _print_partners(partners: tuple[Suggestion, ...], lang: Language) -> None:
    """Print suggestions with their reasons, or that there are none."""
    from models.numbers import decimal

    if not partners:
        print_text(say("no_partners"), lang)
    for partner in partners:
        score = decimal(partner.score, 3).in_language(lang)
        km = decimal(partner.distance_km, 0).in_language(lang)
        typer.echo(f"{score} {partner.name} ({partner.place}, {km} km)")
        for reason in partner.reasons:
            typer.echo(f"      {reason.text.in_language(lang)}")
