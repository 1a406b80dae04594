"""Words are read once, whoever asks first."""

from dataclasses import replace
from threading import Thread
from typing import Any

import pytest

from api.http.app import create_app
from api.words import WarmWords
from models.errors import Cancelled
from models.people import People
from models.ports.progress import Silence
from tests.kit.words import GivenWords


class Impatient(Silence):
    def is_cancelled(self) -> bool:
        return True


def test_many_ask_and_one_reads(gate: Any, season: Any, reading: Any) -> None:
    words, got = WarmWords(GivenWords(gate)), []
    threads = [Thread(target=lambda: got.append(words.read(season, Silence()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    assert gate.entered.wait(60)
    with pytest.raises(Cancelled):
        words.read(season, Impatient())
    gate.opened.set()
    for thread in threads:
        thread.join(60)
    assert (gate.calls, len(got)) == (1, 8)
    assert all(each is reading for each in got)


def test_failed_reading_is_tried_again(season: Any, reading: Any) -> None:
    answers = iter([OSError("gone"), reading])

    def read(progress: Any) -> Any:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    words = WarmWords(GivenWords(read))
    with pytest.raises(OSError, match="gone"):
        words.read(season, Silence())
    assert words.read(season, Silence()) is reading


def test_another_season_is_read_anew(season: Any, reading: Any) -> None:
    other, others = season.evolve(name="Another"), replace(reading)
    people, answers = People(), iter([reading, others, reading])
    words = WarmWords(GivenWords(lambda progress: next(answers)))
    first = words.open_matchmaker(season, people, Silence())
    assert words.read(season, Silence()) is reading
    assert words.read(other, Silence()) is others
    second = words.open_matchmaker(other, people, Silence())
    assert second is not first
    assert second is words.open_matchmaker(other, people, Silence())
    assert second is not words.open_matchmaker(other, People(), Silence())
    assert words.read(season, Silence()) is reading
    assert next(answers, None) is None


def test_season_and_health_need_no_words(gated: Any, gate: Any) -> None:
    for operation in ("readLiveness", "readReadiness", "readSeason"):
        assert gated.call(operation).status_code == 200
    for path in ("/health/live", "/health/ready", "/docs", "/api/openapi.json"):
        assert gated.http.get(path).status_code == 200
    assert not gate.entered.is_set()


def test_ready_answers_while_the_words_are_read(gated: Any, gate: Any) -> None:
    gated.call("startRun")
    assert gate.entered.wait(60)
    assert gated.call("readReadiness").json() == {"status": "ready"}


def test_not_ready_without_a_worker(season: Any, reading: Any) -> None:
    from starlette.testclient import TestClient

    http = TestClient(
        create_app(season, People(), GivenWords(lambda progress: reading)),
        base_url="http://127.0.0.1",
    )
    assert http.get("/health/ready").json()["code"] == "server_stopping"
    assert http.get("/health/live").status_code == 200
