"""`koalition outcomes`: the form for members' answers, their summary, and what they teach."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.app import (
    AsJson,
    Lang,
    LangOfAll,
    ProposalFile,
    SeasonFolder,
    app,
    command,
    open_answers,
    open_call,
    open_proposal,
)
from api.cli.output import BAD_INPUT, dump, print_json, print_text, stop
from api.cli.spoken import SpokenGroup
from models.errors import BadRequest
from models.messages import say
from models.text import Language

if TYPE_CHECKING:
    from api.use_cases.call import Call
    from api.use_cases.learn_outcomes import Answered

outcomes_app = typer.Typer(cls=SpokenGroup, no_args_is_help=True)
app.add_typer(outcomes_app, name="outcomes")


@outcomes_app.callback()
def speak(_lang: LangOfAll = None) -> None:
    """What members answered after the meetings."""


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
    from api.use_cases.ask_for_outcomes import ASK_FOR_OUTCOMES
    from api.use_cases.open_proposal import Opened
    from api.use_cases.use_case import perform
    from data.files.answer_form import questions, write_form

    call = open_call(season, lang)
    stated = open_proposal(call, proposal, trusts_relevance=True)
    survey = perform(ASK_FOR_OUTCOMES, call, Opened(proposal=stated))
    files = write_form(out, call.season, survey.coalitions, lang)
    if as_json:
        asked = [{"column": column, "text": dump(text)} for column, text in questions()]
        print_json({"files": [str(file) for file in files], "questions": asked})
        return
    print_text(say("outcomes_form_written", path=files[0], rows=survey.seats), lang)
    for _, text in questions():
        typer.echo(f"- {text.in_language(lang)}")
    if survey.hidden:
        print_text(say("outcomes_form_hidden", count=survey.hidden), lang)


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
    from api.use_cases.summarise_outcomes import SUMMARISE_OUTCOMES, Answers
    from api.use_cases.use_case import perform
    from data.files.documents import (
        insist_on_readable,
        insist_on_writable,
        write_document,
        write_text_page,
    )
    from data.files.summaries import read_outcomes

    if comments and html is None:
        raise BadRequest("comments_need_html")
    insist_on_readable(answers, *(earlier or ()))
    insist_on_writable(out, html)
    call = open_call(season, lang)
    read = call.season
    stated = open_proposal(call, proposal, trusts_relevance=True)
    given = Answers(
        proposal=stated,
        answers=open_answers(call, answers, stated, lang),
        earlier=tuple(read_outcomes(path) for path in earlier or ()),
        with_comments=comments,
    )
    found = perform(SUMMARISE_OUTCOMES, call, given)
    made = found.outcomes
    if out:
        write_document(out, dump(made))
    if html:
        from api.documents.outcomes.page import render_outcomes

        write_text_page(html, render_outcomes(read, made, lang, found.comments))
    if as_json:
        print_json(dump(made))
        return
    from api.cli.outcome_lines import summary_lines

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
    from api.use_cases.learn_outcomes import LEARN_OUTCOMES, Lesson
    from api.use_cases.use_case import perform

    threes = list(zip(files[::3], files[1::3], files[2::3], strict=True))
    opened = [_open_answered(*three, words, lang) for three in threes]
    lesson = Lesson(seasons=tuple(answered for _, answered in opened), with_words=words)
    report = perform(LEARN_OUTCOMES, opened[0][0], lesson)
    if as_json:
        print_json(dump(report))
        return
    from api.cli.outcome_lines import learned_lines

    for line in learned_lines(report):
        print_text(line, lang)


def _open_answered(
    folder: Path, proposal: Path, answers: Path, words: bool, language: Language
) -> "tuple[Call, Answered]":
    """Read one season with its proposal and its answers."""
    from api.use_cases.learn_outcomes import Answered
    from data.files.documents import insist_on_readable

    insist_on_readable(proposal, answers)
    call = open_call(folder, language)
    stated = open_proposal(call, proposal, trusts_relevance=not words)
    given = open_answers(call, answers, stated, language)
    return call, Answered(season=call.season, proposal=stated, answers=given)
