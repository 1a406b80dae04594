"""What is counted and timed of a server, for `/metrics`; no label ever names anybody."""

import time
from typing import NamedTuple

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector

from api.service import Service
from data.store.figures import StoreFigures
from data.store.integrity import weigh
from models.errors import DatabaseFailure
from models.messages import say

PREFIX = "koalition_"
REGISTRY = CollectorRegistry()


class Series(NamedTuple):
    """One series: the key of its text, its name as it is read, its kind and its labels."""

    key: str
    name: str
    kind: str
    labels: tuple[str, ...]


SERIES: list[Series] = []
"""All of them, in the order in which they are told."""


def _state(key: str, *labels: str, kind: str = "gauge", ending: str = "") -> tuple[str, str]:
    """Note a series, and give its name and what it says."""
    SERIES.append(Series(key, PREFIX + key + ending, kind, labels))
    return PREFIX + key, say(f"metric_{key}").en


def _gauge(key: str, *labels: str) -> Gauge:
    return Gauge(*_state(key, *labels), labels, registry=REGISTRY)


def _counter(key: str, *labels: str) -> Counter:
    told = _state(key, *labels, kind="counter", ending="_total")
    return Counter(*told, labels, registry=REGISTRY)


def _histogram(key: str, *labels: str) -> Histogram:
    return Histogram(*_state(key, *labels, kind="histogram"), labels, registry=REGISTRY)


REQUESTS = _counter("requests", "method", "route", "status")
REQUEST_SECONDS = _histogram("request_seconds", "route")
IN_PROGRESS = _gauge("requests_in_progress")
STREAMS = _gauge("streams")
JOBS = _gauge("jobs", "state")
OLDEST_JOB = _gauge("jobs_oldest_seconds")
ATTEMPTS = _gauge("jobs_taken_again")
EXPIRED = _gauge("jobs_expired")
LEASE_LOSSES = _gauge("lease_losses")
RUNS = _gauge("runs", "kind", "state")
GAP = _gauge("run_gap_mean")
SEASONS = _gauge("seasons", "state")
MAILS = _gauge("mails", "state")
ROWS = _gauge("rows", "table")
DATABASE_UP = _gauge("database_up")
DATABASE_BYTES = _gauge("database_bytes")
DATABASE_SECONDS = _gauge("database_seconds")
WARM = _gauge("warm_seasons")
WARM_BOARDS = _gauge("warm_boards")
WARM_BYTES = _gauge("warm_bytes")
WARM_MOST = _gauge("warm_bytes_most")
WARM_HITS = _gauge("warm_hits")
WARM_MISSES = _gauge("warm_misses")
WARM_EVICTIONS = _gauge("warm_evictions")
ProcessCollector(registry=REGISTRY)


def write_metrics(service: Service) -> bytes:
    """Count what the store holds, and write everything; without the store, all that is here."""
    began = time.perf_counter()
    try:
        with service.reading() as store:
            told, size = store.figures.count(), weigh(service.database, store.session)
    except DatabaseFailure:
        DATABASE_UP.set(0)
        for gauge in (JOBS, RUNS, SEASONS, MAILS, ROWS):
            gauge.clear()  # nobody takes what was for what is
        for gauge in (OLDEST_JOB, ATTEMPTS, EXPIRED, LEASE_LOSSES, GAP, DATABASE_BYTES):
            gauge.set(float("nan"))
    else:
        DATABASE_UP.set(1)
        DATABASE_BYTES.set(size)
        _tell_store(told)
    DATABASE_SECONDS.set(time.perf_counter() - began)
    warm = service.warm
    WARM.set(warm.kept)
    WARM_BOARDS.set(warm.boards)
    WARM_BYTES.set(warm.bytes)
    WARM_MOST.set(warm.most_bytes)
    WARM_HITS.set(warm.hits)
    WARM_MISSES.set(warm.misses)
    WARM_EVICTIONS.set(warm.evictions)
    return generate_latest(REGISTRY)


def _tell_store(told: StoreFigures) -> None:
    queue = told.queue
    for gauge, counts in (
        (JOBS, queue.jobs),
        (SEASONS, told.seasons),
        (MAILS, told.mails),
        (ROWS, told.rows),
    ):
        gauge.clear()
        for label, count in counts.items():
            gauge.labels(label).set(count)
    RUNS.clear()
    for (kind, state), count in told.runs.items():
        RUNS.labels(kind, state).set(count)
    OLDEST_JOB.set(queue.oldest_s)
    ATTEMPTS.set(queue.taken_again)
    EXPIRED.set(queue.expired)
    LEASE_LOSSES.set(queue.lease_losses)
    GAP.set(told.mean_gap)
