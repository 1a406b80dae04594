"""The engine: pure functions of season, settings and seed.

`from matcher import match, score, explain, suggest, rank, verify, plan` is its public door;
see `docs/library.md`. Three verbs have the names of the rooms that do their work: the rooms
are opened first, which costs nothing, so that the verbs stand afterwards.
"""

import matcher.explain
import matcher.suggest
import matcher.verify  # noqa: F401 (opened before its name is given to a verb)
from matcher.engine import explain as explain
from matcher.engine import match as match
from matcher.engine import plan as plan
from matcher.engine import rank as rank
from matcher.engine import score as score
from matcher.engine import suggest as suggest
from matcher.engine import verify as verify

__all__ = ["explain", "match", "plan", "rank", "score", "suggest", "verify"]
