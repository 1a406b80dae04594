"""`koalition close`: the next season's folder, with the ties and counts that this one leaves."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import (
    AsJson,
    Lang,
    ProposalFile,
    SeasonFolder,
    command,
    open_answers,
    open_call,
    open_proposal,
)
from api.cli.kept import files_of
from api.cli.output import dump, print_json, print_text
from models.messages import say
from models.text import Language


@command
def close(
    season: SeasonFolder,
    proposal: ProposalFile,
    out: Annotated[Path, typer.Option(metavar="NEXT", help="Folder of the next season.")],
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Members' answers: who will collaborate.")
    ] = None,
    plan: Annotated[
        list[Path] | None,
        typer.Option(metavar="plan.json", help="Only pairs that shared a room met; repeatable."),
    ] = None,
    lang: Lang = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Write the next season's folder: who has met, who collaborates, who was passed over."""
    from api.use_cases.close_season import CLOSE_SEASON, Closing
    from api.use_cases.use_case import perform
    from data.files.documents import insist_on_readable
    from data.files.next_season import write_next_season
    from data.files.plans import read_plans

    insist_on_readable(answers, *(plan or ()))
    call = open_call(season, lang)
    stated = open_proposal(call, proposal, trusts_relevance=True)
    given = open_answers(call, answers, stated, lang) if answers else ()
    plans = tuple(each for path in plan for each in read_plans(path)) if plan else None
    closing = Closing(proposal=stated, answers=given, plans=plans)
    legacy = perform(CLOSE_SEASON, call, closing)
    with files_of(season) as folder:
        files = write_next_season(folder, out, legacy.passed_over, legacy.ties)
    counts = dump(legacy.counts)
    if as_json:
        print_json({"folder": str(out), "files": [path.name for path in files], **counts})
        return
    print_text(say("close_written", path=out), lang)
    print_text(say("close_ties", **counts), lang)
    print_text(say("close_counts", **counts), lang)
    print_text(say("close_next", path=out / "season.toml"), lang)
