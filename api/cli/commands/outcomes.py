"""`koalition outcomes`: the form for members' answers, their summary, and what they teach."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, app, command, open_told
from api.cli.output import BAD_INPUT, dump, print_json, print_text, stop
from api.cli.progress import Terminal
from api.jobs import insist_on_readable, insist_on_writable, read_proposal, write_json
from models.errors import BadRequest
from models.messages import say
from models.text import Language

if TYPE_CHECKING:
    from matcher.outcomes.pairs import AnsweredSeason

outcomes_app = typer.Typer(help="What members answered after the meetings.", no_args_is_help=True)
app.add_typer(outcomes_app, name="outcomes")

AnswersFile = Annotated[
    Path, typer.Argument(metavar="ANSWERS", help="The filled-in form, .csv or .xlsx.")
]


@partial(command, on=outcomes_app)
def new(
    season: SeasonFolder,
    proposal: ProposalFile,
    out: Annotated[Path, typer.Option(metavar="FILE", help="The form, .csv or .xlsx.")],
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Write the form for the answers, one row for each member, and the questions."""
    from data.files.answer_form import questions, write_form

    read = open_told(season, lang)
    coalitions = read_proposal(proposal, read, None).memberships
    files = write_form(out, read, coalitions, lang)
    members = sorted({member for coalition in coalitions for member in coalition.members})
    hidden = sum(not read.actors[read.actor_index[member]].visible for member in members)
    if as_json:
        asked = [{"column": column, "text": dump(text)} for column, text in questions()]
        print_json({"files": [str(file) for file in files], "questions": asked})
        return
    seats = sum(len(coalition.members) for coalition in coalitions)
    print_text(say("outcomes_form_written", path=files[0], rows=seats), lang)
    for _, text in questions():
        typer.echo(f"- {text.in_language(lang)}")
    if hidden:
        print_text(say("outcomes_form_hidden", count=hidden), lang)


@partial(command, on=outcomes_app)
def summary(
    season: SeasonFolder,
    proposal: ProposalFile,
    answers: AnswersFile,
    earlier: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE.json", help="Summary of an earlier season; may be repeated."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Write the summary.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write the page of it.")
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="Put the comments on the page, for you alone.")
    ] = False,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Summarise the answers by coalition, season and over time."""
    from api.documents.outcomes.documents import read_earlier
    from data.files.answers import read_answers

    if comments and html is None:
        raise BadRequest("comments_need_html")
    insist_on_readable(answers, *(earlier or ()))
    insist_on_writable(out, html)
    read = open_told(season, lang)
    stated = read_proposal(proposal, read, None)
    given = read_answers(answers, read, stated.memberships)
    before = read_earlier(earlier or (), stated.content_sha256)
    from matcher.outcomes.summary import summarise

    made = summarise(read, stated, given, before)
    if out:
        write_json(out, dump(made))
    if html:
        from api.documents.outcomes.page import render_outcomes
        from matcher.outcomes.comments import find_comments

        ids = [coalition.id for coalition in stated.coalitions]
        told = find_comments(read, ids, given) if comments else ()
        page = render_outcomes(read, made, lang, told)
        html.write_text(page, encoding="utf-8", newline="\n")
    if as_json:
        print_json(dump(made))
        return
    from api.documents.outcomes.lines import summary_lines

    for line in summary_lines(read, made):
        print_text(line, lang)
    for path, code in ((out, "outcomes_written"), (html, "outcomes_page_written")):
        if path:
            print_text(say(code, path=path), lang)


@partial(command, on=outcomes_app)
def learn(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="SEASON proposal.json ANSWERS …", help="Three for each season, in this order."
        ),
    ],
    words: Annotated[
        bool, typer.Option(help="Read the words, too: how offers fit what is sought.")
    ] = True,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Learn who will collaborate, and say whether it beats a constant; nothing uses it."""
    if len(files) % 3:
        raise stop("learn_needs_threes", lang, BAD_INPUT, count=len(files))
    seasons = [
        _open_answered(*three, words, lang)
        for three in zip(files[::3], files[1::3], files[2::3], strict=True)
    ]
    from matcher.outcomes.learned import learn as learn_from

    report = learn_from(seasons)
    if as_json:
        print_json(dump(report))
        return
    from api.documents.outcomes.lines import learned_lines

    for line in learned_lines(report):
        print_text(line, lang)


def _open_answered(
    folder: Path, proposal: Path, answers: Path, words: bool, language: Language
) -> "AnsweredSeason":
    """Read one season with its proposal, its answers and, if wanted, the fits of its words."""
    from api.bootstrap import read_season_words
    from api.settings import InstallationSettings
    from data.files.answers import read_answers
    from matcher.outcomes.pairs import AnsweredSeason

    insist_on_readable(proposal, answers)
    read = open_told(folder, language)
    reading = read_season_words(read, InstallationSettings(), Terminal(language)) if words else None
    stated = read_proposal(proposal, read, reading)
    given = read_answers(answers, read, stated.memberships)
    return AnsweredSeason(read, stated, given, reading.fits if reading else None)
