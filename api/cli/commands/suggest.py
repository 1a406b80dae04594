"""`koalition suggest`: new partners for an actor, or for every actor."""

from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, SeasonFolder, command, open_call, positive
from api.cli.output import BAD_INPUT, dump, print_json, print_text, stop
from models.messages import say
from models.suggestions import Suggestion, Taste
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
    from api.use_cases.suggest_partners import SUGGEST_PARTNERS, Wish
    from api.use_cases.use_case import perform

    call = open_call(season, lang)
    given = Wish(
        actor=actor,
        k=k,
        include_known=include_known,
        sector=sector,
        within_km=within_km,
        language=language,
        prefer=prefer,
    )
    found = perform(SUGGEST_PARTNERS, call, given)
    if as_json:
        lists = {each.actor_id: [dump(partner) for partner in each.partners] for each in found}
        print_json(lists if for_all else lists[found[0].actor_id])
        return
    for each in found:
        if for_all:
            typer.echo(call.season.actors[call.season.actor_index[each.actor_id]].name)
        _print_partners(each.partners, lang)
        if for_all:
            typer.echo()


def _print_partners(partners: tuple[Suggestion, ...], lang: Language) -> None:
    """Print suggestions with their reasons, or that there are none."""
    from models.numbers import decimal

    if not partners:
        print_text(say("no_partners"), lang)
    for partner in partners:
        score = decimal(partner.score, 3).in_language(lang)
        where = partner.place
        if partner.distance_km is not None:
            where = f"{where}, {decimal(partner.distance_km, 0).in_language(lang)} km"
        typer.echo(f"{score} {partner.name} ({where})")
        for reason in partner.reasons:
            typer.echo(f"      {reason.text.in_language(lang)}")
