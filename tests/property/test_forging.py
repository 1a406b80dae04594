"""Whatever one place of a sealed proposal is changed to, it no longer agrees."""

import copy
from functools import cache
from random import Random

import pytest

from matcher.agreement import verify
from matcher.core.fits import Fits
from models.canonical import hash_content
from models.proposals import Keep
from models.scores import CoalitionMembers
from models.seasons import Season
from tests.kit.forging import Document, Path_, make_document, read_small, spoil_somewhere
from tests.kit.seasons import give_reading
from tests.kit.tiny import helpful_season, ruled_season, timed_season

CHANGES = 60
"""Of each document."""
SEASONS = ["small", "kept", "varied", "ruled 1", "ruled 5", "helpful 3", "helpful 8", "timed 2"]


@cache
def sealed(name: str) -> tuple[Season, Fits, Document]:
    """Give a season and its proposal."""
    kind, _, seed = name.partition(" ")
    drawn = {"ruled": ruled_season, "helpful": helpful_season, "timed": timed_season}
    season, fits = drawn[kind](int(seed)) if kind in drawn else read_small()
    options: dict[str, object] = {}
    if kind == "varied":
        options["alternatives"] = 2
    if kind == "kept":
        first = make_document(season, fits)["coalitions"]
        kept = tuple(
            CoalitionMembers(
                id=each["id"],
                challenge_id=each["challenge_id"],
                members=tuple(member["actor_id"] for member in each["members"]),
            )
            for each in first
        )
        options["keep"] = Keep(coalitions=kept, max_changes=2)
    return season, fits, make_document(season, fits, **options)


def cannot_be_proven(path: Path_, how: str, *, is_read: bool) -> bool:
    """Say whether a change leaves a document that could be true as well."""
    if how.startswith("drop"):
        return path[0] in ("engine", "alternatives") and len(path) <= 2
    if path[-1] == "certificate" and how.startswith("more") and "seconds" in how:
        return True
    if path[0] == "engine" and path[-1] == "version":
        return True
    if is_read:
        return False
    is_sentence = path[-1] in ("sv", "en", "text", "reason")
    is_loss = path[-1] in ("loss", "relevance") and "reserves" in path
    return path[0] == "embedding" or is_sentence or is_loss


@pytest.mark.parametrize("is_read", [True, False], ids=["read", "trusted"])
@pytest.mark.parametrize("name", SEASONS)
def test_every_change_is_found(name: str, is_read: bool) -> None:
    insist_on_finding(name, is_read, range(CHANGES))


def insist_on_finding(name: str, is_read: bool, seeds: range) -> None:
    season, fits, document = sealed(name)
    reading = give_reading(fits) if is_read else None
    assert verify(season, document, reading) == ()
    tried = 0
    for seed in seeds:
        forged = copy.deepcopy(document)
        path, how = spoil_somewhere(Random(f"{name} {seed}"), forged)
        if path != ("content_sha256",):
            forged["content_sha256"] = hash_content(forged)
        found = verify(season, forged, reading)
        if not cannot_be_proven(path, how, is_read=is_read):
            assert found, (name, seed, path, how)
            tried += 1
    assert tried > len(seeds) / 2
