"""Bring an import's files into the season: all of it, or nothing."""

from pydantic import Field

from api.use_cases.call import Call
from api.use_cases.read_import import apply_merge
from api.use_cases.use_case import Reach, UseCase
from models.errors import BadRequest, WrongState
from models.frozen import Frozen
from models.kept_imports import KeptImport
from models.merging import Decision
from models.text import Text


class Decisions(Frozen):
    """By `kind/key`, whose columns hold where both changed."""

    decisions: dict[str, Decision] = Field(default_factory=dict)


def apply_import(call: Call, given: Decisions) -> KeptImport:
    """Apply the import that the address names, exactly as its plan says.

    Raises
    ------
    WrongState
        `stale`: the season moved since the plan was made; `decisions_needed`;
        `wrong_state`.
    BadRequest
        `decision_unknown`: nothing of that name is to be decided.
    """
    store, season = call.store, call.at
    kept = store.imports.read(call.thing, to_change=True)
    if kept.state == "planned" and kept.base_version != season.version:
        raise WrongState("stale", version=season.version)
    if kept.state != "planned":
        store.imports.advance(kept.id, "apply")
    waiting = set(_conflicts(kept))
    for key in given.decisions.keys() - waiting:
        raise BadRequest("decision_unknown", name=key, field="decisions")
    apply_merge(call, kept.id, season.version, dict(given.decisions))
    return store.imports.read(kept.id)


def _conflicts(kept: KeptImport) -> list[str]:
    plan = kept.plan or {}
    return [
        f"{kind}/{change['key']}"
        for kind, part in plan.items()
        for listed in ("added", "changed", "removed")
        for change in part[listed]
        if change["conflicts"]
    ]


APPLY_IMPORT = UseCase(
    action="import.apply",
    input=Decisions,
    run=apply_import,
    title=Text(sv="Genomför en inläsning", en="Apply an import"),
    description=Text(
        sv="För in filernas ändringar i säsongen, allt eller inget.",
        en="Brings the files' changes into the season, all of them or none.",
    ),
    reach=Reach.CHANGE,
    right="import.apply",
    event="import_applied",
)
