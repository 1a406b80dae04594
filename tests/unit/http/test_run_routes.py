"""Runs over HTTP, by a client that knows the OpenAPI document only."""

import json
import re
from typing import Any

import pytest

from api.http.app import create_app
from api.use_cases.prepare_run import RunOrder
from api.use_cases.propose import PROPOSE
from api.use_cases.use_case import perform
from data.files.documents import write_document
from models.canonical import hash_content
from models.errors import ModelMissing
from models.people import People
from models.seasons import Effort, Season
from tests.kit.words import GivenWords, call_with


def start(client: Any, body: Any = None) -> str:
    answer = client.call("startRun", body=body)
    assert answer.status_code == 202
    run = answer.json()
    assert answer.headers["location"] == f"/api/v1/runs/{run['id']}"
    assert list(run) == ["id", "state", "progress", "gap", "error"]
    return run["id"]


def without_times(text: str) -> str:
    return re.sub(r'"(created_at|seconds)": [^,\n]+', r'"\1": …', text)


def test_a_client_of_the_document_alone_runs_the_main_job(
    serve_both: Any, season: Any, reading: Any, tmp_path: Any
) -> None:
    with serve_both(create_app(season, People(), GivenWords(lambda progress: reading))) as client:
        run_id = start(client, {"challenge": "c1", "seed": 3, "effort": "quick"})
        run = client.follow(run_id, {"done", "failed", "cancelled"})
        answer = client.call("readProposal", {"id": run_id})
        suggestions = client.call("readSuggestions", {"id": "a01", "k": 3}).json()
        again = start(client)
        ended = client.call("cancelRun", {"id": client.follow(again, {"done"})["id"]})

    order = RunOrder(challenge="c1", seed=3, effort=Effort.QUICK)
    proposal = perform(PROPOSE, call_with(season, reading), order)
    write_document(tmp_path / "proposal.json", proposal.to_document())
    command = (tmp_path / "proposal.json").read_text("utf-8")
    assert without_times(answer.text) == without_times(command)
    assert answer.json()["content_sha256"] == hash_content(json.loads(command))
    certificate = answer.json()["certificate"]
    assert run == {
        "id": run_id,
        "state": "done",
        "progress": 1.0,
        "gap": certificate["gap"],
        "error": None,
    }
    assert len(suggestions) == 3
    assert (ended.status_code, ended.json()["state"]) == (200, "done")


def test_body_may_be_left_out_and_nulls_follow_the_season(client: Any) -> None:
    for body in (None, {}, {"challenge": None, "seed": None, "effort": None}):
        run_id = start(client, body)
        client.follow(run_id, {"done"})
        settings = client.call("readProposal", {"id": run_id}).json()["settings"]
        assert (settings["challenge"], settings["seed"], settings["effort"]) == (None, 1, "normal")


def test_relaxed_proposal_is_done(serve: Any, season: Any, reading: Any) -> None:
    wide = season.challenges[0].evolve(min_size=19, max_size=20)
    tight = Season(name="tight", actors=season.actors, challenges=(wide, season.challenges[1]))
    with serve(create_app(tight, People(), GivenWords(lambda progress: reading))) as client:
        run_id = start(client)
        assert client.follow(run_id, {"done", "failed"})["state"] == "done"
        document = client.call("readProposal", {"id": run_id}).json()
    assert document["certificate"]["status"] == "relaxed"
    assert document["conflicts"]


def test_cancel_of_a_queued_run_ends_it_at_once(gated: Any, gate: Any) -> None:
    running, queued = start(gated), start(gated)
    assert gate.entered.wait(60)
    for _ in range(2):
        answer = gated.call("cancelRun", {"id": queued})
        assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert gated.call("readProposal", {"id": queued}).json()["code"] == "run_cancelled"
    gate.opened.set()
    assert gated.follow(running, {"done", "cancelled"})["state"] == "done"


