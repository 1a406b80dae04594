"""What the doctor says of the database, its queue and the disk; on either database."""

import shutil
import socket
from collections import namedtuple
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from api.doctor.service import examine_disk, examine_service
from api.settings import InstallationSettings
from data.store import engines
from data.store.engines import Database
from data.store.jobs import StoredJobs
from data.store.schema import downgrade_tables
from models.installation import Finding

Usage = namedtuple("Usage", "total used free")
CANARY = "kanarie-7f3a"


def look(url: str, place: Path) -> list[Finding]:
    """Examine what a database's address leads to, but for the disk."""
    settings = InstallationSettings(database_url=SecretStr(url), state_dir=place / "state")
    return [each for each in examine_service(settings) if each.key != "disk"]


def tell(findings: list[Finding]) -> list[str]:
    """Give each finding's key, state and text, in short."""
    return [f"{each.key} {each.state}: {each.text.en}".replace("\xa0", " ") for each in findings]


def test_a_sound_database_is_told_with_its_tables_and_its_queue(
    database: Database, url: str, tmp_path: Path
) -> None:
    first, record, second = tell(look(url, tmp_path))
    assert first.startswith(f"database ok: The database {database.place}: ")
    assert first.endswith(" 0 seasons; whole.")
    assert record.startswith("record ok: The record of changes is whole")
    assert second.startswith("queue ok: The queue: 0 waiting")


def test_a_database_that_is_new_is_left_as_it_is(url: str, tmp_path: Path) -> None:
    (finding,) = look(url, tmp_path)
    assert finding.state == "ok"
    assert "are made when" in finding.text.en or "is made when" in finding.text.en
    assert not (tmp_path / "state").exists()
    assert look(url, tmp_path) == [finding]


def test_tables_of_an_older_version_and_other_ones_are_broken(
    database: Database, url: str, tmp_path: Path
) -> None:
    with database.writing() as session:
        session.execute(text("DROP INDEX ix_jobs_state_due_at"))
    (finding,) = look(url, tmp_path)
    assert "differ" in finding.text.en
    downgrade_tables(database, "0003")
    (finding,) = look(url, tmp_path)
    assert finding.state == "broken"
    assert "(0003, now" in finding.text.en
    assert finding.mend is not None
    assert "koalition db upgrade" in finding.mend.sv


def test_references_that_lead_nowhere_are_damage(
    database: Database, url: str, tmp_path: Path
) -> None:
    with database.engine.connect() as connection:
        if database.is_sqlite:
            raw = connection.connection.driver_connection
            connection.rollback()
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute(
                "INSERT INTO jobs (id, kind, season_id, ref, state, attempts, due_at, "
                "is_cancel_asked, created_at) "
                "VALUES ('j', 'propose', 'nobody', 'r', 'done', 1, '', 0, '')"
            )
        else:
            connection.execute(
                text(
                    "ALTER TABLE jobs ADD CONSTRAINT later FOREIGN KEY (ref) "
                    "REFERENCES runs (id) NOT VALID"
                )
            )
            connection.commit()
    (finding,) = look(url, tmp_path)
    assert (finding.key, finding.state) == ("database", "broken")
    assert "is damaged: jobs" in finding.text.en
    assert finding.mend is not None
    assert "koalition restore" in finding.mend.en


def test_pages_that_were_overwritten_are_damage(database: Database, tmp_path: Path) -> None:
    if not database.is_sqlite:
        return  # a server's files are its own to look after
    file = Path(database.place)
    database.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    file.write_bytes(content)
    for damaged in (bytes(content), b"no database at all, but text\n" * 400):
        file.write_bytes(damaged)
        (finding,) = look(f"sqlite:///{file}", tmp_path)
        assert finding.state == "broken"
        assert finding.mend is not None
        assert "koalition restore" in finding.mend.sv


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    nowhere = f"postgresql://me:{CANARY}@/db?host={tmp_path}&password={CANARY}"
    (finding,) = look(nowhere, tmp_path)
    assert f"The database postgresql://me@{tmp_path}/db: connection " in finding.text.en
    assert CANARY not in finding.model_dump_json()
    (finding,) = look(f"oracle://me:{CANARY}@host/db", tmp_path)
    assert finding.state == "broken"
    assert CANARY not in finding.model_dump_json()


def test_a_server_that_never_answers_is_not_waited_for_endlessly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "CONNECT_S", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        (finding,) = look(f"postgresql://me@127.0.0.1:{port}/db", tmp_path)
    assert finding.state == "broken"
    assert "timeout" in finding.text.en


def test_jobs_without_anybody_to_do_them_are_noted(
    database: Database, url: str, tmp_path: Path
) -> None:
    with database.writing() as session:
        StoredJobs(session).add("propose", None, "one", delay_s=-90)
        StoredJobs(session).add("propose", None, "two", delay_s=30)
    told = tell(look(url, tmp_path))
    assert told[2].startswith("queue ok: The queue: 2 waiting, the oldest for 9")
    assert "none is running" in told[3]
    with database.writing() as session:
        assert StoredJobs(session).claim("somebody", lease_s=60)
    assert len(look(url, tmp_path)) == 3
    with database.writing() as session:
        session.execute(text("UPDATE jobs SET lease_until = '2000' WHERE state = 'running'"))
    told = tell(look(url, tmp_path))
    assert "1 running, 1 without a sign of life" in told[2]
    assert told[3].startswith("queue note: 1 job is running without a sign of life")


def test_little_room_is_noted_and_a_file_in_the_way_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    (finding,) = examine_disk("outbox", tmp_path / "file" / "outbox")
    assert (finding.key, finding.state) == ("disk", "broken")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - 10**7, 10**7))
    (finding,) = examine_disk("database", tmp_path / "state")
    assert finding.state == "note"
    assert "only 10 MB is free" in finding.text.en
