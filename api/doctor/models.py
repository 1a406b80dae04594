"""Looks at the models of words: the bundled one, and the one that a setting names."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from api.doctor.cache import find_ground
from api.doctor.findings import broken, note, to_size, well
from api.settings import InstallationSettings
from matcher.embedding.bundled import BUNDLED_MODEL, inspect_bundled
from matcher.embedding.described import read_dim
from matcher.embedding.transformer import find_snapshot
from models.errors import ModelMissing
from models.installation import Finding, Soundness
from models.messages import say

UNPACKED_BYTES = 500_000_000
"""Room that the bundled model needs in the cache, with some to spare."""


def examine_models(settings: InstallationSettings) -> Iterator[Finding]:
    """Say how the models are.

    What is amiss with the bundled one breaks nothing where a setting names another.
    """
    for finding in _examine_bundled(settings.cache_dir):
        is_spare = settings.embedding_model is not None and finding.state is Soundness.BROKEN
        yield note("model", finding.text, finding.mend) if is_spare else finding
    if settings.embedding_model is not None:
        yield _examine_chosen(settings.embedding_model)


def _examine_bundled(cache_dir: Path) -> Iterator[Finding]:
    """Say whether the bundled model is there, unpacked and whole."""
    try:
        state = inspect_bundled(cache_dir)
    except ModelMissing as error:
        yield broken("model", error.text, say("doctor_model_mend"))
        return
    if state.is_whole:
        yield well("model", "doctor_model_whole", model=BUNDLED_MODEL)
        return
    if not state.is_packed:
        code = "doctor_model_torn" if state.is_unpacked else "doctor_model_absent"
        yield broken("model", say(code, path=state.folder), say("doctor_model_mend"))
        return
    if state.is_unpacked:
        text = say("doctor_model_torn", path=state.folder)
        yield note("model", text, say("doctor_model_torn_mend"))
    else:
        yield well("model", "doctor_model_packed", model=BUNDLED_MODEL)
    free = shutil.disk_usage(find_ground(cache_dir)).free
    if free < UNPACKED_BYTES:
        text = say("doctor_space_short", free=to_size(free), needed=to_size(UNPACKED_BYTES))
        yield broken("model", text, say("doctor_space_mend"))


def _examine_chosen(name: str) -> Finding:
    """Say whether the model that a setting names is at hand; nothing is fetched."""
    folder = Path(name).expanduser()
    found = folder if folder.is_dir() else find_snapshot(name, only_local=True)
    if found is None and not _can_be_fetched(name):
        return broken("model", say("doctor_model_nowhere", name=name), say("doctor_chosen_mend"))
    if found is None:
        text = say("doctor_model_away", name=name)
        return note("model", text, say("doctor_model_away_mend", name=name))
    try:
        return well("model", "doctor_model_here", name=name, dim=read_dim(found))
    except ModelMissing as error:
        return broken("model", error.text, say("doctor_chosen_mend"))


def _can_be_fetched(name: str) -> bool:
    """Say whether a name could be one at the hub, and the hub may be asked."""
    from huggingface_hub.constants import HF_HUB_OFFLINE
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils._validators import validate_repo_id

    try:
        validate_repo_id(name)
    except HFValidationError:
        return False
    return not HF_HUB_OFFLINE
