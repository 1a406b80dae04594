"""What is counted and timed of a server, for `/metrics`; no label ever names anybody."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector

from api.service import Service

REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    "koalition_requests",
    "Requests that were answered.",
    ["method", "route", "status"],
    registry=REGISTRY,
)
REQUEST_SECONDS = Histogram(
    "koalition_request_seconds", "Seconds to an answer.", ["route"], registry=REGISTRY
)
IN_PROGRESS = Gauge("koalition_requests_in_progress", "Requests being answered.", registry=REGISTRY)
JOBS = Gauge("koalition_jobs", "Jobs by state.", ["state"], registry=REGISTRY)
OLDEST_JOB = Gauge(
    "koalition_jobs_oldest_seconds", "Seconds that the oldest due job waits.", registry=REGISTRY
)
RUNS = Gauge("koalition_runs", "Runs by kind and state.", ["kind", "state"], registry=REGISTRY)
ATTEMPTS = Gauge(
    "koalition_jobs_taken_again", "Jobs that were taken on more than once.", registry=REGISTRY
)
GAP = Gauge("koalition_run_gap_mean", "Mean proven gap of runs that are done.", registry=REGISTRY)
SEASONS = Gauge("koalition_seasons", "Seasons by state.", ["state"], registry=REGISTRY)
ROWS = Gauge("koalition_rows", "Rows by table.", ["table"], registry=REGISTRY)
WARM = Gauge("koalition_warm_seasons", "Seasons kept in memory.", registry=REGISTRY)
WARM_HITS = Gauge("koalition_warm_hits", "Seasons that were at hand.", registry=REGISTRY)
WARM_MISSES = Gauge("koalition_warm_misses", "Seasons that had to be read.", registry=REGISTRY)
WARM_BOARDS = Gauge("koalition_warm_boards", "Boards kept in memory.", registry=REGISTRY)
ProcessCollector(registry=REGISTRY)


def write_metrics(service: Service) -> bytes:
    """Count what the store holds, and write everything."""
    with service.reading() as store:
        told = store.figures.count()
    for gauge in (JOBS, RUNS, SEASONS, ROWS):
        gauge.clear()
    for state, count in told.queue.jobs.items():
        JOBS.labels(state).set(count)
    for (kind, state), count in told.runs.items():
        RUNS.labels(kind, state).set(count)
    for state, count in told.seasons.items():
        SEASONS.labels(state).set(count)
    for table, count in told.rows.items():
        ROWS.labels(table).set(count)
    OLDEST_JOB.set(told.queue.oldest_s)
    ATTEMPTS.set(told.queue.taken_again)
    GAP.set(told.mean_gap)
    warm = service.warm
    WARM.set(warm.kept)
    WARM_HITS.set(warm.hits)
    WARM_MISSES.set(warm.misses)
    WARM_BOARDS.set(warm.boards)
    return generate_latest(REGISTRY)
