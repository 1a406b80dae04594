"""One cache of the model and its vectors for all processes of a test run."""

import os
from pathlib import Path

import pytest


def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a cache that starts empty in every run, and that all its processes share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "koalition-cache"
    folder.mkdir(exist_ok=True)
    return folder
