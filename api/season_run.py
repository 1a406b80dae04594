"""The whole batch of a season, in sequence: proposal, report, suggestions, meetings, summary.

Files are written beside their place and moved there when whole, but for those of the
meetings, which update what is there; a lock keeps a second run out of the folder.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from api.jobs import propose_checked, to_document, write_json, write_report
from api.meeting_plans import PLAN, Request, plan_coalitions, write_plans
from models.canonical import Json
from models.errors import Busy
from models.meetings import PlanSettings
from models.ports.progress import Progress
from models.proposals import Proposal
from models.seasons import Season
from models.suggestions import Selection
from models.text import Language

if TYPE_CHECKING:
    from matcher.core.settings import Options
    from matcher.embedding.reading import Reading
    from matcher.suggest import Matchmaker

SCHEMA = "koalition/summary/1"
LOCK = ".lock"
SUGGESTIONS_EACH = 10
MEETINGS = "meetings"


def run_season(
    season: Season,
    reading: "Reading",
    options: "Options",
    folder: Path,
    language: Language,
    progress: Progress,
) -> Json:
    """Run a season's whole batch into a folder, and give its summary.

    Every actor gets suggestions, the hidden ones too, who are themselves suggested to nobody.

    Raises
    ------
    Busy
        `run_locked`: another run works in the folder.
    """
    from matcher.suggest import Matchmaker

    with hold_folder(folder):
        proposal = propose_checked(season, reading, options, progress)
        with _replaced(folder / "proposal.json") as path:
            write_json(path, to_document(proposal))
        with _replaced(folder / "report.html") as path:
            write_report(path, season, proposal, language)
        matchmaker = Matchmaker(season, reading)
        with _replaced(folder / "suggestions.json") as path:
            write_json(path, _suggest_all(matchmaker, progress))
        request = Request(PlanSettings(seed=proposal.seed))
        made = plan_coalitions(season, proposal.memberships, request, progress)
        plans = [each.plan for each in made]
        write_plans(folder / MEETINGS, season, plans, language, matchmaker)
        summary = _summarise(proposal, folder)
        with _replaced(folder / "summary.json") as path:
            write_json(path, summary)
    return summary


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a run's folder, which is made where it is missing.

    Raises
    ------
    Busy
        `run_locked`: another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise Busy("run_locked", path=folder) from error


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    """Give a draft to write, and put it in place when it is whole."""
    draft = path.with_name(f"{path.name}.draft")
    yield draft
    draft.replace(path)


def _suggest_all(matchmaker: "Matchmaker", progress: Progress) -> Json:
    """Give every actor's suggestions by id, in the order of ids."""
    selection = Selection(k=SUGGESTIONS_EACH)
    return {
        actor_id: [partner.model_dump(mode="json") for partner in partners]
        for actor_id, partners in matchmaker.suggest_all(selection, progress)
    }


def _summarise(proposal: Proposal, folder: Path) -> Json:
    """Say in short what a run made, with the checksums of its files."""
    certificate = proposal.certificate
    return {
        "schema": SCHEMA,
        "season": proposal.season,
        "input_sha256": proposal.input_sha256,
        "content_sha256": proposal.content_sha256,
        "coalitions": len(proposal.coalitions),
        "seats": sum(coalition.size for coalition in proposal.coalitions),
        "unplaced": len(proposal.unplaced),
        "conflicts": len(proposal.conflicts),
        "certificate": json.loads(certificate.model_dump_json()),
        "files": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in ("proposal.json", "report.html", "suggestions.json", f"{MEETINGS}/{PLAN}")
        },
    }
