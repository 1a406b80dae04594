"""What whoever runs the service relies on: numbers, log lines, limits, backups, full disks."""

import json
import logging
import re
import resource
import threading
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.http.guard import MOST_BYTES
from api.http.metrics import SERIES
from api.http.watching import JsonLines
from api.letters.addresses import Addresses
from api.service import Service
from api.settings import Environment, InstallationSettings
from api.worker.postman import Postman
from api.worker.worker import Worker
from data.mail.outbox import Outbox
from data.store.backups import restore_backup, write_backup
from data.store.engines import Database
from data.store.schema import ensure_tables
from models.errors import BadRequest, StorageFull, WrongState
from models.mails import MailTemplate
from models.text import Language
from tests.kit.computing import read_small
from tests.kit.document_client import DocumentClient
from tests.service.conftest import BASE_URL

PATHS = ("/metrics", "/docs", "/api/openapi.json", "/health/ready", "/api/v1/seasons")
SECRETS = ("Hemliga föreningen", "kim@example.org", "liten", "bearer")


def test_a_backup_goes_back_into_an_empty_database_of_either_kind(
    service: Service, kim: DocumentClient, tmp_path: Path, postgres: str
) -> None:
    kim.call("createSeason", {"name": "Våren", "slug": "varen"})
    with service.changing() as store:
        store.seasons.add("liten", read_small(tmp_path / "small"))
    file = tmp_path / "all.zip"
    counts = write_backup(service.database, file)
    assert (counts["seasons"], counts["actors"], counts["accounts"]) == (2, 12, 1)
    with psycopg.connect(postgres.format(name="postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS again")
        server.execute("CREATE DATABASE again")
    for url in (f"sqlite:///{tmp_path / 'again.sqlite'}", postgres.format(name="again")):
        other = Database(url)
        assert restore_backup(other, file) == counts
        with pytest.raises(WrongState, match="not empty"):
            restore_backup(other, file)
        write_backup(other, tmp_path / "again.zip")
        assert read_rows(tmp_path / "again.zip") == read_rows(file)
        with other.writing() as session:
            session.execute(text("DELETE FROM seasons"))
        other.close()


def read_rows(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "jsonl" in name}


def test_a_backup_that_was_changed_is_refused_whole(service: Service, tmp_path: Path) -> None:
    import zipfile

    file, forged = tmp_path / "all.zip", tmp_path / "forged.zip"
    with service.changing() as store:
        store.seasons.add("liten", read_small(tmp_path / "small"))
    write_backup(service.database, file)
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(forged, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(b"Lund", b"Kiruna"))
    empty = Database(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    with pytest.raises(BadRequest, match="damaged"):
        restore_backup(empty, forged)
    assert restore_backup(empty, file)["actors"] == 12
    empty.close()


def test_requests_are_numbered_counted_and_logged_without_anything_personal(
    kim: DocumentClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "koalition.requests")
    kim.call("createSeason", {"name": "Hemliga föreningen", "slug": "liten"})
    told = kim.http.get(
        "/api/v1/seasons/liten?lang=sv", headers={**kim.headers, "X-Request-ID": "my-number-1"}
    )
    assert told.headers["x-request-id"] == "my-number-1"
    odd = kim.http.get("/nowhere", headers={"X-Request-ID": "<script>"})
    assert len(odd.headers["x-request-id"]) == 32
    lines = [JsonLines().format(record) for record in caplog.records]
    entries = [json.loads(line) for line in lines]
    assert {"/seasons/{season}"} <= {each.get("route") for each in entries}
    figures = kim.http.get("/metrics").text
    for secret in SECRETS:
        assert all(secret not in line.lower() for line in (*lines, figures))
    assert 'koalition_seasons{state="draft"} 1.0' in figures
    assert "koalition_database_up 1.0" in figures


def test_every_series_is_told_and_is_in_the_reference(kim: DocumentClient) -> None:
    told = dict(re.findall(r"^# TYPE (koalition_\w+) (\w+)$", kim.http.get("/metrics").text, re.M))
    told = {name: kind for name, kind in told.items() if not name.endswith("_created")}
    assert told == {each.name: each.kind for each in SERIES}
    assert len(told) >= 20


def test_what_goes_wrong_with_jobs_and_mails_is_counted(
    service: Service, kim: DocumentClient
) -> None:
    with service.changing() as store:
        for ref in ("one", "two", "three"):
            store.jobs.add("bound", None, ref, delay_s=-5)
        store.mails.add(MailTemplate.SIGN_IN, "kim@example.org", Language.SV, {})
        for _ in range(2):
            assert store.jobs.claim("worker", -1)
        store.jobs.take_back_lost()
        assert store.jobs.claim("worker", -1)
    figures = kim.http.get("/metrics").text
    for line in (
        'koalition_jobs{state="queued"} 2.0',
        'koalition_jobs{state="running"} 1.0',
        "koalition_jobs_expired 1.0",
        "koalition_jobs_taken_again 1.0",
        "koalition_lease_losses 1.0",
        'koalition_mails{state="queued"} 1.0',
        "koalition_warm_bytes 0.0",
    ):
        assert f"{line}\n" in figures
    size = re.search(r"^koalition_database_bytes (\S+)$", figures, re.M)
    assert size and float(size[1]) > 10_000


def test_numbers_come_without_the_database_too_and_none_of_them_is_stale(
    service: Service, kim: DocumentClient
) -> None:
    kim.http.get("/metrics")
    away = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none")
    service.database._reader, reader = away, service.database._reader
    try:
        answer = kim.http.get("/metrics")
    finally:
        service.database._reader = reader
        away.dispose()
    assert answer.status_code == 200
    assert "koalition_database_up 0.0" in answer.text
    assert "koalition_jobs_oldest_seconds NaN" in answer.text
    assert "koalition_rows{" not in answer.text
    assert "koalition_database_up 1.0" in kim.http.get("/metrics").text


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_what_is_too_large_is_refused_before_it_is_read(kim: DocumentClient, kind: str) -> None:
    told = {**kim.headers, "Content-Type": kind}
    answer = kim.http.post("/api/v1/seasons", content=b"x" * (MOST_BYTES + 1), headers=told)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_what_grows_too_large_is_refused_too(kim: DocumentClient) -> None:
    def grow() -> Any:
        for _ in range(6):
            yield b"x" * 1_000_000

    told = {**kim.headers, "Content-Type": "application/json"}
    answer = kim.http.post("/api/v1/seasons", content=grow(), headers=told)
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_full_disk_keeps_what_was_and_says_so(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'full.sqlite'}")
    ensure_tables(database)
    content = read_small(tmp_path / "small")
    from data.store.seasons import StoredSeasons

    with database.writing() as session:
        StoredSeasons(session).add("one", content)
    large = content.evolve(settings_text="# " + "x" * 5_000_000)
    with pytest.raises(StorageFull), database.writing() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count = {pages + 20}"))
        StoredSeasons(session).add("two", large)
    with database.reading() as session:
        assert [each.slug for each in StoredSeasons(session).list_all()] == ["one"]
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    database.close()


def test_an_export_for_which_there_is_no_room_says_so(
    kim: DocumentClient, service: Service, tmp_path: Path
) -> None:
    with service.changing() as store:
        owner = store.people.find_account("kim@example.org")
        assert owner is not None
        store.seasons.add("liten", read_small(tmp_path / "small"), owner.id)
    assert kim.call("exportSeason", season="liten").status_code == 200
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, hard))
    try:
        refused = kim.call("exportSeason", season="liten")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
    assert kim.call("exportSeason", season="liten").status_code == 200


