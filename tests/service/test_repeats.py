"""One order sent many times at once to a real server, on both databases."""

from concurrent.futures import ThreadPoolExecutor

import httpx2

from api.http.app import create_app
from api.service import Service
from models.callers import KeyScope
from tests.kit.serving import run_app

REPEATS = 100
ACTOR = {
    "name": "Ny förening",
    "sector": "förening",
    "place": "Lund",
    "description": "Vi vill göra något nytt med unga i staden.",
}


def test_a_hundred_repeats_of_one_order_have_one_effect_and_one_answer(service: Service) -> None:
    with service.changing() as store:
        store.people.add_account("kim@example.org", "Kim", may_organise=True)
        key = store.people.add_key("kim@example.org", tuple(KeyScope))
    headers = {"Authorization": f"Bearer {key}"}
    with (
        run_app(create_app(service)) as address,
        httpx2.Client(base_url=f"{address}/api/v1", headers=headers, timeout=60) as http,
    ):
        assert http.post("/seasons", json={"name": "Våren", "slug": "varen"}).status_code == 201

        def add(_number: int) -> tuple[int, str, str]:
            once = {"Idempotency-Key": "once"}
            answer = http.post("/seasons/varen/actors", json=ACTOR, headers=once)
            return answer.status_code, answer.headers["location"], answer.text

        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(add, range(REPEATS)))
        assert len(answers) == REPEATS
        assert len(set(answers)) == 1
        assert answers[0][0] == 201
        assert len(http.get("/seasons/varen/actors").json()["items"]) == 1
