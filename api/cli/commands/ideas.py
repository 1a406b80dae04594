"""`koalition ideas`: the idea and need map of the fourth meeting."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told, read_stated
from api.cli.output import BAD_INPUT, dump, line_of, print_json, print_text, stop
from api.cli.progress import Terminal
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
    from api.bootstrap import draw_coalition_ideas
    from api.jobs import insist_on_readable, insist_on_writable, write_idea_table, write_ideas
    from api.meetings import choose_coalitions
    from api.settings import InstallationSettings

    insist_on_readable(notes)
    insist_on_writable(out, csv)
    progress = Terminal(lang)
    read = open_told(season, lang)
    _, stated = read_stated(read, proposal, progress)
    chosen = choose_coalitions(stated.memberships, coalition)
    if notes is not None and len(chosen) > 1:
        known = ", ".join(each.id for each in chosen)
        raise stop("ideas_of_which", lang, BAD_INPUT, known=known)
    written = _read_notes(notes, read, chosen, lang)
    settings = InstallationSettings()
    maps = [draw_coalition_ideas(read, each, written, settings, progress) for each in chosen]
    if out is not None:
        write_ideas(out, read, maps, lang)
        print_text(say("ideas_written", path=out), lang, err=True)
    if csv is not None:
        write_idea_table(csv, maps, lang)
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
) -> "Sequence[Idea]":
    """Read what was written in the meeting, and tell what is odd about the file."""
    if path is None or not chosen:
        return ()
    from data.files.ideas import read_ideas

    found = read_ideas(path, season, chosen[0].members)
    for warning in found.warnings:
        typer.echo(line_of(warning, lang), err=True)
    return found.ideas


def _print_map(season: "Season", each: "IdeaMap", lang: Language) -> None:
    """Print the cards by theme, and the pairs."""
    from api.documents.ideas.page import group_by_theme, name_author
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