def test_cancel_of_a_running_run_is_heard(gated: Any, gate: Any) -> None:
    run_id = start(gated)
    assert gate.entered.wait(60)
    assert gated.call("readProposal", {"id": run_id}).json()["code"] == "run_not_done"
    answer = gated.call("cancelRun", {"id": run_id})
    assert answer.status_code == 202
    ended = gated.follow(run_id, {"cancelled", "done", "failed"})
    assert (ended["state"], ended["error"]) == ("cancelled", None)
    assert gated.call("cancelRun", {"id": run_id}).status_code == 200
    gate.opened.set()
    assert gated.follow(start(gated), {"done", "failed"})["state"] == "done"
    assert gate.calls == 2


def test_queue_is_limited_and_old_runs_are_forgotten(gated: Any, gate: Any) -> None:
    first = start(gated)
    assert gate.entered.wait(60)
    waiting = [start(gated), start(gated)]
    answer = gated.call("startRun", body={})
    assert (answer.status_code, answer.json()["code"]) == (503, "queue_full")
    assert int(answer.headers["retry-after"]) > 0
    gate.opened.set()
    later = [gated.follow(run, {"done"})["id"] for run in waiting]
    for _ in range(2):
        later.append(start(gated))
        gated.follow(later[-1], {"done"})
    assert gated.call("readRun", {"id": first}).json()["code"] == "run_not_found"
    assert all(gated.call("readRun", {"id": run}).status_code == 200 for run in later)


def test_failed_run_says_why_in_the_language_asked_for(serve: Any, season: Any) -> None:
    def find_no_model(progress: Any) -> Any:
        raise ModelMissing("model_not_found", name="borta")

    with serve(create_app(season, People(), GivenWords(find_no_model))) as client:
        run_id = start(client)
        error = client.follow(run_id, {"failed"})["error"]
        swedish = client.call("readRun", {"id": run_id, "lang": "sv"}).json()["error"]
        proposal = client.call("readProposal", {"id": run_id})
    assert (error["code"], error["status"]) == ("model_not_found", 503)
    assert error["detail"].startswith("The language model borta")
    assert swedish["detail"].startswith("Språkmodellen borta")
    assert (proposal.status_code, proposal.json()["code"]) == (409, "run_failed")


def test_breakdown_of_a_run_tells_nothing_from_inside(
    serve: Any, season: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(progress: Any) -> Any:
        raise RuntimeError("inside")

    with serve(create_app(season, People(), GivenWords(break_down))) as client:
        run_id = start(client)
        run = client.follow(run_id, {"failed"})
        again = client.follow(start(client), {"failed"})
    assert run["error"]["code"] == again["error"]["code"] == "internal_error"
    assert "inside" not in json.dumps(run)
    assert "inside" in caplog.text


def test_unknown_challenge_is_refused_before_the_queue(client: Any) -> None:
    answer = client.call("startRun", body={"challenge": "c9"})
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["file"], fault["column"], fault["code"]) == (
        "body",
        "challenge",
        "challenge_not_found",
    )
    assert "c0" in fault["mend"]["sv"]


@pytest.mark.parametrize(
    ("body", "column", "code"),
    [
        ({"seeds": 1}, "seeds", "key_unknown"),
        ({"seed": -1}, "seed", "value_too_small"),
        ({"seed": True}, "seed", "value_not_integer"),
        ({"effort": "huge"}, "effort", "value_not_among"),
        ({"challenge": 3}, "challenge", "value_not_text"),
        ([], None, "value_not_object"),
    ],
)
def test_faulty_bodies_are_refused(client: Any, body: Any, column: str, code: str) -> None:
    answer = client.call("startRun", body=body)
    assert answer.status_code == 422
    assert [(f["column"], f["code"]) for f in answer.json()["faults"]] == [(column, code)]


def test_restarted_app_works_again(serve: Any, season: Any, gate: Any) -> None:
    app = create_app(season, People(), GivenWords(gate))
    with serve(app) as client:
        stopped = start(client)
        assert gate.entered.wait(60)
        waiting = start(client)
    gate.opened.set()
    with serve(app) as client:
        for run_id in (stopped, waiting):
            assert client.call("readRun", {"id": run_id}).json()["state"] == "cancelled"
        assert client.follow(start(client), {"done", "failed"})["state"] == "done"
