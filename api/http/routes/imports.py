"""Files into a season and out of it: read, planned, applied, exported."""

import hashlib
from io import BytesIO
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory
from typing import Annotated
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, Body, File, Path, Query, Response, UploadFile

from api.http.asking import Asking, Key, KeyHeader, Shown
from api.http.examples.imports import APPLY, IMPORT, IMPORT_ID
from api.http.responses import answers, located
from api.http.routes.seasons import Plain, SeasonId, season_at
from api.http.schemas.common import LanguageQuery
from api.http.schemas.imports import ApplyRequest, ImportView
from api.use_cases.apply_import import APPLY_IMPORT, Decisions
from api.use_cases.describe_season import DESCRIBE_SEASON
from api.use_cases.discard_import import DISCARD_IMPORT
from api.use_cases.export_season import EXPORT_SEASON, Export
from api.use_cases.read_import import READ_IMPORT, ReadFiles
from api.use_cases.read_season import Nothing
from api.use_cases.show_import import SHOW_IMPORT
from data.files.exports import write_export
from data.files.uploads import lay_upload
from models.answers import OrderKey
from models.errors import InputError
from models.kept_imports import KeptImport
from models.kept_seasons import SeasonContent
from models.season_places import Target

router = APIRouter(tags=["imports"])
ImportId = Annotated[
    str,
    Path(alias="import", min_length=1, max_length=26, description="Its id.", examples=[IMPORT_ID]),
]
EMPTY = ApplyRequest()


def _at(id_: str) -> Target:
    return Target(kind="import", id=id_)


def _show(kept: KeptImport, status: int = 200) -> Shown:
    headers = {"Location": f"/api/v1/imports/{kept.id}"} if status == 201 else {}
    return Shown(ImportView.of(kept), status, headers)


@router.post(
    "/seasons/{season}/imports",
    operation_id="readImport",
    status_code=201,
    response_model=ImportView,
    responses=answers(
        {201: IMPORT},
        "upload_empty",
        "not_allowed",
        "not_found",
        "upload_large",
        "key_reused",
        extra={201: located("showImport", "import", has_version=False)},
    ),
)
def read_import(
    query: Annotated[LanguageQuery, Query()],
    season: SeasonId,
    asking: Asking,
    files: Annotated[
        list[UploadFile],
        File(description="The files of a season's folder, or one ZIP of them."),
    ],
    key: KeyHeader = None,
) -> Response:
    """Read a season's files, and plan what they would change; nothing changes yet.

    With faults the import's state is `read` and there is no plan: correct the files and send
    them again. Else the plan says row by row what would change; a row that was edited by hand
    and in the files has `conflicts`, which whoever applies it decides.
    """
    target = season_at(season)
    told = asking.ask(DESCRIBE_SEASON, Nothing(), target).values
    parts = [(each.filename or "", each.file.read()) for each in files]
    given = _read(asking.read_folder, parts, str(told["slug"]))
    order_key = None
    if key is not None:
        hashed = hashlib.sha256(f"POST {target.id}\n".encode())
        for name, content in parts:
            hashed.update(f"{name}\n{len(content)}\n".encode() + content)
        order_key = OrderKey(key=key, body_sha256=hashed.hexdigest())
    return asking.order(READ_IMPORT, given, lambda kept: _show(kept, 201), target, order_key)


def _read(read_folder: object, parts: list[tuple[str, bytes]], name: str) -> ReadFiles:
    """Read what was sent by the checks of files."""
    with lay_upload(parts, name) as folder:
        try:
            read = read_folder(folder)  # type: ignore[operator]
        except InputError as error:
            return ReadFiles(content=None, faults=error.faults, warnings=error.warnings)
    content = SeasonContent(
        season=read.season, people=read.people, host=read.host, settings_text=read.settings_text
    )
    return ReadFiles(content=content, warnings=read.warnings)


@router.get(
    "/imports/{import}",
    operation_id="showImport",
    responses=answers({200: IMPORT}, "not_found"),
)
def show_import(query: Plain, id_: ImportId, asking: Asking) -> ImportView:
    """Show an import: what is wrong with its files, or what they would change."""
    return ImportView.of(asking.ask(SHOW_IMPORT, Nothing(), _at(id_)))


@router.post(
    "/imports/{import}/apply",
    operation_id="applyImport",
    response_model=ImportView,
    responses=answers(
        {200: {**IMPORT, "state": "applied", "applied_at": "2026-09-02T08:31:00.000Z"}},
        "decision_unknown",
        "not_allowed",
        "not_found",
        "stale_plan",
        "decisions_needed",
        "key_reused",
    ),
)
def apply_import(
    query: Plain,
    id_: ImportId,
    asking: Asking,
    key: Key,
    body: Annotated[ApplyRequest, Body(openapi_examples=APPLY)] = EMPTY,
) -> Response:
    """Apply an import exactly as its plan says: all of it, or nothing."""
    given = Decisions(decisions=body.decisions)
    return asking.order(APPLY_IMPORT, given, _show, _at(id_), key)


@router.delete(
    "/imports/{import}",
    operation_id="discardImport",
    response_model=ImportView,
    responses=answers(
        {200: {**IMPORT, "state": "discarded"}}, "not_allowed", "not_found", "wrong_state"
    ),
)
def discard_import(query: Plain, id_: ImportId, asking: Asking) -> Response:
    """Discard an import; the season stays as it is."""
    return asking.order(DISCARD_IMPORT, Nothing(), _show, _at(id_))


@router.get(
    "/seasons/{season}/export",
    operation_id="exportSeason",
    response_class=Response,
    responses=answers(
        {},
        "not_allowed",
        "not_found",
        "season_empty",
        extra={
            200: {
                "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}
            }
        },
    ),
)
def export_season(query: Plain, season: SeasonId, asking: Asking) -> Response:
    """Export a season as a ZIP of its folder, which reads as the same season."""
    target = season_at(season)
    slug = str(asking.ask(DESCRIBE_SEASON, Nothing(), target).values["slug"])
    content = asking.ask(EXPORT_SEASON, Export(), target)
    written = BytesIO()
    with TemporaryDirectory() as place:
        folder = FilePath(place) / slug
        names = write_export(folder, content, asking.read_folder)
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for name in names:
                archive.write(folder / name, f"{slug}/{name}")
    headers = {"Content-Disposition": f'attachment; filename="{slug}.zip"'}
    return Response(written.getvalue(), media_type="application/zip", headers=headers)
