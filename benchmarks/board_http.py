"""Time moves on a board over HTTP: four organisers at once, without and with a run going.

    python -m benchmarks.board_http [--actors 2000] [--coalitions 100] [--moves 200]
        [--database sqlite:///FILE | postgresql://…]

A real server on a port, and a second process's ear on the same database. Fits of words are
drawn, since a board reads no words. Prints what the clients waited, and how late the second
ear heard; afterwards the board is held against a fresh score of its members.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import httpx2
import numpy as np

from api.bootstrap import Installation
from api.http.app import create_app
from api.http.loopback import address_of, listen
from api.http.running import make_server
from api.service import Service
from api.worker.worker import Worker
from benchmarks.board import draw_fits, open_large
from benchmarks.tables import print_header, print_row
from matcher.embedding.reading import Reading
from models.callers import LOCAL, KeyScope
from models.kept_seasons import SeasonContent
from models.proposals import EmbeddingInfo
from models.rights import SeasonRole
from models.seasons import Season
from tests.kit.words import GivenWords

COLUMNS = ("what", "p50 ms", "p95 ms", "worst ms")


def keep_season(service: Service, season: Season) -> tuple[str, list[str]]:
    """Keep the season, frozen, with four organisers; give its slug and their keys."""
    with service.changing() as store:
        store.seasons.add("large", SeasonContent(season=season))
        for event in ("open", "freeze"):
            place = store.seasons.locate("large", LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
        keys = []
        for number in range(4):
            email = f"o{number}@example.org"
            account = store.people.add_account(email, f"O{number}")
            keys.append(store.people.add_key(email, tuple(KeyScope)))
            store.people.give_role(place.id, account, SeasonRole.OWNER)
    return "large", keys


def print_times(what: str, seconds: list[float]) -> None:
    """Print a row of times."""
    ordered = sorted(1000 * each for each in seconds)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print_row((what, f"{statistics.median(ordered):.0f}", f"{p95:.0f}", f"{ordered[-1]:.0f}"))


def deal_all(client: httpx2.Client, board: str, view: Any, draw: random.Random) -> None:
    """Lay actors on the empty board, as many as half its coalitions wish for."""
    pool = draw.sample(view["pool"], 400)
    for number, actor in enumerate(pool):
        to = view["coalitions"][number % len(view["coalitions"])]["coalition"]
        step = {"op": "move", "actor": actor, "from": None, "to": to}
        client.post(f"/api/v1/boards/{board}/moves", json=step).raise_for_status()


def move_at_random(
    client: httpx2.Client, board: str, moves: int, seed: int, seconds: list[float]
) -> None:
    """Move cards at random, every fourth of those seated, each from where it is."""
    draw = random.Random(seed)
    view = client.get(f"/api/v1/boards/{board}").json()
    names = [each["coalition"] for each in view["coalitions"]]
    seats = {actor: each["coalition"] for each in view["coalitions"] for actor in each["members"]}
    mine = sorted(seats)[seed::4]
    for _ in range(moves):
        actor = draw.choice(mine)
        here = seats[actor]
        there = draw.choice([name for name in names if name != here])
        step = {"op": "move", "actor": actor, "from": here, "to": there}
        began = time.perf_counter()
        answer = client.post(f"/api/v1/boards/{board}/moves", json=step)
        seconds.append(time.perf_counter() - began)
        if answer.status_code == 200:
            seats[actor] = there


def together(do: Callable[[int], None], count: int) -> None:
    """Do something so many times at once."""
    threads = [Thread(target=do, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=2000)
    parser.add_argument("--coalitions", type=int, default=100)
    parser.add_argument("--moves", type=int, default=200)
    parser.add_argument("--database")
    given = parser.parse_args()
    season = open_large(given.actors, given.coalitions, 1)
    count = len(season.actors)
    vectors = np.zeros((count, 4), dtype=np.float32)
    info = EmbeddingInfo(model="drawn", fingerprint="0", dim=4)
    reading = Reading(draw_fits(season, 1), vectors, info)
    installation = Installation(words=GivenWords(lambda progress: reading))
    with tempfile.TemporaryDirectory() as place:
        url = given.database or f"sqlite:///{Path(place) / 'board.sqlite'}"
        with installation.serve(url) as service, installation.serve(url) as elsewhere:
            slug, keys = keep_season(service, season)
            app = create_app(service, make_worker=lambda: Worker(service, Installation().settings))
            listener = listen("127.0.0.1", 0)
            server = make_server(app)
            thread = Thread(target=server.run, kwargs={"sockets": [listener]})
            thread.start()
            clients = [
                httpx2.Client(
                    base_url=address_of(listener),
                    headers={"Authorization": f"Bearer {key}"},
                    timeout=600,
                )
                for key in keys
            ]
            view = clients[0].post(f"/api/v1/seasons/{slug}/boards", json={}).json()
            board = view["id"]
            deal_all(clients[0], board, view, random.Random(1))
            print_header(COLUMNS)
            heard: list[float] = []
            leave = elsewhere.bell.listen(
                f"board:{board}", lambda *_: heard.append(time.perf_counter())
            )
            for what, with_run in (("a move", False), ("a move, a run going", True)):
                run = None
                if with_run:
                    run = clients[0].post(f"/api/v1/seasons/{slug}/runs", json={}).json()["id"]
                seconds: list[float] = []
                together(
                    lambda n, into=seconds: move_at_random(
                        clients[n], board, given.moves // 4, n, into
                    ),
                    len(clients),
                )
                print_times(what, seconds)
                if run is not None:
                    clients[0].delete(f"/api/v1/runs/{run}")
            late = []
            for number in range(20):
                state = clients[0].get(f"/api/v1/boards/{board}").json()
                here = next(each for each in state["coalitions"] if each["members"])
                step = {
                    "op": "move",
                    "actor": here["members"][0],
                    "from": here["coalition"],
                    "to": None,
                }
                heard.clear()
                clients[number % 4].post(f"/api/v1/boards/{board}/moves", json=step)
                kept = time.perf_counter()
                while not heard:
                    time.sleep(0.001)
                late.append(max(0.0, heard[0] - kept))
            leave()
            print_times("heard by another process's ear", late)
            state = clients[0].get(f"/api/v1/boards/{board}").json()
            scored = (
                clients[0]
                .post(
                    f"/api/v1/seasons/{slug}/scores",
                    json={
                        "coalitions": [
                            {
                                "id": each["coalition"],
                                "challenge_id": each["challenge_id"],
                                "members": each["members"],
                            }
                            for each in state["coalitions"]
                            if each["members"]
                        ]
                    },
                )
                .json()
            )
            print("equals a fresh score:", scored["objective"] == state["objective"])
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    main()
