"""The worker when things go wrong, on both databases."""

import json
import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from api.bootstrap import Installation
from api.http.watching import JsonLines
from api.service import Order, Service
from api.use_cases.cancel_run import CANCEL_RUN
from api.use_cases.read_run import RunAsked
from api.use_cases.start_run import START_RUN, NewRun
from api.worker.tasks import TaskOutcome
from api.worker.worker import Worker, end_job, lead
from models.callers import LOCAL
from models.runs import Run
from models.season_places import Target
from tests.kit.computing import read_small

SEASON = "liten"


@pytest.fixture
def season(service: Service, tmp_path: Path) -> Target:
    """A small frozen season."""
    with service.changing() as store:
        store.seasons.add(SEASON, read_small(tmp_path / "small"))
        for event in ("open", "freeze"):
            place = store.seasons.locate(SEASON, LOCAL)
            assert place is not None
            store.seasons.advance(place, event)
    return Target(kind="season", id=SEASON)


@pytest.fixture
def worker(service: Service) -> Iterator[Worker]:
    """A worker that a test begins."""
    worker = Worker(service, Installation().settings)
    yield worker
    if worker.is_alive:
        worker.stop()


def start(service: Service, season: Target) -> Run:
    return service.perform(START_RUN, Order(LOCAL, season), NewRun())


def read(service: Service, run: Run) -> Run:
    with service.reading() as store:
        return store.runs.read(run.id)


def wait_for_end(service: Service, run: Run, worker: Worker) -> Run:
    for _ in range(1200):
        now = read(service, run)
        if now.has_ended:
            return now
        assert worker.is_alive, "the worker broke down"
        Event().wait(0.05)
    raise AssertionError("it never ended")


def test_a_child_killed_between_two_jobs_does_not_end_the_worker(
    service: Service, season: Target, worker: Worker
) -> None:
    worker.start()
    first = wait_for_end(service, start(service, season), worker)
    pid = worker.child.pid
    assert pid is not None
    run = start(service, season)
    os.kill(pid, signal.SIGKILL)
    assert wait_for_end(service, run, worker).state == first.state == "done"


def test_a_job_that_can_t_be_opened_is_set_aside_and_the_next_is_done(
    service: Service, season: Target, worker: Worker
) -> None:
    from sqlalchemy import text

    run = start(service, season)
    with service.database.writing() as session:
        session.execute(text("UPDATE runs SET given = '3'"))
    later = start(service, season)
    worker.start()
    assert wait_for_end(service, later, worker).state == "done"
    with service.database.reading() as session:
        states = dict(session.execute(text("SELECT ref, state FROM jobs")).all())
    assert states[run.id] == "set_aside"
    error = read(service, run).error
    assert error is not None and error["code"] == "job_set_aside"


def test_who_was_told_that_a_run_is_cancelled_gets_no_proposal(
    service: Service, season: Target
) -> None:
    run = start(service, season)
    with service.changing() as store:
        job = store.jobs.claim("one", 60)
        assert job is not None
        lead(store, job, "claim")
    order = Order(LOCAL, Target(kind="run", id=run.id))
    assert service.perform(CANCEL_RUN, order, RunAsked()).state == "running"
    with service.changing() as store:
        end_job(store, job, "one", TaskOutcome(result=[]), None)
    ended = read(service, run)
    assert (ended.state, ended.result) == ("cancelled", None)


def test_each_step_of_a_job_is_a_line_with_its_run_and_nothing_personal(
    service: Service, season: Target, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "api.worker")
    run = start(service, season)
    with service.changing() as store:
        lost = store.jobs.claim("one", -1)
        assert lost is not None
        lead(store, lost, "claim")
    worker.start()
    wait_for_end(service, run, worker)
    worker.stop()
    told = [json.loads(JsonLines().format(record)) for record in caplog.records]
    steps = [(each["became"], each["attempt"]) for each in told if each["what"] == "job"]
    assert steps == [("lost", 1), ("begun", 2), ("done", 2)]
    known = {"at", "level", "what", "run", "kind", "attempt", "became"}
    assert all(set(each) <= known and each["run"] == run.id for each in told)


def test_a_worker_that_lost_its_lease_leaves_nothing(service: Service, season: Target) -> None:
    run = start(service, season)
    with service.changing() as store:
        lost = store.jobs.claim("one", -1)
        assert lost is not None
        lead(store, lost, "claim")
        for each, _ in store.jobs.take_back_lost():
            lead(store, each, "lose")
        assert store.jobs.claim("two", 60) is not None
    with service.changing() as store:
        end_job(store, lost, "one", TaskOutcome(result=[]), None)
    assert read(service, run).state == "queued"


def test_a_full_disk_ends_neither_the_worker_nor_is_a_stale_result_taken(
    service: Service, season: Target, worker: Worker
) -> None:
    from sqlalchemy import text

    if not service.database.is_sqlite:
        return  # how PostgreSQL says it is the engine's test
    full = (
        "CREATE TRIGGER full BEFORE UPDATE OF stage ON runs "
        "BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
    )
    with service.database.writing() as session:
        session.execute(text(full))
    run = start(service, season)
    worker.start()
    has_begun = False
    while not has_begun or worker.child.pid is not None:
        has_begun = has_begun or worker.child.pid is not None
        assert worker.is_alive, "the worker broke down"
        assert not read(service, run).has_ended, "its child computes on, and the next hears it"
        Event().wait(0.02)
    with service.database.writing() as session:
        session.execute(text("DROP TRIGGER full"))
        session.execute(text("UPDATE jobs SET lease_until = '2000' WHERE state = 'running'"))
    assert wait_for_end(service, run, worker).state == "done"
