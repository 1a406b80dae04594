"""The record of changes: whole, chained, readable, erasable; on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import text

from api.doctor.service import examine_service
from api.service import Service
from api.settings import InstallationSettings
from models.installation import Soundness
from models.kept_events import BrokenChain
from tests.kit.computing import read_small
from tests.kit.document_client import DocumentClient

SEASON = "liten"


@pytest.fixture
def led(service: Service, kim: DocumentClient, tmp_path: Path) -> DocumentClient:
    """The owner of a season to which three things happened."""
    with service.changing() as store:
        owner = store.people.find_account("kim@example.org")
        assert owner is not None
        store.seasons.add(SEASON, read_small(tmp_path / "small"), owner.id)
    kim.call("leadSeason", {"event": "open"}, season=SEASON)
    actor = kim.call("listActors", season=SEASON).json()["items"][0]["id"]
    kim.call("editActor", {"offers": "ett kök"}, {"If-Match": "*"}, actor=actor)
    kim.call("leadSeason", {"event": "freeze"}, season=SEASON)
    return kim


def broken(service: Service) -> list[BrokenChain]:
    with service.reading() as store:
        return list(store.events.find_broken())


def change(service: Service, statement: str) -> None:
    with service.changing() as store:
        store.session.execute(text(statement))


def test_a_history_says_who_did_what_and_when(service: Service, led: DocumentClient) -> None:
    events = led.call("listEvents", season=SEASON).json()["items"]
    assert [(each["sequence"], each["event"], each["by"]) for each in events] == [
        (1, "season_led", "Kim"),
        (2, "part_edited", "Kim"),
        (3, "season_led", "Kim"),
    ]
    assert events[1]["given"]["row"] == {"offers": "ett kök"}
    assert all(each["text"]["sv"] and each["at"].endswith("Z") for each in events)
    assert broken(service) == []


@pytest.mark.parametrize(
    ("statement", "numbers", "missing"),
    [
        ("UPDATE events SET name = 'x' WHERE sequence = 2 AND chain <> 'service'", (2,), None),
        ("UPDATE events SET body = '{}' WHERE sequence = 2 AND chain <> 'service'", (2,), None),
        ("UPDATE events SET caller_name = 'Bo' WHERE sequence = 3", (3,), None),
        ("DELETE FROM events WHERE sequence = 2 AND chain <> 'service'", (3,), None),
        ("DELETE FROM events WHERE sequence = 3 AND chain <> 'service'", (), 3),
        ("DELETE FROM events WHERE chain <> 'service'", (), 1),
        ("DELETE FROM event_heads WHERE chain <> 'service'", (), 4),
    ],
)
def test_whatever_is_changed_or_missing_is_found(
    service: Service,
    led: DocumentClient,
    statement: str,
    numbers: tuple[int, ...],
    missing: int | None,
) -> None:
    change(service, statement)
    assert led.call("listEvents", season=SEASON).status_code == 200
    (found,) = broken(service)
    assert (found.numbers, found.missing_from) == (numbers, missing)


def test_doctor_says_so(
    service: Service, led: DocumentClient, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITION_DATABASE_URL", url)
    settings = InstallationSettings()
    found = {each.key: each for each in examine_service(settings)}
    assert found["record"].state is Soundness.OK
    change(service, "UPDATE events SET name = 'x' WHERE sequence = 2 AND chain <> 'service'")
    found = {each.key: each for each in examine_service(settings)}
    assert found["record"].state is Soundness.BROKEN and "event 2" in found["record"].text.en


def test_erasing_what_somebody_did_leaves_the_chain_good(
    service: Service, led: DocumentClient
) -> None:
    with service.changing() as store:
        account = store.people.find_account("kim@example.org")
        assert account is not None
        assert store.events.erase_by(account.id) >= 3
    assert broken(service) == []
    events = led.call("listEvents", season=SEASON).json()["items"]
    assert {(each["by"], each["given"], each["is_erased"]) for each in events} == {("", None, True)}
    led.call("leadSeason", {"event": "reopen"}, season=SEASON)
    assert broken(service) == []


def test_a_removed_season_s_chain_stays(service: Service, kim: DocumentClient) -> None:
    kim.call("createSeason", {"name": "Kort", "slug": "kort"})
    kim.call("leadSeason", {"event": "cancel"}, season="kort")
    assert kim.call("removeSeason", None, {"If-Match": "*"}, season="kort").status_code == 200
    assert broken(service) == []


def test_only_an_owner_reads_the_history(led: DocumentClient, service: Service) -> None:
    with service.changing() as store:
        store.people.add_account("bo@example.org", "Bo")
        key = store.people.add_key("bo@example.org", ("people",))  # type: ignore[arg-type]
    bo = DocumentClient(led.http, {"Authorization": f"Bearer {key}"})
    assert bo.call("listEvents", season=SEASON).status_code == 404
    led.call("setOrganiser", {"email": "bo@example.org", "role": "editor"}, season=SEASON)
    assert bo.call("listEvents", season=SEASON).status_code == 403
