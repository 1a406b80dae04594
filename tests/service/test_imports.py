"""Files into a season over HTTP, and out of it, on both databases."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from api.bootstrap import Installation
from api.service import Service
from data.store.tables import ImportRow
from tests.kit.computing import write_small
from tests.kit.document_client import DocumentClient

SEASON = "varen"


@pytest.fixture
def season(kim: DocumentClient) -> str:
    kim.call("createSeason", {"name": "Våren", "slug": SEASON})
    return SEASON


def send(client: DocumentClient, files: dict[str, bytes], **headers: str) -> Any:
    """Send files; the client's call knows JSON alone."""
    parts = [("files", (name, content)) for name, content in files.items()]
    address = f"/api/v1/seasons/{SEASON}/imports"
    told = {**client.headers, **headers}
    return client.http.post(address, files=parts, headers=told)


def folder_of(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(path.iterdir())}


def zipped(files: dict[str, bytes], top: str = "") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{top}{name}", content)
    return written.getvalue()


def apply(client: DocumentClient, read: Any, **decisions: str) -> Any:
    assert read.status_code == 201, read.text
    return client.call("applyImport", {"decisions": decisions}, **{"import": read.json()["id"]})


def test_files_in_and_out_again_are_the_same_season(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    files = folder_of(write_small(tmp_path / "small"))
    read = send(kim, {"s.zip": zipped(files, "liten/")})
    plan = read.json()["plan"]
    assert (len(plan["actors"]["added"]), len(plan["challenges"]["added"])) == (12, 1)
    assert kim.call("listActors", season=season).json()["items"] == []
    applied = apply(kim, read)
    assert applied.json()["state"] == "applied"
    again = send(kim, files).json()["plan"]
    assert not any(again[kind][part] for kind in again for part in ("added", "changed", "removed"))
    out = kim.http.get(f"/api/v1/seasons/{season}/export", headers=kim.headers)
    with zipfile.ZipFile(io.BytesIO(out.content)) as archive:
        archive.extractall(tmp_path)
    one, other = (Installation().open_season(tmp_path / name) for name in ("small", season))
    assert (one.season, one.people) == (other.season, other.people)


def test_what_was_edited_by_hand_is_asked_about_and_never_lost(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    files = folder_of(write_small(tmp_path / "small"))
    apply(kim, send(kim, files))
    actors = {
        each["code"]: each["id"] for each in kim.call("listActors", season=season).json()["items"]
    }
    any_version = {"If-Match": "*"}
    kim.call(
        "editActor",
        {"description": "Nu säger vi något helt annat om kultur och unga."},
        any_version,
        actor=actors["a00"],
    )
    kim.call("editActor", {"offers": "lokaler"}, any_version, actor=actors["a01"])
    kim.call("removeActor", headers=any_version, actor=actors["a02"])
    same = send(kim, files).json()["plan"]["actors"]
    assert (same["changed"], same["added"], same["kept"]) == ([], [], 3)
    text = (
        files["actors.csv"]
        .decode()
        .replace("nytt nummer 0.", "gammalt.")
        .replace("nytt nummer 1.", "gammalt.")
    )
    read = send(kim, {**files, "actors.csv": text.encode()})
    changed = {each["key"]: each for each in read.json()["plan"]["actors"]["changed"]}
    assert changed["a00"]["conflicts"] == ["description"]
    assert changed["a01"]["conflicts"] == []
    undecided = apply(kim, read)
    assert (undecided.status_code, undecided.json()["code"]) == (409, "decisions_needed")
    done = apply(kim, read, **{"actors/a00": "service"})
    assert done.status_code == 200
    now = {each["code"]: each for each in kim.call("listActors", season=season).json()["items"]}
    assert now["a00"]["description"].startswith("Nu säger")
    assert (now["a01"]["offers"], now["a01"]["description"].endswith("gammalt.")) == (
        "lokaler",
        True,
    )
    assert "a02" not in now
    assert (
        send(kim, {**files, "actors.csv": text.encode()}).json()["plan"]["actors"]["changed"] == []
    )


def test_a_plan_is_for_the_season_as_it_was(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    read = send(kim, folder_of(write_small(tmp_path / "small")))
    kim.call("editSeason", {"year": 2027}, {"If-Match": "*"}, season=season)
    stale = apply(kim, read)
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    assert kim.call("listActors", season=season).json()["items"] == []


def test_faults_are_told_all_at_once_and_nothing_is_planned(
    kim: DocumentClient, season: str
) -> None:
    read = send(kim, {"actors.csv": b"name,sector\nA,\nB,?\n", "challenges.csv": b"id,title\n"})
    assert read.json()["state"] == "read"
    assert read.json()["plan"] is None
    assert len(read.json()["faults"]) > 3
    refused = apply(kim, read)
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    discarded = kim.call("discardImport", **{"import": read.json()["id"]})
    assert discarded.json()["state"] == "discarded"


def test_edited_settings_are_exported_where_they_are_stated(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    files = folder_of(write_small(tmp_path / "small"))
    files["season.toml"] = '# Vår egen\nname = "Våren"\n[weights]\nnovelty = 1\n'.encode()
    apply(kim, send(kim, files))
    change = {"settings": {"balance": 0.25, "weights": {"novelty": 2.0}}}
    kim.call("editSeason", change, {"If-Match": "*"}, season=season)
    out = kim.http.get(f"/api/v1/seasons/{season}/export", headers=kim.headers)
    with zipfile.ZipFile(io.BytesIO(out.content)) as archive:
        text = archive.read(f"{season}/season.toml").decode()
    assert "# Vår egen" in text
    assert "balance = 0.25" in text
    assert "novelty = 2.0" in text


def test_an_import_sent_again_under_its_key_is_one(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    files = folder_of(write_small(tmp_path / "small"))
    one, other = (send(kim, files, **{"Idempotency-Key": "k"}) for _ in range(2))
    assert one.text == other.text
    reused = send(kim, {**files, "season.toml": b'name = "X"'}, **{"Idempotency-Key": "k"})
    assert (reused.status_code, reused.json()["code"]) == (422, "key_reused")


BOMB = zipped({"actors.csv": b"0" * 80_000_000})


@pytest.mark.parametrize(
    ("files", "statuses"),
    [
        ({"../../etc/passwd.csv": b"x"}, {400}),
        ({"s.zip": zipped({"../actors.csv": b"x"})}, {400}),
        ({"s.zip": zipped({"/actors.csv": b"x"})}, {400}),
        ({"s.zip": b"PK\x03\x04 broken"}, {400}),
        ({"s.zip": BOMB}, {413}),
        ({"s.zip": zipped({f"{i}.csv": b"x" for i in range(200)})}, {413}),
        ({"virus.exe": b"MZ"}, {400}),
        ({"actors.xlsx": zipped({"xl/workbook.xml": b"<a>"})[:60]}, {422}),
        ({"actors.csv": b"a," * 1_000_000, "challenges.csv": b"\x00\x00"}, {422}),
        ({"actors.csv": bytes(range(128, 256))}, {422}),
        ({"actors.csv": b"name,sector\nA\0B,public\n"}, {422}),
        ({"actors.csv": b'name,sector\n"A,public\n'}, {422}),
    ],
)
def test_hostile_files_are_refused_and_nothing_is_kept(
    kim: DocumentClient, season: str, service: Service, files: Any, statuses: set[int]
) -> None:
    answer = send(kim, files)
    assert answer.status_code in statuses, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    if answer.status_code == 422:
        assert {each["file"] for each in answer.json()["faults"]} >= {"actors.csv"} & files.keys()
    with service.reading() as store:
        assert store.session.query(ImportRow).count() == 0
    with service.reading() as store:
        assert store.seasons.get(season).version == 1


def test_an_own_column_of_one_is_every_actor_s_column(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    apply(kim, send(kim, folder_of(write_small(tmp_path / "small"))))
    actor = kim.call("listActors", season=season).json()["items"][0]["id"]
    kim.call("editActor", {"attributes": {"förra året": "ja"}}, {"If-Match": "*"}, actor=actor)
    out = kim.http.get(f"/api/v1/seasons/{season}/export", headers=kim.headers)
    assert out.status_code == 200, out.text
    with zipfile.ZipFile(io.BytesIO(out.content)) as archive:
        assert "förra året" in archive.read(f"{season}/actors.csv").decode()


def test_what_is_computed_of_an_empty_season_is_refused(kim: DocumentClient, season: str) -> None:
    for event in ("open", "freeze"):
        kim.call("leadSeason", {"event": event}, season=season)
    for name in ("checkSeason", "openBoard", "startRun"):
        refused = kim.call(name, season=season)
        assert (refused.status_code, refused.json()["code"]) == (409, "season_empty"), name
    out = kim.http.get(f"/api/v1/seasons/{season}/export", headers=kim.headers)
    assert out.json()["code"] == "season_empty"


def test_actors_are_found_by_what_they_mean(
    kim: DocumentClient, season: str, tmp_path: Path
) -> None:
    apply(kim, send(kim, folder_of(write_small(tmp_path / "small"))))
    said = {"description": "Vi odlar grönsaker och lagar mat av det som andra slänger."}
    actor = kim.call("listActors", season=season).json()["items"][7]["id"]
    kim.call("editActor", said, {"If-Match": "*"}, actor=actor)
    asked = {"q": "matsvinn och odling", "limit": 5}
    first = kim.call("listActors", season=season, **asked).json()
    assert first["items"][0]["code"] == "a07"
    rest = kim.call("listActors", season=season, **asked, cursor=first["next"]).json()
    codes = [each["code"] for each in (*first["items"], *rest["items"])]
    assert len(set(codes)) == 10
    public = kim.call("listActors", season=season, q="mat", sector="public").json()["items"]
    assert {each["sector"] for each in public} == {"public"}
