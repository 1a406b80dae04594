"""Looks at the cache folder: whether it can be written, what it holds, the room left."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from api.doctor.findings import broken, note, to_size, well
from data.store.vectors import StoredVectors, list_stored
from models.installation import Finding
from models.messages import say


def examine_cache(cache_dir: Path) -> Iterator[Finding]:
    """Say how the cache is, and how many vectors of which models it holds."""
    ground = find_ground(cache_dir)
    try:
        with tempfile.TemporaryFile(dir=ground):
            pass
    except OSError as error:
        text = say("doctor_cache_closed", path=cache_dir, reason=error.strerror)
        yield broken("cache", text, say("doctor_cache_mend"))
        return
    free = to_size(shutil.disk_usage(ground).free)
    if not cache_dir.exists():
        yield well("cache", "doctor_cache_absent", path=cache_dir, free=free)
        return
    held = to_size(sum(map(_weigh, cache_dir.rglob("*"))))
    yield well("cache", "doctor_cache", path=cache_dir, size=held, free=free)
    yield from map(_tell_store, list_stored(cache_dir))


def find_ground(path: Path) -> Path:
    """Give the path itself, or else the nearest folder above it that is there."""
    absolute = path.absolute()
    return next(place for place in (absolute, *absolute.parents) if place.exists())


def _weigh(path: Path) -> int:
    """Give the bytes of a file; a run beside this one may just have removed it."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _tell_store(store: StoredVectors) -> Finding:
    if store.count is None:
        return note("vectors", say("doctor_vectors_damaged", path=store.path))
    nameless = say("doctor_vectors_nameless", fingerprint=store.fingerprint[:12])
    return well("vectors", "doctor_vectors", count=store.count, model=store.model or nameless)
