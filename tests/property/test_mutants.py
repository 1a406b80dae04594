"""A single spoilt formula, in any criterion or rule that is registered, and no proposal agrees."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from matcher.constraints.kind import RuleKind
from matcher.constraints.registry import KINDS
from matcher.core.fits import Fits
from matcher.criteria.registry import CRITERIA
from models.seasons import Season
from tests.kit.mutants import (
    HARD,
    HELD,
    SOFT,
    TERMS,
    is_refused,
    ruled_seasons,
    spoil_rule,
    spoil_terms,
    weighted_seasons,
)

SOFTENED = {key: kind for key, kind in HELD.items() if kind.is_stated and kind.can_be_soft}
UNASKED = {key: kind for key, kind in HELD.items() if kind.holds_unasked and kind.is_stated}
STRENGTH = 0.1


@pytest.mark.parametrize("key", CRITERIA)
def test_a_criterion_as_it_is_agrees(key: str) -> None:
    assert not any(is_refused(*each) for each in weighted_seasons(key))


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize("key", CRITERIA)
def test_a_spoilt_criterion_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    spoilt = spoil_terms(CRITERIA[key], name, TERMS[name])
    monkeypatch.setitem(CRITERIA, key, spoilt)
    assert any(is_refused(*each) for each in weighted_seasons(key))


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("key", HELD)
def test_a_spoilt_hard_rule_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    spoilt = spoil_rule(HELD[key], HARD[name])
    assert is_seen(monkeypatch, spoilt, ruled_seasons(HELD[key], None))


@pytest.mark.parametrize("name", SOFT)
@pytest.mark.parametrize("key", SOFTENED)
def test_a_spoilt_soft_rule_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    spoilt = spoil_rule(SOFTENED[key], SOFT[name])
    assert is_seen(monkeypatch, spoilt, ruled_seasons(SOFTENED[key], STRENGTH))


@pytest.mark.parametrize("key", UNASKED)
def test_a_rule_that_no_longer_holds_unasked_is_missed(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    kind = UNASKED[key]
    silent = replace(kind, is_stated=False)
    spoilt = replace(kind, default=lambda _: None)
    assert is_seen(monkeypatch, spoilt, ruled_seasons(silent, None))


def is_seen(
    monkeypatch: pytest.MonkeyPatch, spoilt: RuleKind, seasons: Iterator[tuple[Season, Fits]]
) -> bool:
    """Say whether a spoilt rule is refused in one of the seasons, drawn with the rule as it is."""
    for season, fits in seasons:
        with monkeypatch.context() as patch:
            patch.setitem(KINDS, spoilt.key, spoilt)
            if is_refused(season, fits):
                return True
    return False
