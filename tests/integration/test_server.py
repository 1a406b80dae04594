"""The preview server with the real model, as a user starts it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

DEADLINE_S = 300.0
COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]


@pytest.fixture(scope="module")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of this module's own: the model has not been needed in it yet."""
    return tmp_path_factory.mktemp("server-cache")


@pytest.fixture(scope="module")
def season(cache_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("season") / "own"
    koalition(cache_dir, "new", folder)
    return folder


def environment(cache_dir: Path, **others: str) -> dict[str, str]:
    return {**os.environ, "KOALITION_CACHE_DIR": str(cache_dir), **others}


def koalition(cache_dir: Path, *arguments: object) -> str:
    """Run a command in a process of its own and give what it prints."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment(cache_dir),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@contextmanager
def serve(cache_dir: Path, season: Path, **others: str) -> Iterator[httpx2.Client]:
    """Start the server as a user does, and stop it with an interrupt."""
    process = subprocess.Popen(
        [*COMMAND, "serve", str(season), "--port", "0", "--lang", "sv"],
        env=environment(cache_dir, **others),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline() + process.stdout.readline()
        assert "inga konton än" in said
        (address,) = set(re.findall(r"http://127\.0\.0\.1:\d+(?= )", said))
        with httpx2.Client(base_url=address, timeout=DEADLINE_S) as http:
            yield http
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=60)
        assert process.returncode == 0, complaints
        # Nothing but the warnings of the season's files, as every command tells them.
        files = ("actors.csv:", "challenges.csv:")
        assert all(line.startswith(files) for line in complaints.splitlines()), complaints
    finally:
        process.kill()
        process.wait()


def follow(http: httpx2.Client, address: str, is_there: Callable[[dict[str, Any]], bool]) -> Any:
    until = time.monotonic() + DEADLINE_S
    while not is_there(run := http.get(address).json()):
        assert time.monotonic() < until, run
        time.sleep(0.05)
    return run


def test_server_answers_as_the_commands_do(cache_dir: Path, season: Path) -> None:
    with serve(cache_dir, season) as http:
        assert http.get("/health/ready").json() == {"status": "ready"}
        (challenge,) = [item["id"] for item in http.get("/api/v1/season").json()["challenges"]]
        actor = http.get("/api/v1/season").json()["actors"][0]["id"]
        assert not (cache_dir / "models").exists(), "the model waits for its first need"

        started = http.post("/api/v1/runs", json={"effort": "quick"})
        assert started.status_code == 202
        address = started.headers["location"]
        run = follow(http, address, lambda run: run["state"] not in ("queued", "running"))
        assert (run["state"], run["progress"], run["error"]) == ("done", 1.0, None)
        proposal = http.get(f"{address}/proposal").json()
        suggestions = http.get(f"/api/v1/actors/{actor}/suggestions?k=4").json()
        ranking = http.get(f"/api/v1/challenges/{challenge}/ranking?k=4").json()
        scores = http.post(
            "/api/v1/scores",
            json={
                "coalitions": [
                    {
                        "id": coalition["id"],
                        "challenge_id": coalition["challenge_id"],
                        "members": [member["actor_id"] for member in coalition["members"]],
                    }
                    for coalition in proposal["coalitions"]
                ]
            },
        ).json()

    out = season / "command.json"
    koalition(cache_dir, "propose", season, "--effort", "quick", "--out", out)
    written = json.loads(out.read_text("utf-8"))
    assert proposal["content_sha256"] == written["content_sha256"]
    for document in (proposal, written):
        del document["created_at"], document["certificate"]["seconds"]
    assert json.dumps(proposal) == json.dumps(written)
    assert scores["objective"] == written["certificate"]["objective"]
    told = koalition(cache_dir, "suggest", season, "--actor", actor, "-k", "4", "--json")
    assert suggestions == json.loads(told)
    told = koalition(cache_dir, "rank", season, "--challenge", challenge, "-k", "4", "--json")
    assert ranking == json.loads(told)


def test_missing_model_is_said_and_the_server_lives_on(tmp_path: Path, season: Path) -> None:
    model = str(tmp_path / "no-such-model")
    with serve(tmp_path, season, KOALITION_EMBEDDING_MODEL=model, HF_HUB_OFFLINE="1") as http:
        actor = http.get("/api/v1/season").json()["actors"][0]["id"]
        answer = http.get(f"/api/v1/actors/{actor}/suggestions")
        assert (answer.status_code, answer.json()["code"]) == (503, "model_not_found")
        assert answer.json()["detail"].startswith("Språkmodellen")
        address = http.post("/api/v1/runs").headers["location"]
        run = follow(http, address, lambda run: run["state"] == "failed")
        assert run["error"]["code"] == "model_not_found"
        assert http.get("/health/ready").status_code == 200