def test_starting_and_stopping_leaves_nothing_behind(url: str, tmp_path: Path) -> None:
    def live_once() -> None:
        with Installation().serve(url) as opened:
            settings = Installation().settings
            app = create_app(
                opened,
                is_local=True,
                make_worker=lambda: Worker(opened, settings),
                make_postman=lambda: Postman(
                    opened, Outbox(tmp_path, "Koalition <k@example.org>"), Addresses("http://x")
                ),
            )
            with TestClient(app, base_url=BASE_URL) as http:
                assert http.get("/health/ready").status_code == 200

    def count() -> tuple[int, int]:
        return len(tuple(Path("/proc/self/fd").iterdir())), threading.active_count()

    live_once()
    before = count()
    for _ in range(10):
        live_once()
    after = count()
    assert after[0] <= before[0] + 2
    assert after[1] <= before[1] + 2


def test_secrets_of_the_settings_are_in_no_log_number_or_answer(
    url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    canary = "kanarie-7f3a"
    settings = InstallationSettings(
        database_url=SecretStr(url if "sqlite" in url else f"{url}&password={canary}"),
        env=Environment.PRODUCTION,
        secret=SecretStr(canary),
        smtp_url=SecretStr(f"smtp://me:{canary}@127.0.0.1:1"),
        state_dir=tmp_path / "state",
    )
    installation = Installation(settings)
    with installation.serve() as service:
        with service.changing() as store:
            kim = store.people.add_account("kim@example.org", "Kim")
            store.mails.add(
                *(MailTemplate.SIGN_IN, "kim@example.org", Language.SV, {}), account_id=kim
            )
        postman = Postman(service, installation.open_post(), Addresses(settings.base_url))
        assert postman.send_all() == 1  # and the server refuses
        app = create_app(service)
        with TestClient(app, base_url=BASE_URL, raise_server_exceptions=False) as http:
            told = [http.get(path).text for path in PATHS]
            away = create_engine(f"postgresql+psycopg://me:{canary}@127.0.0.1:1/none")
            service.database._reader, reader = away, service.database._reader
            failed = http.get("/api/v1/seasons", headers={"Authorization": "Bearer kk_nobody"})
            told += [http.get("/metrics").text, failed.text]
            service.database._reader = reader
            away.dispose()
    assert failed.status_code == 503
    lines = [JsonLines().format(record) for record in caplog.records]
    told += lines + [record.getMessage() for record in caplog.records] + [caplog.text]
    assert any("was not sent" in line for line in lines)
    assert all(canary not in each for each in told)
