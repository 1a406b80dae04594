"""`koalition close`: the next season's folder, with the ties and counts that this one leaves."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import AsJson, Lang, ProposalFile, SeasonFolder, command, open_told
from api.cli.output import dump, print_json, print_text
from api.jobs import insist_on_readable, read_proposal
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
    from api.documents.outcomes.documents import read_rooms
    from data.files.answers import read_answers
    from data.files.next_season import write_next_season
    from matcher.outcomes.closing import describe_close, met_pairs, next_passed_over, next_ties

    insist_on_readable(answers, *(plan or ()))
    read = open_told(season, lang)
    stated = read_proposal(proposal, read, None)
    coalitions = stated.memberships
    given = read_answers(answers, read, coalitions) if answers else ()
    rooms = read_rooms(plan, read, coalitions) if plan else None
    counts = next_passed_over(read, stated, rooms)
    ties = next_ties(read, met_pairs(coalitions, rooms), given)
    files = write_next_season(season, out, counts, ties)
    closed = describe_close(read, counts, ties, out, files)
    if as_json:
        print_json(dump(closed))
        return
    print_text(say("close_written", path=out), lang)
    print_text(say("close_ties", **closed.model_dump()), lang)
    print_text(say("close_counts", **closed.model_dump()), lang)
    print_text(say("close_next", path=out / "season.toml"), lang)
