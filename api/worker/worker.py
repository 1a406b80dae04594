"""The worker: takes on jobs, has them done, and keeps what comes of them, once.

What a job leaves is kept in the same transaction as its end, and only while its lease is
held: a worker that was slow, or thought dead, leaves nothing behind.
"""

import json
import logging
import time
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from api.settings import InstallationSettings
from api.use_cases.publishing import publish_proposal
from api.worker.child import Child, Message, Noted, Progressed
from api.worker.tasks import Task, TaskOutcome
from models.canonical import round_number
from models.clock import to_stamp
from models.errors import Cancelled, DatabaseFailure, InputError, KoalitionError, StorageFull
from models.ids import new_id
from models.jobs import Job
from models.kept_proposals import ProposalSource
from models.kept_seasons import SeasonContent
from models.meetings import MeetingPlan
from models.runs import RunKind, place_in_run

if TYPE_CHECKING:
    from api.service import Service
    from data.store.transaction import Transaction

LEASE_S, BEAT_S, NOTE_S, IDLE_S = 15.0, 4.0, 0.25, 1.0
TIDY_S, ANSWERS_H = 3600.0, 24
"""How often what is over is forgotten, and how long an answer to an order is kept, in hours."""
SOURCES = {
    RunKind.PROPOSE: ProposalSource.RUN,
    RunKind.REPAIR: ProposalSource.REPAIR,
    RunKind.SETTLE: ProposalSource.HAND,
}
BESIDE = frozenset({"proposal", "board", "made_by", "publish", "coalition_id"})
"""What is kept of a run beside what its use case is given."""
ENDED = {"cancel": "cancelled", "finish": "done", "fail": "failed"}
logger = logging.getLogger(__name__)


