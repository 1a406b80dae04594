"""Looks at what the service needs: its database, its queue, and room on the disk."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from api.doctor.cache import find_ground
from api.doctor.findings import MEGA, broken, note, to_size, well
from api.settings import InstallationSettings
from models.errors import BadRequest, DatabaseFailure, WrongState
from models.installation import Finding
from models.kept_events import BrokenChain
from models.messages import say
from models.text import Text

if TYPE_CHECKING:
    from data.store.engines import Database

LEAST_FREE = 500 * MEGA
"""Below it there is too little room for a backup, imports and what SQLite writes beside."""
LONG_S = 60
"""A job that has waited so long, while none is running, has nobody to do it."""
NO_TABLES = "-"
"""The step of a database without tables."""


def examine_service(settings: InstallationSettings) -> Iterator[Finding]:
    """Say how the database, its queue and the disk are; nothing is made that isn't there."""
    from data.store.engines import Database

    try:
        database = Database(settings.database, is_made=False)
    except BadRequest as error:
        yield broken("database", error.text, say("doctor_database_mend"))
        yield from examine_disk("outbox", settings.outbox)
        return
    with closing(database):
        file = Path(database.place) if database.is_sqlite else None
        if file is not None and not file.exists():
            yield well("database", "doctor_database_absent", place=file)
        else:
            yield from _examine_database(database)
    if file is not None:
        yield from examine_disk("database", file.parent)
    yield from examine_disk("outbox", settings.outbox)


def examine_disk(what: str, folder: Path) -> Iterator[Finding]:
    """Say how much room there is where a thing lies, or will lie."""
    ground = find_ground(folder)
    if not ground.is_dir() or not os.access(ground, os.W_OK):
        text = say("doctor_disk_closed", what=say(f"disk_{what}"), path=folder)
        yield broken("disk", text, say("doctor_disk_mend"))
        return
    free = shutil.disk_usage(ground).free
    told = {"what": say(f"disk_{what}"), "path": folder, "free": to_size(free)}
    if free < LEAST_FREE:
        yield note("disk", say("doctor_disk_short", **told), say("doctor_disk_mend"))
    else:
        yield well("disk", "doctor_disk", **told)


def _examine_database(database: "Database") -> Iterator[Finding]:
    """Say whether it answers, has the tables of this version and is whole, and what waits."""
    from data.store.events import StoredEvents
    from data.store.figures import StoredFigures
    from data.store.integrity import find_damage, weigh
    from data.store.schema import find_differences, insist_on_current

    try:
        if damage := find_damage(database):
            text = say("doctor_database_damaged", place=database.place, reason="; ".join(damage))
            yield broken("database", text, say("doctor_database_restore"))
            return
        step = insist_on_current(database)
        if find_differences(database):
            yield broken("database", say("doctor_tables_differ"), say("doctor_tables_mend"))
            return
        with database.reading() as session:
            figures, size = StoredFigures(session), to_size(weigh(database, session))
            seasons, queue = sum(figures.count_seasons().values()), figures.count_queue()
            chains = tuple(StoredEvents(session).find_broken())
    except WrongState as error:
        if error.params["current"] == NO_TABLES:
            yield well("database", "doctor_database_empty", place=database.place)
        else:
            yield broken("database", error.text, say("doctor_tables_mend"))
        return
    except DatabaseFailure as error:
        reason = Text.same(str(error.params["reason"]))
        text = say("doctor_database_away", place=database.place, reason=reason)
        yield broken("database", text, say("doctor_database_mend"))
        return
    told = {"place": database.place, "size": size, "step": step, "seasons": seasons}
    yield well("database", "doctor_database", **told)
    yield from _examine_record(chains)
    waiting, running = (queue.jobs.get(state, 0) for state in ("queued", "running"))
    seconds = round(queue.oldest_s)
    yield well(
        "queue",
        "doctor_queue",
        waiting=waiting,
        seconds=seconds,
        running=running,
        expired=queue.expired,
        aside=queue.jobs.get("set_aside", 0),
    )
    if queue.expired:
        text = say("doctor_queue_expired", count=queue.expired)
        yield note("queue", text, say("doctor_queue_mend"))
    elif seconds >= LONG_S and not running:
        text = say("doctor_queue_idle", seconds=seconds)
        yield note("queue", text, say("doctor_queue_mend"))


def _examine_record(chains: tuple[BrokenChain, ...]) -> Iterator[Finding]:
    """Say whether what happened is on record as it was written."""
    if not chains:
        yield well("record", "doctor_record")
    for each in chains:
        numbers = ", ".join(map(str, each.numbers)) or "–"
        missing = each.missing_from or "–"
        text = say("doctor_record_broken", chain=each.chain, numbers=numbers, missing=missing)
        yield broken("record", text, say("doctor_record_mend"))
