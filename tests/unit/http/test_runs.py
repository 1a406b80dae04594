"""The store of runs and its worker, without HTTP."""

from typing import Any

import pytest

from api.http.preview import Preview
from api.http.runs import STAGES, RunProgress, Runs, State
from api.http.worker import Worker
from api.use_cases.prepare_run import RunOrder
from api.words import WarmWords
from models.errors import Busy, NotFound
from models.messages import MESSAGES
from models.people import People
from models.seasons import Effort
from models.text import Language
from tests.kit.words import GivenWords


class CancelledAtTheBound(Runs):
    """A store whose runs are cancelled as soon as there is a grouping to bound."""

    def advance(self, run_id: str, progress: float, gap: float | None) -> None:
        super().advance(run_id, progress, gap)
        if progress > STAGES["stage_bounding"][0]:
            self.cancel(run_id)


def test_run_cancelled_with_a_grouping_is_cancelled(season: Any, reading: Any, wait: Any) -> None:
    runs = CancelledAtTheBound()
    words = WarmWords(GivenWords(lambda progress: reading))
    worker = Worker(Preview(season, People(), words, runs, Language.EN))
    worker.start()
    run = runs.add(RunOrder(effort=Effort.THOROUGH))
    wait(lambda: runs.find(run.id).state is State.CANCELLED)
    worker.stop()
    assert not worker.is_alive
    ended = runs.find(run.id)
    assert ended.proposal is None
    assert STAGES["stage_bounding"][0] < ended.progress < 1


def test_every_stage_has_its_words_and_they_join() -> None:
    assert STAGES.keys() <= MESSAGES.keys()
    ends = [0.0, *(high for _, high in STAGES.values())]
    assert [low for low, _ in STAGES.values()] == ends[:-1]
    assert ends[-1] < 1


def test_progress_never_falls_and_a_known_gap_stays() -> None:
    runs = Runs()
    run = runs.add(RunOrder())
    assert runs.take() == runs.find(run.id)
    progress = RunProgress(runs, run.id)
    seen = []
    for stage, done, gap in (
        ("stage_embedding", 8, None),
        ("stage_embedding", 0, None),
        ("stage_solving", 1, 0.25),
        ("stage_solving", 20, -1e-9),
        ("stage_unheard_of", 1, None),
    ):
        progress.report(stage, done, 8, gap)
        now = runs.find(run.id)
        seen.append((now.progress, now.gap))
    assert seen == [(0.4, None), (0.4, None), (0.73125, 0.25), (0.95, 0.0), (0.95, 0.0)]


def test_runs_that_have_not_ended_are_never_forgotten() -> None:
    runs = Runs(kept=1, waiting=3)
    waiting = [runs.add(RunOrder()) for _ in range(3)]
    with pytest.raises(Busy):
        runs.add(RunOrder())
    assert [runs.find(run.id).state for run in waiting] == [State.QUEUED] * 3
    runs.cancel(waiting[0].id)
    assert runs.find(waiting[0].id).state is State.CANCELLED
    runs.add(RunOrder())
    with pytest.raises(NotFound):
        runs.find(waiting[0].id)


def test_closed_store_takes_nothing_and_lets_the_worker_go() -> None:
    runs = Runs()
    run = runs.add(RunOrder())
    runs.close()
    assert runs.find(run.id).state is State.CANCELLED
    assert runs.take() is None
    with pytest.raises(Busy):
        runs.add(RunOrder())
