"""Machine code on disk that is as it was written, or counts as missing.

Numba believes what it finds: a file cut short ends in one of many errors, and a changed byte
of machine code in a crash or a wrong number. So each of its files ends in its digest, which
is asked before the file is read. Who forges both is not found out.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from numba.core.caching import IndexDataCacheFile

DIGEST_BYTES = hashlib.sha256().digest_size


class WholeFiles(IndexDataCacheFile):
    """Numba's files of one loop, each followed by its digest, which unpickling passes over."""

    @contextmanager
    def _open_for_write(self, filepath: str) -> Iterator[BytesIO]:
        parent: Any = super()
        with parent._open_for_write(filepath) as file:
            content = BytesIO()
            yield content
            file.write(content.getvalue() + hashlib.sha256(content.getvalue()).digest())

    def _load_index(self) -> Any:
        parent: Any = super()
        drop_spoilt(Path(self._index_path))
        return parent._load_index()

    def _load_data(self, name: str) -> Any:
        parent: Any = super()
        drop_spoilt(Path(self._cache_path) / name)
        return parent._load_data(name)


def keep_whole(loop: Any) -> None:
    """Let a compiled loop keep its code in such files."""
    kept, open_files = loop._cache._impl, cast(Any, WholeFiles)
    loop._cache._cache_file = open_files(
        kept.locator.get_cache_path(), kept.filename_base, kept.locator.get_source_stamp()
    )


def drop_spoilt(path: Path) -> bool:
    """Remove a file that is not as it was written, and say whether it was one."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    if hashlib.sha256(content[:-DIGEST_BYTES]).digest() == content[-DIGEST_BYTES:]:
        return False
    path.unlink(missing_ok=True)
    return True
