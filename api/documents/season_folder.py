"""The folder of a season's whole batch: proposal, report, suggestions, meetings, summary.

Files are written beside their place and moved there when whole, but for those of the
meetings, which update what is there; a lock keeps a second run out of the folder.
"""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from api.documents.meetings.folder import PLAN, write_plans
from api.documents.report.render import render_report
from api.use_cases.plan_meetings import PLAN_MEETINGS, MeetingOrder
from api.use_cases.prepare_run import RunOrder
from api.use_cases.propose import PROPOSE
from api.use_cases.suggest_partners import SUGGEST_PARTNERS, Wish
from api.use_cases.use_case import perform
from data.files.agendas import read_agendas
from data.files.documents import write_document, write_text_page
from data.files.folders import hold_folder, replace_whole
from models.canonical import Json
from models.editions import ReportForm
from models.meetings import PlanSettings
from models.proposals import Proposal
from models.text import Language

if TYPE_CHECKING:
    from api.use_cases.call import Call

SCHEMA = "koalition/summary/1"
SUGGESTIONS_EACH = 10
MEETINGS = "meetings"


def write_season_folder(
    call: "Call",
    order: RunOrder,
    folder: Path,
    language: Language,
    form: ReportForm | None = None,
) -> Json:
    """Ask for a season's whole batch, write it into a folder, and give its summary.

    Every actor gets suggestions, the hidden ones too, who are themselves suggested to nobody.

    Raises
    ------
    Busy
        `run_locked`: another run works in the folder.
    """
    season = call.season
    with hold_folder(folder):
        proposal = perform(PROPOSE, call, order)
        with replace_whole(folder / "proposal.json") as path:
            write_document(path, proposal.to_document())
        with replace_whole(folder / "report.html") as path:
            write_text_page(path, render_report(season, proposal, language, form=form))
        with replace_whole(folder / "suggestions.json") as path:
            write_document(path, _suggest_all(call))
        settings = PlanSettings(seed=proposal.seed)
        meetings = MeetingOrder(proposal=proposal, settings=settings, templates=read_agendas(None))
        plans = [made.plan for made in perform(PLAN_MEETINGS, call, meetings)]
        matchmaker = call.open_matchmaker()
        write_plans(folder / MEETINGS, season, plans, language, matchmaker, call.work.host)
        summary = _summarise(proposal, folder)
        with replace_whole(folder / "summary.json") as path:
            write_document(path, summary)
    return summary


def _suggest_all(call: "Call") -> Json:
    """Give every actor's suggestions by id, in the order of ids."""
    return {
        each.actor_id: [partner.model_dump(mode="json") for partner in each.partners]
        for each in perform(SUGGEST_PARTNERS, call, Wish(k=SUGGESTIONS_EACH))
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
