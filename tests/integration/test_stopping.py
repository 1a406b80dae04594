"""A server or a worker that is asked to end gives back what it computes, uncounted."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from pydantic import SecretStr

from api.bootstrap import Installation
from api.service import Order, Service
from api.settings import InstallationSettings
from api.use_cases.start_run import START_RUN, NewRun
from data.samples import DEMO
from models.callers import LOCAL
from models.kept_seasons import SeasonContent
from models.runs import Run
from models.season_places import Target
from models.seasons import Effort

ROOT = Path(__file__).parents[2]
SERVE, WORK = ("serve", "--port", "0"), ("worker",)
LONG_S = 120
"""Far longer than anything here takes."""


@contextmanager
def begin(words: tuple[str, ...], url: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command as the first of a process group of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "KOALITION_DATABASE_URL": url}
    command = [sys.executable, "-m", "tests.kit.koalition", *words]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def keep_demo(service: Service) -> Run:
    """Keep the sample season, and order a run that takes long."""
    read = Installation().open_season(DEMO)
    content = SeasonContent(
        season=read.season, people=read.people, host=read.host, settings_text=read.settings_text
    )
    with service.changing() as store:
        store.seasons.add("demo", content)
        for event in ("open", "freeze"):
            place = store.seasons.locate("demo", LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
    order = Order(LOCAL, Target(kind="season", id="demo"))
    return service.perform(START_RUN, order, NewRun(effort=Effort.THOROUGH))


def wait_until(service: Service, run: Run, is_so: Callable[[Run], bool]) -> None:
    """Wait until a run is as it should be, hearing of each change."""
    rung = Event()
    leave = service.bell.listen(f"run:{run.id}", lambda *_: rung.set())
    try:
        while True:
            with service.reading() as store:
                now = store.runs.read(run.id)
            if is_so(now):
                return
            assert not now.has_ended
            assert rung.wait(LONG_S)
            rung.clear()
    finally:
        leave()


@pytest.mark.parametrize(
    ("words", "send", "is_so"),
    [
        pytest.param(SERVE, os.killpg, lambda run: run.state == "running", id="its-group-at-once"),
        pytest.param(SERVE, os.kill, lambda run: run.progress > 0, id="the-server-while-computing"),
        pytest.param(WORK, os.killpg, lambda run: run.progress > 0, id="a-worker-and-its-group"),
    ],
)
def test_a_stop_gives_back_what_is_computed_and_counts_no_attempt(
    words: tuple[str, ...],
    send: Callable[[int, int], None],
    is_so: Callable[[Run], bool],
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'koalition.sqlite'}"
    settings = InstallationSettings(database_url=SecretStr(url))
    with Installation(settings).serve() as service:
        run = keep_demo(service)
        with begin(words, url) as process:
            wait_until(service, run, is_so)
            send(process.pid, signal.SIGTERM)
            process.wait(LONG_S)
        assert process.returncode == 0
        with service.reading() as store:
            given_back = store.runs.read(run.id)
            queue = store.figures.count_queue()
        assert (given_back.state, queue.jobs) == ("queued", {"queued": 1})
        with service.changing() as store:
            job = store.jobs.claim("another", 60)
        assert job is not None
        assert (job.ref, job.attempts) == (run.id, 1)