class Worker:
    """Does jobs on a thread of its own until it is stopped.

    Parameters
    ----------
    service : Service
    settings : InstallationSettings
        Of the child process that computes.
    lease_s : float
        How long a job is held without a sign of life.
    """

    def __init__(
        self, service: "Service", settings: InstallationSettings, lease_s: float = LEASE_S
    ) -> None:
        self._service, self._lease_s = service, lease_s
        self._name = new_id()
        self._child = Child(settings)
        self._is_over, self._wake = Event(), Event()
        self._thread = Thread(target=self._work, name="koalition-worker", daemon=True)
        self._leave = service.bell.listen("jobs", lambda *_: self._wake.set())

    @property
    def is_alive(self) -> bool:
        """Say whether jobs are being done."""
        return self._thread.is_alive()

    @property
    def child(self) -> Child:
        """The process that computes."""
        return self._child

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Put back what is being done, and end."""
        self._is_over.set()
        self._wake.set()
        self._thread.join()
        self._leave()
        self._child.kill()

    def _work(self) -> None:
        tidied = 0.0
        while not self._is_over.is_set():
            try:
                if time.monotonic() - tidied >= TIDY_S or not tidied:
                    self._tidy()
                    tidied = time.monotonic()
                job = self._take()
                if job is not None:
                    self._do(job)
                    continue
            except DatabaseFailure as error:
                logger.warning("the database does not answer: %s", error.params.get("reason"))
            except StorageFull as error:
                logger.warning("%s", error.text.en)
            except Exception:  # another job may be done all the same
                logger.exception("a job broke down")
            self._wake.wait(IDLE_S)
            self._wake.clear()

    def _tidy(self) -> None:
        """Forget what is over: answers to orders, sessions, links, registrations."""
        edge = to_stamp(datetime.now(UTC) - timedelta(hours=ANSWERS_H))
        with self._service.changing() as store:
            store.answers.forget(edge)
            store.sessions.forget()
            store.links.forget(edge)
            store.members.forget_unconfirmed()

    def _take(self) -> Job | None:
        """Take a job on, once lost ones are queued anew."""
        with self._service.reading() as store:
            if not store.jobs.has_due():
                return None
        with self._service.changing() as store:
            for lost, is_set_aside in store.jobs.take_back_lost():
                tell_job(lost, "set_aside" if is_set_aside else "lost", logging.WARNING)
                lead(store, lost, "lose")
                if is_set_aside:
                    lead(store, lost, "set_aside", KoalitionError("job_set_aside"))
            job = store.jobs.claim(self._name, self._lease_s)
            if job is not None:
                lead(store, job, "claim")
                tell_job(job, "begun")
            return job

    def _do(self, job: Job) -> None:
        """Have a job done, however it ends."""
        content = None
        try:
            with self._service.reading() as store:
                task = open_task(store, job)
            content = task.content
            self._child.begin(task)
            ending = self._follow(job)
        except (DatabaseFailure, StorageFull):
            self._child.kill()  # else what it says would be taken for the next job's
            raise
        except KoalitionError as error:
            ending = error
        except EOFError:  # the child is gone
            self._child.kill()
            self._lose(job, is_given_back=self._is_over.is_set())
            return
        except Exception:
            logger.exception("a job of kind %s broke down", job.kind)
            self._child.kill()
            self._lose(job)
            return
        if ending is not None:
            self._keep(job, ending, content)

    def _follow(self, job: Job) -> TaskOutcome | KoalitionError | None:
        """Hear the child to its end; None where the job is no longer this worker's."""
        beaten = noted = time.monotonic()
        latest: Progressed | None = None
        while True:
            message: Message | None = self._child.hear(NOTE_S)
            if isinstance(message, TaskOutcome | KoalitionError):
                return message
            if isinstance(message, Noted):
                logger.warning("run %s: %s", job.ref, message.text.en)
            elif message is not None:
                latest = message
            now = time.monotonic()
            if self._is_over.is_set():
                self._child.kill()
                self._lose(job, is_given_back=True)
                return None
            if latest is not None and now - noted >= NOTE_S:
                self._note(job, latest)
                latest, noted = None, now
            if now - beaten >= min(BEAT_S, self._lease_s / 3) or self._wake.is_set():
                self._wake.clear()
                with self._service.changing() as store:
                    asked = store.jobs.beat(job, self._name, self._lease_s)
                beaten = now
                if asked is not False:
                    self._child.kill()
                    return Cancelled("cancelled") if asked else None

    def _note(self, job: Job, told: Progressed) -> None:
        if job.kind == RunKind.BOUND:
            return
        place = round_number(place_in_run(told.stage, told.done, told.total))
        gap = None if told.gap is None else round_number(max(0.0, told.gap))
        with self._service.changing() as store:
            store.runs.note(job.ref, told.stage, place, gap)
            store.ring(f"run:{job.ref}")

    def _lose(self, job: Job, *, is_given_back: bool = False) -> None:
        """Put a job back: as it was, or as one attempt that failed."""
        with self._service.changing() as store:
            if is_given_back:
                if store.jobs.give_back(job, self._name):
                    lead(store, job, "lose")
                    tell_job(job, "given_back")
            else:
                store.jobs.lapse(job, self._name)
        self._wake.set()

    def _keep(
        self, job: Job, ending: TaskOutcome | KoalitionError, content: SeasonContent | None
    ) -> None:
        """Keep what came of a job and its end together, if it is still this worker's."""
        with self._service.changing() as store:
            event = end_job(store, job, self._name, ending, content)
        error = ending.code if event == "fail" and isinstance(ending, KoalitionError) else None
        tell_job(job, ENDED.get(event or "", "lost"), error=error)


def end_job(
    store: "Transaction",
    job: Job,
    worker: str,
    ending: TaskOutcome | KoalitionError,
    content: SeasonContent | None,
) -> str | None:
    """End a job and keep what came of it; give by which event, or None where it was lost.

    Whoever was told that a run is being cancelled gets no proposal, even if it was just done.
    """
    asked = store.jobs.is_cancel_asked(job, worker)
    if asked is None:
        return None
    if asked or isinstance(ending, Cancelled):
        event = "cancel"
        store.jobs.end(job, worker, event)
        lead(store, job, event)
    elif isinstance(ending, TaskOutcome):
        event = "finish"
        store.jobs.end(job, worker, event)
        keep_outcome(store, job, ending, content)
    else:
        event = "fail"
        store.jobs.end(job, worker, event)
        lead(store, job, event, ending)
    return event


def tell_job(job: Job, became: str, level: int = logging.INFO, *, error: str | None = None) -> None:
    """Write a line of what became of a job; it says nothing of anybody."""
    told = {
        "board" if job.kind == RunKind.BOUND else "run": job.ref,
        "kind": job.kind,
        "attempt": job.attempts,
        "became": became,
        "error": error,
    }
    logger.log(level, "job", extra={"told": told})


