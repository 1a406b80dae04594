"""Runs, proposals and boards over HTTP, on both databases, with a real child process."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.bootstrap import Installation
from api.http.app import create_app
from api.service import Service
from api.worker.worker import Worker
from models.callers import LOCAL
from models.rights import SeasonRole
from tests.kit.computing import follow, read_small
from tests.kit.document_client import DocumentClient
from tests.service.conftest import BASE_URL, Organisers

SEASON = "liten"


@pytest.fixture
def http(service: Service) -> Iterator[Any]:
    """The app with a worker that computes."""
    settings = Installation().settings
    app = create_app(service, make_worker=lambda: Worker(service, settings))
    with TestClient(app, base_url=BASE_URL, raise_server_exceptions=False) as http:
        yield http


@pytest.fixture
def kim(service: Service, organisers: Organisers, tmp_path: Path) -> DocumentClient:
    """The owner of a small frozen season."""
    client = organisers("kim@example.org", may_organise=True)
    with service.changing() as store:
        owner = store.people.find_caller(client.headers["Authorization"].split()[1])
        assert owner is not None
        store.seasons.add(SEASON, read_small(tmp_path / "small"), owner.account)
        for event in ("open", "freeze"):
            place = store.seasons.locate(SEASON, LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
    return client


def run_once(client: DocumentClient, **asked: Any) -> dict[str, Any]:
    started = client.call("startRun", asked, season=SEASON)
    assert started.status_code == 202
    assert started.headers["location"] == f"/api/v1/runs/{started.json()['id']}"
    return follow(client, started.json()["id"])


def test_a_season_from_its_run_to_its_receipt(
    kim: DocumentClient, http: Any, tmp_path: Path
) -> None:
    run = run_once(kim)
    assert (run["state"], run["progress"], run["error"]) == ("done", 1.0, None)
    proposal = run["proposal"]
    document = kim.call("readProposal", proposal=proposal).json()
    assert document["certificate"]["gap"] == run["gap"]
    assert kim.call("verifyProposal", proposal=proposal).json()["agrees"]

    board = kim.call("openBoard", {"proposal": proposal}, season=SEASON).json()
    (one, other) = board["coalitions"]
    card, away = one["members"][0], other["coalition"]
    step = {"op": "move", "actor": card, "from": one["coalition"], "to": away}
    moved = kim.call("moveCard", step, board=board["id"])
    assert moved.json()["version"] == moved.json()["undo"] == 1
    sheets = {each["coalition"]: each for each in moved.json()["changed"]}
    assert sheets[away]["size"] == other["size"] + 1
    again = kim.call("moveCard", step, board=board["id"])
    assert (again.status_code, again.json()["code"]) == (409, "seat_taken")
    assert "Kim" in again.json()["detail"]
    hints = kim.call("hintBoard", board=board["id"], actor=card).json()["items"]
    assert [each["coalition"] for each in hints] == [one["coalition"], away]
    given = [
        {"id": each["coalition"], "challenge_id": "unga", "members": each["members"]}
        for each in kim.call("readBoard", board=board["id"]).json()["coalitions"]
    ]
    scored = kim.call("scoreCoalitions", {"coalitions": given}, season=SEASON).json()
    assert scored["objective"] == moved.json()["objective"]
    undone = kim.call("moveCard", {"op": "undo"}, board=board["id"]).json()
    assert undone["objective"] == board["objective"]

    settled = kim.call("settleBoard", board=board["id"])
    made = follow(kim, settled.json()["id"])
    listed = kim.call("listProposals", season=SEASON).json()["items"]
    assert [(each["source"], each["parent"]) for each in listed] == [
        ("run", None),
        ("hand", proposal),
    ]
    assert kim.call("verifyProposal", proposal=made["proposal"]).json()["agrees"]
    late = kim.call("moveCard", {"op": "undo"}, board=board["id"])
    assert (late.status_code, late.json()["code"]) == (409, "board_settled")

    receipt = http.get(f"/api/v1/proposals/{proposal}/receipt", headers=kim.headers)
    assert b"Akt" not in receipt.content
    kim.call("chooseProposal", proposal=proposal)
    assert kim.call("publishProposal", proposal=proposal).json()["state"] == "published"
    assert kim.call("readSeason", season=SEASON).json()["state"] == "published"


def test_the_service_proposes_what_the_command_does(kim: DocumentClient, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from api.cli.commands import app

    out = tmp_path / "p.json"
    result = CliRunner().invoke(app, ["propose", str(tmp_path / "small"), "--out", str(out)])
    assert result.exit_code == 0, result.output
    proposal = run_once(kim)["proposal"]
    theirs, ours = (
        json.loads(text)
        for text in (out.read_text("utf-8"), kim.call("readProposal", proposal=proposal).text)
    )
    for each in (theirs, ours):
        each.pop("created_at")
        each["certificate"].pop("seconds")
    assert ours == theirs


def test_what_can_t_be_asked_is_told_before_it_waits(kim: DocumentClient) -> None:
    unknown = kim.call("startRun", {"challenge": "ungar"}, season=SEASON)
    assert unknown.status_code == 422
    assert unknown.json()["faults"][0]["column"] == "challenge"
    bare = kim.call("startRun", {"kind": "repair"}, season=SEASON)
    assert (bare.status_code, bare.json()["code"]) == (400, "run_needs")
    assert kim.call("listRuns", season=SEASON).json()["items"] == []


def test_a_run_that_waits_is_cancelled_at_once(service: Service, kim: DocumentClient) -> None:
    worker_less = create_app(service)
    with TestClient(worker_less, base_url=BASE_URL):
        run = kim.call("startRun", season=SEASON).json()["id"]
        cancelled = kim.call("cancelRun", run=run)
    assert cancelled.status_code in (200, 202)
    assert follow(kim, run)["state"] == "cancelled"
    assert kim.call("cancelRun", run=run).status_code == 200


def test_a_killed_child_is_followed_by_another_with_the_same_result(
    service: Service, kim: DocumentClient
) -> None:
    first = kim.call("readProposal", proposal=run_once(kim)["proposal"]).json()
    worker = Worker(service, Installation().settings)
    run = kim.call("startRun", season=SEASON).json()["id"]
    killed = False
    worker.start()
    try:
        while not kim.call("readRun", run=run).json()["ended_at"]:
            if not killed and (pid := worker.child.pid) is not None:
                import os
                import signal

                os.kill(pid, signal.SIGKILL)
                killed = True
    finally:
        worker.stop()
    ended = kim.call("readRun", run=run).json()
    assert ended["state"] == "done"
    again = kim.call("readProposal", proposal=ended["proposal"]).json()
    assert again["content_sha256"] == first["content_sha256"]
    assert len(kim.call("listProposals", season=SEASON).json()["items"]) == 2


@pytest.fixture
def crew(service: Service, kim: DocumentClient, organisers: Organisers) -> list[DocumentClient]:
    """Eight organisers of one season."""
    others = [organisers(f"o{i}@example.org") for i in range(7)]
    with service.changing() as store:
        place = store.seasons.locate(SEASON, LOCAL)
        assert place is not None
        for each in others:
            caller = store.people.find_caller(each.headers["Authorization"].split()[1])
            assert caller is not None and caller.account is not None
            store.people.give_role(place.id, caller.account, SeasonRole.EDITOR)
    return [kim, *others]


def test_of_eight_at_once_on_one_card_one_wins_and_the_others_learn_who(
    crew: list[DocumentClient],
) -> None:
    kim = crew[0]
    board = kim.call("openBoard", {}, season=SEASON).json()["id"]
    gate, answers = Barrier(len(crew)), []

    def grab(client: DocumentClient, number: int) -> None:
        gate.wait()
        to = f"unga/{number % 2 + 1}"
        step = {"op": "move", "actor": "a00", "from": None, "to": to}
        answers.append(client.call("moveCard", step, board=board))

    threads = [Thread(target=grab, args=(each, i)) for i, each in enumerate(crew)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    won = [each for each in answers if each.status_code == 200]
    lost = [each.json() for each in answers if each.status_code == 409]
    assert (len(won), len(lost)) == (1, 7)
    winner = kim.call("listMoves", board=board).json()["items"][0]["by"]
    assert {each["code"] for each in lost} <= {"seat_taken", "already_there"}
    assert any(winner in each["detail"] for each in lost)


def test_undo_takes_back_my_step_and_never_another_s(crew: list[DocumentClient]) -> None:
    one, other = crew[:2]
    board = one.call("openBoard", {}, season=SEASON).json()["id"]

    def step(client: DocumentClient, **given: Any) -> Any:
        return client.call("moveCard", given, board=board)

    step(one, op="move", actor="a00", **{"from": None}, to="unga/1")
    step(other, op="move", actor="a01", **{"from": None}, to="unga/1")
    assert step(one, op="undo").json()["version"] == 3
    seats = one.call("readBoard", board=board).json()["coalitions"][0]["members"]
    assert seats == ["a01"]
    assert step(one, op="undo").json()["code"] == "nothing_to_undo"
    step(one, op="move", actor="a02", **{"from": None}, to="unga/1")
    step(other, op="move", actor="a02", **{"from": "unga/1"}, to="unga/2")
    blocked = step(one, op="undo")
    assert (blocked.status_code, blocked.json()["code"]) == (409, "undo_blocked")
    assert "O0" in blocked.json()["detail"]


def test_another_process_sees_the_board_as_it_is(
    service: Service, url: str, kim: DocumentClient
) -> None:
    board = kim.call("openBoard", {}, season=SEASON).json()["id"]
    heard: list[str] = []
    with Installation().serve(url) as elsewhere:
        leave = elsewhere.bell.listen(f"board:{board}", lambda topic, _: heard.append(topic))
        with TestClient(create_app(elsewhere), base_url=BASE_URL) as http:
            there = DocumentClient(http, kim.headers)
            assert there.call("readBoard", board=board).json()["version"] == 0
            for number, actor in enumerate(("a00", "a01"), start=1):
                step = {"op": "move", "actor": actor, "from": None, "to": "unga/1"}
                here = kim if number == 1 else there
                assert here.call("moveCard", step, board=board).json()["version"] == number
            for client in (kim, there):
                read = client.call("readBoard", board=board).json()
                assert read["coalitions"][0]["members"] == ["a00", "a01"]
        wait_for(lambda: bool(heard))
        leave()


def wait_for(is_so: Callable[[], bool]) -> None:
    from threading import Event

    for _ in range(600):
        if is_so():
            return
        Event().wait(0.05)
    raise AssertionError("it never came")


def test_of_two_who_lead_a_season_at_once_one_wins(crew: list[DocumentClient]) -> None:
    owner = crew[0]
    gate, answers = Barrier(6), []

    def reopen() -> None:
        gate.wait()
        answers.append(owner.call("leadSeason", {"event": "reopen"}, season=SEASON).status_code)

    threads = [Thread(target=reopen) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 409, 409, 409, 409, 409]


def test_of_many_equal_orders_with_one_key_one_has_an_effect(kim: DocumentClient) -> None:
    gate, answers = Barrier(12), []
    body = {
        "name": "Ny förening",
        "sector": "förening",
        "place": "Lund",
        "description": "Vi vill göra något nytt med unga i staden.",
    }

    def add() -> None:
        gate.wait()
        answers.append(kim.call("addActor", body, {"Idempotency-Key": "one"}, season=SEASON).text)

    threads = [Thread(target=add) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(answers)) == 1
    listed = kim.call("listActors", season=SEASON).json()["items"]
    assert sum(each["name"] == body["name"] for each in listed) == 1


def test_a_bound_of_a_coalition_that_went_does_not_end_the_worker(
    service: Service, kim: DocumentClient
) -> None:
    board = kim.call("openBoard", {}, season=SEASON).json()["id"]
    step = {"op": "move", "actor": "a00", "from": None, "to": "unga/2"}
    assert kim.call("moveCard", step, board=board).status_code == 200
    challenge = kim.call("listChallenges", season=SEASON).json()["items"][0]
    read = kim.call("readChallenge", challenge=challenge["id"])
    edited = kim.call(
        "editChallenge",
        {"coalitions": 1},
        {"If-Match": read.headers["etag"]},
        challenge=challenge["id"],
    )
    assert edited.status_code == 200, edited.text

    def is_taken() -> bool:
        with service.reading() as store:
            return store.jobs.count_waiting() == 0

    wait_for(is_taken)
    assert run_once(kim)["state"] == "done"
