"""Lists: a page of many asks the database no more often than a page of one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from api.service import Service
from models.callers import LOCAL
from models.kept_proposals import ProposalSource
from models.rights import SeasonRole
from tests.kit.computing import read_small
from tests.kit.document_client import DocumentClient

SEASON, MANY = "liten", 12


@contextmanager
def counted(service: Service) -> Iterator[list[str]]:
    """Give the statements that the database was asked."""
    asked: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not re.match(r"BEGIN|PRAGMA|SELECT 1\b|COMMIT|ROLLBACK", statement):
            asked.append(statement)

    engines = {service.database._reader, service.database._writer}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def full(
    service: Service, kim: DocumentClient, document: str, tmp_path: Path
) -> tuple[DocumentClient, str]:
    """The owner of a season that has many of everything that is listed, and a board of it."""
    with service.changing() as store:
        account = store.people.find_account("kim@example.org")
        assert account is not None
        for number in range(MANY):
            store.seasons.add(f"andra-{number}", read_small(tmp_path / "small"), account.id)
        store.seasons.add(SEASON, read_small(tmp_path / "small"), account.id)
        for step in ("open", "freeze"):
            place = store.seasons.locate(SEASON, LOCAL)
            assert place is not None
            store.seasons.advance(place, step)
        place = store.seasons.locate(SEASON, LOCAL)
        assert place is not None
        store.people.give_role(place.id, account.id, SeasonRole.OWNER)
        for _ in range(MANY):
            store.proposals.add(place.id, document, ProposalSource.RUN, "Kim")
    actors = [each["code"] for each in kim.call("listActors", season=SEASON).json()["items"]]
    for number in range(MANY):
        kim.call("startRun", season=SEASON)
        kim.call(
            "addRule",
            {"kind": "sector_floor", "keys": {"sector": "public", "min": number % 2}},
            season=SEASON,
        )
        title = {"title": f"Hur {number}?", "code": f"hur-{number}"}
        kim.call("addChallenge", title, season=SEASON)
    for other in actors[1:]:
        kim.call("addTie", {"actor_a": actors[0], "actor_b": other}, season=SEASON)
    board = kim.call("openBoard", season=SEASON).json()
    place = board["coalitions"][0]["coalition"]
    for number in range(MANY):
        step = {"op": ("lock", "unlock")[number % 2], "actor": "a00", "from": place}
        if number == 0:
            move = {"op": "move", "actor": "a00", "from": None, "to": place}
            assert kim.call("moveCard", move, board=board["id"]).status_code == 200
        assert kim.call("moveCard", step, board=board["id"]).status_code == 200
    (first, *_) = kim.call("listProposals", season=SEASON).json()["items"]
    kim.call("chooseProposal", proposal=first["id"])
    kim.call("publishProposal", proposal=first["id"])
    return kim, board["id"]


def lists(client: DocumentClient) -> list[str]:
    """Give the operations that list page by page."""
    return [
        name
        for name, (method, _, operation) in client.operations.items()
        if method == "get"
        and {"limit", "cursor"} <= {each["name"] for each in operation.get("parameters", ())}
    ]


def test_no_list_asks_more_often_for_many_than_for_one(
    service: Service, full: tuple[DocumentClient, str]
) -> None:
    client, board = full
    places = {"season": SEASON, "board": board}
    seen: dict[str, int] = {}
    for name in lists(client):
        _, path, _ = client.operations[name]
        about = {part: places[part] for part in re.findall(r"{(\w+)}", path)}
        client.call(name, limit=1, **about)
        asked = []
        for limit in (1, 50):
            with counted(service) as statements:
                page = client.call(name, limit=limit, **about)
            assert page.status_code == 200, page.text
            asked.append(len(statements))
            seen[name] = len(page.json()["items"])
        assert asked[0] == asked[1] > 0, name
    assert {name for name, count in seen.items() if count < MANY // 2} == set()
    assert len(seen) >= 8
