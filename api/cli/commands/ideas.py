"""`koalition ideas`: the idea and need map of the fourth meeting."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_call, open_proposal
from api.cli.fault_lines import lines_of
from api.cli.output import BAD_INPUT, dump, print_json, print_text, stop
from models.messages import say
from models.text import Language

if TYPE_CHECKING:
    from models.idea_maps import Idea, IdeaMap
    from models.scores import CoalitionMembers
    from models.seasons import Season


@command
def ideas(
    season: SeasonFolder,
    proposal: ProposalFile,
    coalition: Annotated[
        str | None, typer.Option(help="Only this coalition; else every one.")
    ] = None,
    notes: Annotated[
        Path | None,
        typer.Option("--ideas", help="Cards written in the meeting: actor, kind, text."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the map to this .html file.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write the cards to this .csv file.")] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Map what members need, offer and think of, by theme, and who could help whom."""
    from api.use_cases.map_ideas import MAP_IDEAS, Cards
    from api.use_cases.names import choose_coalitions
    from api.use_cases.use_case import perform
    from data.files.documents import insist_on_readable, insist_on_writable, write_text_page

    insist_on_readable(notes)
    insist_on_writable(out, csv)
    call = open_call(season, lang)
    read = call.season
    stated = open_proposal(call, proposal)
    chosen = choose_coalitions(stated.memberships, coalition)
    if notes is not None and len(chosen) > 1:
        known = ", ".join(each.id for each in chosen)
        raise stop("ideas_of_which", lang, BAD_INPUT, known=known)
    written = _read_notes(notes, read, chosen, lang)
    maps = perform(MAP_IDEAS, call, Cards(proposal=stated, coalition=coalition, ideas=written))
    if out is not None:
        from api.documents.ideas.page import render_ideas

        write_text_page(out, render_ideas(read, maps, lang))
        print_text(say("ideas_written", path=out), lang, err=True)
    if csv is not None:
        from api.documents.ideas.tables import idea_rows
        from data.files.csv_files import write_csv

        csv.parent.mkdir(parents=True, exist_ok=True)
        write_csv(csv, idea_rows(maps, lang))
        print_text(say("ideas_table_written", path=csv), lang, err=True)
    if as_json:
        print_json([dump(each) for each in maps])
        return
    for number, each in enumerate(maps):
        if number:
            typer.echo()
        _print_map(read, each, lang)


def _read_notes(
    path: Path | None, season: "Season", chosen: "Sequence[CoalitionMembers]", lang: Language
) -> "tuple[Idea, ...]":
    """Read what was written in the meeting, and tell what is odd about the file."""
    if path is None or not chosen:
        return ()
    from data.files.ideas import read_ideas

    found = read_ideas(path, season, chosen[0].members)
    for line in lines_of(found.warnings, lang):
        typer.echo(line, err=True)
    return tuple(found.ideas)


def _print_map(season: "Season", each: "IdeaMap", lang: Language) -> None:
    """Print the cards by theme, and the pairs."""
    from api.show.ideas import group_by_theme, name_author
    from api.show.naming import name_coalition
    from models.numbers import decimal

    counts = {"cards": len(each.cards), "themes": len(each.themes), "pairs": len(each.pairs)}
    title = name_coalition(season, each.coalition)
    print_text(say("ideas_head", title=f"{title} ({each.coalition})", **counts), lang)
    if not each.cards:
        print_text(say("ideas_none"), lang)
        return
    for group in group_by_theme(each, lang):
        typer.echo(group.label)
        for card in group.cards:
            told = {"number": card.number, "kind": card.kind.text, "text": card.text}
            print_text(say("ideas_card", who=name_author(card), **told), lang)
    print_text(say("ideas_pairs" if each.pairs else "ideas_no_pairs"), lang)
    cards = {card.number: card for card in each.cards}
    for pair in each.pairs:
        offer, need = cards[pair.offer], cards[pair.need]
        told = {"helper": offer.name, "offer": offer.text, "seeker": need.name, "need": need.text}
        print_text(say("ideas_pair", fit=decimal(pair.fit, 2), **told), lang)
    if each.unpaired:
        names = ", ".join(season.actors[season.actor_index[id_]].name for id_ in each.unpaired)
        print_text(say("ideas_unpaired", names=names), lang)
