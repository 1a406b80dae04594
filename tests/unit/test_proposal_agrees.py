"""A proposal agrees with its season, and any change to it is named."""

import copy
import itertools
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from matcher.agreement import verify
from matcher.core.settings import Options
from matcher.propose import propose
from models.actors import Actor
from models.canonical import hash_content
from models.challenges import Challenge
from models.places import Place
from models.ports.progress import Silence
from models.seasons import Season
from models.sectors import Sector
from models.ties import Tie
from tests.kit.seasons import draw_fits, give_reading

UNSTATED = ("created_at", "seconds")


def small_season() -> Season:
    sectors = list(Sector)
    actors = tuple(
        Actor(
            id=f"a{i:02}",
            name=f"Actor {i}",
            sector=sectors[i % 4],
            place=Place(
                name=f"Town {i % 7}",
                municipality=f"Town {i % 7}",
                county=f"County {i % 5}",
                lat=55 + i % 7,
                lon=13 + i % 5,
            ),
            description="words",
            offers="premises" if i % 2 else "",
            seeks="partners" if i % 3 else "",
        )
        for i in range(20)
    )
    challenges = tuple(
        Challenge(
            id=f"c{c}",
            title=f"Question {c}",
            min_size=6,
            max_size=8,
            areas=21,
            reference_km=380.16,
            facets=("young", "old", "ill")[c:],
        )
        for c in range(2)
    )
    ties = tuple(
        Tie(actor_a=one.id, actor_b=other.id)
        for i, (one, other) in enumerate(itertools.combinations(actors, 2))
        if i % 9 == 0
    )
    return Season(name="small", actors=actors, challenges=challenges, ties=ties)


SEASON = small_season()
READING = give_reading(draw_fits(SEASON, 1))
ELSEWHERE = replace(
    READING, fits=replace(READING.fits, relevance=np.abs(READING.fits.relevance - 1e-4))
)
"""The words as another machine reads them: nothing is the same to the last digit."""
WORDED = ("complementarity", "coverage")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    proposal = propose(SEASON, READING, Options(), Silence())
    return json.loads(json.dumps(proposal.model_dump(mode="json", by_alias=True), indent=3))


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in leaves(v, (*path, k))]
    if isinstance(value, list):
        return [leaf for i, v in enumerate(value) for leaf in leaves(v, (*path, i))]
    return [(path, value)]


def changed(value: Any) -> Any:
    if isinstance(value, float):
        return value + 0.01
    return value + 1 if isinstance(value, int) else f"{value or ''}x"


def test_agrees(document: dict[str, Any]) -> None:
    assert verify(SEASON, document, READING) == ()
    assert verify(SEASON, document, None) == ()
    assert "someone@example.org" not in json.dumps(document)


def test_contributions_sum_to_the_total(document: dict[str, Any]) -> None:
    for coalition in document["coalitions"]:
        parts = [r["contribution"] for m in coalition["members"] for r in m["reasons"]]
        assert sum(parts) == pytest.approx(coalition["total"], abs=1e-4)


@pytest.mark.parametrize("is_rehashed", [False, True])
def test_every_change_is_found(document: dict[str, Any], is_rehashed: bool) -> None:
    places = leaves(document)
    assert len(places) > 300
    for path, value in places:
        if path[-1] in UNSTATED or (is_rehashed and path == ("content_sha256",)):
            continue
        copied = copy.deepcopy(document)
        holder = copied
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = changed(value)
        if is_rehashed:
            copied["content_sha256"] = hash_content(copied)
        assert verify(SEASON, copied, READING), path


def test_every_changed_number_is_found_where_words_are_trusted(document: dict[str, Any]) -> None:
    tried = 0
    for path, value in leaves(document["coalitions"]):
        if path[-1] in ("loss", "text") or not isinstance(value, float):
            continue
        if path[-1] == "relevance" and path[-3] == "reserves":
            continue  # weighs in the loss only, which has leeway
        copied = copy.deepcopy(document)
        holder = copied["coalitions"]
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = changed(value)
        copied["content_sha256"] = hash_content(copied)
        assert verify(SEASON, copied, None), path
        tried += 1
    assert tried > 200


@pytest.mark.parametrize("key", WORDED)
def test_what_agrees_with_itself_is_trusted_but_not_found_in_the_words(
    document: dict[str, Any], key: str
) -> None:
    raised = raise_criterion(document, key, 0.01)
    assert verify(SEASON, raised, None) == ()
    assert verify(SEASON, raised, READING)


@pytest.mark.parametrize("key", WORDED)
@pytest.mark.parametrize("by", [-5.0, 5.0])
def test_values_that_no_words_can_give_are_found_without_the_words(
    document: dict[str, Any], key: str, by: float
) -> None:
    assert verify(SEASON, raise_criterion(document, key, by), None)


@pytest.mark.parametrize("key", WORDED)
def test_fits_that_differ_as_machines_do_agree(document: dict[str, Any], key: str) -> None:
    raised = raise_criterion(document, key, -0.0005)
    assert verify(SEASON, raised, ELSEWHERE) == ()
    assert verify(SEASON, raise_criterion(document, key, -0.005), ELSEWHERE)


@pytest.mark.parametrize("key", WORDED)
@pytest.mark.parametrize("by", [-0.0005, 1e-5, 0.0005])
def test_fits_are_exact_where_every_relevance_is(
    document: dict[str, Any], key: str, by: float
) -> None:
    places = {each.place for each in verify(SEASON, raise_criterion(document, key, by), READING)}
    assert f"coalitions.0.scores.{key}" in places
    assert any(place.endswith(f"reasons.{key}.value") for place in places)


def raise_criterion(document: dict[str, Any], key: str, by: float) -> dict[str, Any]:
    """Raise the values of whoever adds to a criterion, and all that follows from them."""
    copied = copy.deepcopy(document)
    weights = copied["settings"]["weights"]
    share = weights[key] / sum(weights.values())
    for coalition in copied["coalitions"]:
        coalition["scores"][key] = round(coalition["scores"][key] + by, 6)
        coalition["total"] = round(coalition["total"] + share * by, 6)
        reasons = [r for m in coalition["members"] for r in m["reasons"] if r["criterion"] == key]
        adding = [reason for reason in reasons if reason["value"]]
        for reason in adding:
            more = by / len(adding)
            reason["value"] = round(reason["value"] + more * coalition["size"], 6)
            reason["contribution"] = round(reason["contribution"] + share * more, 6)
    certificate = copied["certificate"]
    certificate["objective"] = round(certificate["objective"] + share * by, 6)
    certificate["bound"] = round(certificate["bound"] + share * by, 6)
    gap = certificate["bound"] - certificate["objective"]
    certificate["gap"] = round(gap / certificate["bound"], 6)
    copied["content_sha256"] = hash_content(copied)
    return copied


def test_reproducible_bytes() -> None:
    first, second = (
        propose(SEASON, READING, Options(is_reproducible=True), Silence()).model_dump_json()
        for _ in range(2)
    )
    assert first == second
    assert '"seconds"' not in first
    assert '"created_at"' not in first


def test_a_left_out_reserve_is_found(document: dict[str, Any]) -> None:
    copied = copy.deepcopy(document)
    dropped = copied["coalitions"][0]["reserves"].pop()
    copied["content_sha256"] = hash_content(copied)
    places = [difference.place for difference in verify(SEASON, copied, READING)]
    assert places == [f"coalitions.0.reserves for {dropped['for']}"]