def open_task(store: "Transaction", job: Job) -> Task:
    """Gather all that a job needs."""
    if job.kind == RunKind.BOUND:
        return open_bound(store, job)
    run, given = store.runs.read(job.ref), store.runs.read_given(job.ref)
    asked = {name: value for name, value in given.items() if name not in BESIDE}
    parent_id = given.get("proposal")
    parent = store.proposals.read_document(parent_id) if parent_id else None
    return Task(run.kind, store.seasons.get(run.season_id).content, asked, parent)


def open_bound(store: "Transaction", job: Job) -> Task:
    """Gather what bounding the sizes on a board needs."""
    kept = store.boards.read(job.ref)
    parent = store.proposals.read_document(kept.proposal_id) if kept.proposal_id else None
    seats = {each.id: (each.challenge_id, set(each.members)) for each in kept.members}
    content = store.seasons.get(kept.season_id).content
    homes = {
        f"{challenge.id}/{number}": challenge.id
        for challenge in content.season.challenges
        for number in range(1, challenge.coalitions + 1)
    }
    for step in store.boards.read_steps(kept.id, 0):
        for marks, change in ((step.off, set.discard), (step.on, set.add)):
            for mark in marks:
                if mark.kind == "seat":
                    home = homes.get(mark.coalition, mark.coalition.rpartition("/")[0])
                    _, members = seats.setdefault(mark.coalition, (home, set()))
                    change(members, mark.actor)
    coalitions = [
        {"id": id_, "challenge_id": challenge, "members": sorted(members)}
        for id_, (challenge, members) in sorted(seats.items())
        if members
    ]
    asked = {"coalitions": coalitions, "version": kept.version}
    return Task(RunKind.BOUND, content, asked, parent)


def keep_outcome(
    store: "Transaction", job: Job, outcome: TaskOutcome, content: SeasonContent | None
) -> None:
    """Keep what came of a job, with the season that it was computed for, and end it."""
    if job.kind == RunKind.BOUND:
        found = outcome.result
        store.boards.note_bound(job.ref, found["version"], found["bound"])
        store.ring(f"board:{job.ref}")
        return
    run, given = store.runs.read(job.ref), store.runs.read_given(job.ref)
    proposal_id = None
    if outcome.document is not None and content is not None:
        told = json.loads(outcome.document)
        store.snapshots.keep(run.season_id, told["input_sha256"], content.season)
        made_by, parent_id = str(given.get("made_by", "")), given.get("proposal")
        source = ProposalSource.REPAIR if "publish" in given else SOURCES[run.kind]
        proposal_id = store.proposals.add(
            run.season_id, outcome.document, source, made_by, parent_id, run.id
        )
        if board := given.get("board"):
            store.ring(f"board:{board}")
        if publish := given.get("publish"):
            publish_repaired(store, proposal_id, parent_id, publish)
    if run.kind is RunKind.MEETING_PLAN:
        plan = MeetingPlan.model_validate(outcome.result[0])
        made_by, coalition_id = str(given.get("made_by", "")), given["coalition_id"]
        store.plans.add(run.season_id, coalition_id, run.id, plan, made_by)
    values = {"progress": 1.0, "proposal_id": proposal_id, "result": outcome.result}
    if outcome.gap is not None:
        values["gap"] = outcome.gap
    store.runs.advance(run.id, "relax" if outcome.is_relaxed else "finish", **values)
    store.ring(f"run:{run.id}")
    store.ring(f"season:{run.season_id}")


def publish_repaired(
    store: "Transaction", id_: str, parent_id: str | None, publish: dict[str, str]
) -> None:
    """Publish a repaired proposal in the place of the one that it mends, if that still stands."""
    if parent_id and store.proposals.describe(parent_id).state == "published":
        store.proposals.advance(id_, "choose")
        publish_proposal(store, id_, publish["deadline"], publish["message"])


def lead(store: "Transaction", job: Job, event: str, error: KoalitionError | None = None) -> None:
    """Lead the run that a job is about on; a board is about no run."""
    if job.kind == RunKind.BOUND:
        return
    values = {} if error is None else {"error": tell_error(error)}
    store.runs.advance(job.ref, event, **values)
    store.ring(f"run:{job.ref}")


def tell_error(error: KoalitionError) -> dict[str, object]:
    """Give an error as it is kept: its code, both texts and the faults."""
    faults = error.faults if isinstance(error, InputError) else ()
    return {
        "code": error.code,
        "kind": type(error).__name__,
        "text": error.text.model_dump(),
        "faults": [fault.model_dump(mode="json") for fault in faults],
    }
