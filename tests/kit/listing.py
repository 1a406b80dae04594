"""Seasons whose members are chosen one by one, though their coalitions could be listed."""

from dataclasses import replace

import pytest

from matcher.core.problem import Problem
from matcher.optimise.group import BoundedGrouping, group
from matcher.optimise.work import WORK
from models.ports.progress import Silence
from models.seasons import Effort


def list_nothing(patch: pytest.MonkeyPatch) -> None:
    """Let no coalitions be listed, at any effort."""
    for effort, work in list(WORK.items()):
        patch.setitem(WORK, effort, replace(work, listed=0))


def group_either_way(problem: Problem) -> tuple[BoundedGrouping, BoundedGrouping]:
    """Choose among listed coalitions, and once more as where there are too many."""
    listed = group(problem, Effort.NORMAL, 60, Silence())
    with pytest.MonkeyPatch.context() as patch:
        list_nothing(patch)
        return listed, group(problem, Effort.NORMAL, 60, Silence())
