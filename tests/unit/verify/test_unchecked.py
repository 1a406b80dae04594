"""What installed packages add without a formula for the checker is taken as stated, and named."""

import json
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from matcher.agreement import find_unchecked, verify
from matcher.constraints.registry import KINDS
from matcher.core.changes import seats_of
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.core.settings import Options, settings_of
from matcher.criteria.criterion import Criterion
from matcher.criteria.registry import CRITERIA
from matcher.criteria.shapes.linear import Linear
from matcher.explain.compose import compose
from matcher.propose import seal
from models.proposals import EndedBy, Proposal
from models.seasons import Season
from tests.kit.forging import Document, claim, forge, make_document, read_small
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading, make_season

ADDED = Criterion(
    key="evenness",
    title=CRITERIA["turn"].title,
    meaning=CRITERIA["turn"].meaning,
    position=65,
    default_weight=1.0,
    is_available=lambda _: True,
    terms=lambda pool, _: (Linear(np.linspace(0, 1, pool.size)),),
    describe=CRITERIA["turn"].describe,
)


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Season, Fits, Document]]:
    """A season under a criterion and two rules that only a package knows."""
    floor = replace(KINDS["sector_floor"], key="added_floor")
    monkeypatch.setitem(KINDS, "added_floor", floor)
    monkeypatch.setitem(CRITERIA, ADDED.key, ADDED)
    season, fits = read_small()
    plain = Proposal.model_validate(make_document(season, fits))
    rules = (
        make_rule("added_floor", "c1", sector="civil_society", min=3),
        make_rule("added_floor", "c2", sector="academia", min=4, strength=1.0),
    )
    ruled = make_season(season.actors, season.challenges, rules=rules)
    problem = build_problem(ruled, fits)
    members = seats_of(problem, plain.memberships)
    composed = compose(
        problem,
        settings_of(ruled, Options()),
        give_reading(fits).info,
        members,
        bound=1.0,
        ended_by=EndedBy.WORK,
        solver=plain.certificate.solver,
    )
    yield ruled, fits, json.loads(seal(composed).model_dump_json(by_alias=True))


def test_they_are_named_and_the_rest_agrees(added: tuple[Season, Fits, Document]) -> None:
    season, fits, document = added
    assert [conflict["rule"] for conflict in document["conflicts"]] == ["added_floor"]
    assert [penalty["rule"] for penalty in document["coalitions"][1]["penalties"]] == [
        "added_floor"
    ]
    assert "evenness" in document["coalitions"][0]["scores"]
    assert find_unchecked(season).keys == ["added_floor", "evenness"]
    assert verify(season, document, give_reading(fits)) == ()
    assert verify(season, document, None) == ()


def test_they_have_to_agree_with_themselves(added: tuple[Season, Fits, Document]) -> None:
    season, fits, document = added
    for change in (
        lambda d: claim(d, "c1/1", "evenness", 1.5),
        lambda d: d["coalitions"][0]["scores"].update(evenness=0.9),
        lambda d: d["coalitions"][1]["penalties"][0].update(value=-0.1),
        lambda d: d["conflicts"][0].update(coalition="c9/1"),
    ):
        assert verify(season, forge(document, change), give_reading(fits))


def test_what_no_package_knows_is_refused() -> None:
    season, fits = read_small()
    document = make_document(season, fits)
    for change in (
        lambda d: d["settings"]["weights"].update(evenness=1.0),
        lambda d: d["coalitions"][0]["penalties"].append(
            {"rule": "added_floor", "keys": {}, "asked": 2, "given": 1, "value": 0.1}
        ),
    ):
        assert verify(season, forge(document, change, season), give_reading(fits))


def test_a_season_without_packages_has_nothing_unchecked() -> None:
    assert find_unchecked(read_small()[0]).keys == []
