"""Everything that is compiled, at once: so that no run has to wait for it."""

import numpy as np

from matcher.core import loops
from matcher.embedding.coarse import coarsen
from matcher.meetings.rehearsal import ready_meetings
from matcher.optimise.rehearsal import ready_search
from models.ports.progress import Progress


def warm(progress: Progress) -> int:
    """Compile every loop, or find that all are at hand and sound; give how many there are."""
    ready_search(progress, again=True)
    ready_meetings(progress, again=True)
    loops.make_ready("embedding", _rehearse_words, progress, again=True)
    return len(loops.LOOPS)


def _rehearse_words() -> None:
    coarsen(np.ones((1, 4), dtype=np.float32)).cosines(np.ones(4, dtype=np.float32))
