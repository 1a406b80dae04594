"""Keep files that were read for a season, and plan what they would change."""

from pydantic import ValidationError

from api.use_cases.call import Call
from api.use_cases.use_case import Reach, UseCase
from models.clock import stamp_now
from models.errors import Fault, InputError, WrongState
from models.frozen import Frozen
from models.kept_imports import KeptImport
from models.kept_seasons import SeasonContent
from models.merging import Decision, MergePlan, merge
from models.text import Text

BROKEN = frozenset(
    {
        "bad_quotes",
        "control_character",
        "large_file",
        "large_workbook",
        "long_record",
        "many_columns",
        "many_merged",
        "many_rows",
        "not_utf8",
        "not_workbook",
        "unreadable_file",
        "workbook_locked",
        "workbook_old",
    }
)
"""Faults of files that are none: there is nothing in them to keep and to look at."""


class ReadFiles(Frozen):
    """What files hold, or everything that is wrong with them."""

    content: SeasonContent | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def read_import(call: Call, given: ReadFiles) -> KeptImport:
    """Keep the files, with what they would change where nothing is wrong with them.

    Raises
    ------
    InputError
        With all faults, where a file is broken: nothing of it is kept.
    WrongState
        `import_unfit`: what was changed by hand and what the files say do not go together.
    """
    if any(each.code in BROKEN for each in given.faults):
        raise InputError(given.faults)
    store, season = call.store, call.at
    plan = None
    if given.content is not None:
        plan, _ = plan_merge(call, given.content, {})
    told = {
        "faults": [each.model_dump(mode="json") for each in given.faults],
        "warnings": [each.model_dump(mode="json") for each in given.warnings],
        "plan": None if plan is None else plan.model_dump(mode="json"),
    }
    state = "read" if plan is None else "planned"
    id_ = store.imports.add(season.id, season.version, state, told, given.content, call.caller.name)
    return store.imports.read(id_)


def plan_merge(
    call: Call, files: SeasonContent, decisions: dict[str, Decision]
) -> tuple[MergePlan, SeasonContent]:
    """Merge what files say into the season as it is now.

    Raises
    ------
    WrongState
        `import_unfit`.
    """
    try:
        base = call.store.imports.find_base(call.at.id)
        return merge(base, call.content, files, decisions)
    except ValidationError as error:
        raise WrongState("import_unfit", reason=error.errors()[0]["msg"]) from error


def apply_merge(
    call: Call, id_: str, version: int, decisions: dict[str, Decision]
) -> tuple[MergePlan, int]:
    """Bring an import's files into the season, and give the plan and the season's new version.

    Raises
    ------
    WrongState
        `import_unfit`, `decisions_needed`, `season_moved`.
    """
    store, season = call.store, call.at
    plan, merged = plan_merge(call, store.imports.read_content(id_), decisions)
    if plan.conflicts:
        raise WrongState("decisions_needed", rows=", ".join(plan.conflicts[:10]))
    if merged != call.content:
        version = store.seasons.replace(season.slug, version, merged).version
    told = {key: str(value) for key, value in decisions.items()}
    store.imports.advance(id_, "apply", applied_at=stamp_now(), decisions=told)
    store.ring(f"season:{season.id}")
    return plan, version


READ_IMPORT = UseCase(
    action="import.read",
    input=ReadFiles,
    run=read_import,
    title=Text(sv="Läs in filer", en="Read files in"),
    description=Text(
        sv="Sparar inlästa filer och säger rad för rad vad de skulle ändra.",
        en="Keeps files that were read, and says row by row what they would change.",
    ),
    reach=Reach.CHANGE,
    right="import.apply",
    event="import_read",
)
