"""Resealed proposals that state what their season does not have: each is named, none crashes."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from matcher.agreement import verify
from matcher.core.arrays import Ints
from matcher.core.changes import seats_of
from matcher.core.fits import Fits
from matcher.core.problem import build_problem
from matcher.embedding.reading import Reading
from matcher.explain.compose import compose
from matcher.explain.reserves import totals_of
from matcher.propose import seal
from models.canonical import parse_json, to_canonical
from models.proposals import EndedBy, Keep, Proposal
from models.scores import CoalitionMembers
from models.seasons import Season
from tests.kit.forging import Document, claim, forge, make_document, read_small
from tests.kit.seasons import draw_fits, give_reading

SEASON, FITS = read_small()
READING = give_reading(FITS)
BOTH = pytest.mark.parametrize("reading", [READING, None], ids=["read", "trusted"])


@pytest.fixture(scope="module")
def document() -> Document:
    return make_document(SEASON, FITS)


def places(document: Document, reading: Reading | None, season: Season = SEASON) -> list[str]:
    return [difference.place for difference in verify(season, document, reading)]


@BOTH
def test_the_season_proposes_what_agrees(document: Document, reading: Reading | None) -> None:
    assert len(document["unplaced"]) >= 1
    assert len(document["coalitions"]) == 2
    assert places(document, reading) == []


@BOTH
@pytest.mark.parametrize("value", [1.0, 0.5009, 0.0])
def test_coverage_without_facets_is_nothing_to_judge(
    document: Document, reading: Reading | None, value: float
) -> None:
    forged = forge(document, lambda d: claim(d, "c2/1", "coverage", value))
    assert "coalitions.1.scores.coverage" in places(forged, reading)


@BOTH
@pytest.mark.parametrize("value", [1.0, 0.5009, 0.0])
def test_complementarity_where_nobody_seeks_is_nothing_to_judge(
    reading: Reading | None, value: float
) -> None:
    season, fits = somebody_else_seeks()
    document = make_document(season, fits)
    own = give_reading(fits) if reading else None
    assert places(document, own, season) == []
    silent = next(
        coalition["id"]
        for coalition in document["coalitions"]
        if "a0" not in [member["actor_id"] for member in coalition["members"]]
    )
    forged = forge(document, lambda d: claim(d, silent, "complementarity", value))
    assert any(place.endswith("scores.complementarity") for place in places(forged, own, season))


def somebody_else_seeks() -> tuple[Season, Fits]:
    """Give the season with one seeker, who is in one coalition at most, and one who offers."""
    words = {"a0": {"seeks": "lokaler"}, "a1": {"offers": "lokaler"}}
    actors = tuple(a.evolve(**(words.get(a.id, {}))) for a in SEASON.actors)
    season = Season(name="S", challenges=SEASON.challenges, actors=actors, effort="quick")
    return season, draw_fits(season, 1)


@BOTH
@pytest.mark.parametrize(
    "code",
    ["because", "unplaced_banned", "unplaced_no_capacity", "unplaced_outside", "unplaced_rules"],
)
def test_codes_of_the_unplaced_are_recomputed(
    document: Document, reading: Reading | None, code: str
) -> None:
    def change(forged: Document) -> None:
        for unplaced in forged["unplaced"]:
            unplaced["reason"]["code"] = code

    assert places(forge(document, change), reading)[0] == "unplaced.0.reason.code"


@BOTH
@pytest.mark.parametrize("value", [-0.2, 1.2, 3.0])
@pytest.mark.parametrize("kind", ["members", "reserves"])
def test_relevance_lies_between_0_and_1(
    document: Document, reading: Reading | None, kind: str, value: float
) -> None:
    def change(forged: Document) -> None:
        entry = forged["coalitions"][0][kind][0]
        entry["relevance"] = value
        if kind == "members":
            entry["reasons"][0]["value"] = value

    place = f"coalitions.0.{kind}.0.relevance"
    assert place in places(forge(document, change), reading)


@BOTH
@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d["coalitions"][0]["scores"].update(seconds=0.99), "coalitions.0.scores"),
        (lambda d: d["settings"]["weights"].update(turn=5.0), "settings.weights.turn"),
        (lambda d: d["settings"]["weights"].update(seconds=5.0), "settings.weights.seconds"),
        (
            lambda d: d["settings"]["rules"].append(pin("c1", "c1/9")),
            "settings.rules.0.coalition",
        ),
        (lambda d: d["settings"]["rules"].append(pin("c9", None)), "settings.rules.0.challenge"),
        (
            lambda d: d["settings"].update(keep=keep("c1/9", "c1", "a0")),
            "settings.keep.coalitions.0.id",
        ),
        (
            lambda d: d["settings"].update(keep=keep("c1/1", "c1", "ghost")),
            "settings.keep.coalitions.0.members",
        ),
        (lambda d: d["settings"].update(challenge="c9"), "settings.challenge"),
    ],
)
def test_settings_name_what_the_season_has(
    document: Document,
    reading: Reading | None,
    change: Callable[[Document], object],
    place: str,
) -> None:
    assert place in places(forge(document, change, SEASON), reading)


def pin(challenge: str, coalition: str | None) -> dict[str, Any]:
    keys = [{"name": "actor", "value": "a0"}]
    rule = {"kind": "pin", "challenge": challenge, "coalition": coalition, "strength": None}
    return {**rule, "keys": keys}


def keep(coalition: str, challenge: str, actor: str) -> dict[str, Any]:
    kept = {"id": coalition, "challenge_id": challenge, "members": [actor]}
    return {"coalitions": [kept], "max_changes": 99}


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"seed":1,', '"seed":1,"seed":1,', "seed"),
        ('"conflicts":[]', '"conflicts":[],"conflicts":[]', "conflicts"),
        ('"balance":0.5', '"balance":-0.0', "settings.balance"),
        ('"balance":0.5', '"balance":NaN', "settings.balance"),
        ('"balance":0.5', '"balance":Infinity', "settings.balance"),
        ('"balance":0.5', '"balance":1', "settings.balance"),
        ('"conflicts":[]', '"conflicts":[],"more":1', "more"),
        ('"conflicts":[]', '"conflicts":[],"seconds":1.5', "seconds"),
        ('"dim":4', '"created_at":"x","dim":4', "embedding.created_at"),
    ],
)
def test_what_json_has_no_place_for_is_a_difference(
    document: Document, reading: Reading | None, old: str, new: str, place: str
) -> None:
    text = to_canonical(document)
    assert old in text
    assert place in places(parse_json(text.replace(old, new, 1)), reading)


@BOTH
def test_a_document_nested_too_deep_is_a_difference(reading: Reading | None) -> None:
    deep: Any = {"schema": "koalition/proposal/1"}
    for _ in range(400):
        deep = {"coalitions": [deep]}
    assert len(places(deep, reading)) == 1


def reword(document: Document) -> None:
    document["coalitions"][0]["members"][0]["reasons"][0]["text"]["en"] = "Said otherwise."
    document["unplaced"][0]["reason"]["sv"] = "Sagt på annat vis."


def another_version(document: Document) -> None:
    document["engine"]["version"] = "99.1"
    reword(document)


def older_form(document: Document) -> None:
    del document["engine"]
    reword(document)


def test_a_sentence_of_this_version_must_be_its_own(document: Document) -> None:
    found = places(forge(document, reword), READING)
    assert found == ["coalitions.0.members.0.reasons.0.text.en", "unplaced.0.reason.sv"]


@BOTH
@pytest.mark.parametrize("change", [another_version, older_form])
def test_sentences_of_another_version_are_no_difference(
    document: Document, reading: Reading | None, change: Callable[[Document], None]
) -> None:
    assert places(forge(document, change), reading) == []


@BOTH
@pytest.mark.parametrize("change", [another_version, older_form])
def test_codes_and_values_of_another_version_are_compared(
    document: Document, reading: Reading | None, change: Callable[[Document], None]
) -> None:
    def forged(own: Document) -> None:
        change(own)
        own["unplaced"][0]["reason"]["code"] = "unplaced_banned"

    assert places(forge(document, forged), reading) == ["unplaced.0.reason.code"]


def test_one_version_has_one_algorithm(document: Document) -> None:
    forged = forge(document, lambda d: d["engine"].update(algorithm=99))
    assert places(forged, READING) == ["engine.algorithm"]


def test_a_bound_that_a_single_replacement_exceeds_is_false(document: Document) -> None:
    """Whoever gives a seat to a reserve and calls the result the best is found out."""
    forged = claim_the_best(Proposal.model_validate(document))
    assert forged["certificate"]["status"] == "optimal"
    assert places(forged, READING) == ["certificate.bound"]


def claim_the_best(proposal: Proposal, keep: Keep | None = None) -> Document:
    """Give the proposal with a seat given to a reserve, called the best that there is."""
    problem = build_problem(SEASON, FITS)
    members = give_a_seat_away(proposal)
    claimed = compose(
        problem,
        proposal.settings.evolve(keep=keep),
        READING.info,
        members,
        bound=problem.objective(list(totals_of(problem, members).values())),
        ended_by=EndedBy.OPTIMAL,
        solver=proposal.certificate.solver,
    )
    forged: Document = seal(claimed).model_dump(mode="json", by_alias=True)
    return forged


def give_a_seat_away(proposal: Proposal) -> tuple[Ints, ...]:
    """Give the members with the costliest reserve in its seat."""
    reserve = max(proposal.coalitions[0].reserves, key=lambda each: each.loss)
    assert reserve.loss > 0.001
    index = SEASON.actor_index
    first, *others = seats_of(build_problem(SEASON, FITS), proposal.memberships)
    worse = np.sort(np.where(first == index[reserve.for_], index[reserve.actor_id], first))
    return (worse, *others)


@pytest.mark.parametrize(("most", "found"), [(0, []), (1, ["certificate.bound"])])
def test_changes_that_are_left_do_not_hide_a_false_bound(
    document: Document, most: int, found: list[str]
) -> None:
    """A bound speaks of all changes that may be made, so a single one has to lie under it."""
    proposal = Proposal.model_validate(document)
    kept = tuple(
        each.evolve(members=tuple(SEASON.actors[a].id for a in chosen.tolist()))
        for each, chosen in zip(proposal.memberships, give_a_seat_away(proposal), strict=True)
    )
    forged = claim_the_best(proposal, Keep(coalitions=kept, max_changes=most))
    assert places(forged, READING) == found


def test_what_is_kept_forgets_whom_the_season_has_no_more(document: Document) -> None:
    first = Proposal.model_validate(document).memberships[0]
    older = CoalitionMembers(
        id=first.id, challenge_id=first.challenge_id, members=(*first.members, "ghost")
    )
    gone = CoalitionMembers(id="c9/1", challenge_id="c9", members=("a0",))
    kept = make_document(SEASON, FITS, keep=Keep(coalitions=(older, gone), max_changes=9))
    (stated,) = kept["settings"]["keep"]["coalitions"]
    assert stated["members"] == list(first.members)
    assert places(kept, READING) == []


def heavy_weights(document: Document) -> None:
    """State weights that no season may have, in the same proportions."""
    weights = document["settings"]["weights"]
    document["settings"]["weights"] = {key: 1e7 * weight for key, weight in weights.items()}


@BOTH
@pytest.mark.parametrize(
    ("change", "place"),
    [
        (heavy_weights, "settings.weights.relevance"),
        (lambda d: (d.update(seed=2**70), d["settings"].update(seed=2**70)), "settings.seed"),
        (lambda d: d["certificate"].update(solver="HiGHS ١.٢"), "certificate.solver"),
        (lambda d: d.update(created_at="２０２６-11-23T20:00:00Z"), "created_at"),
        (lambda d: d["engine"].update(version="١.0"), "engine.version"),
    ],
)
def test_what_no_season_and_no_version_could_write_is_a_difference(
    document: Document,
    reading: Reading | None,
    change: Callable[[Document], object],
    place: str,
) -> None:
    assert place in places(forge(document, change, SEASON), reading)


@BOTH
def test_more_than_two_millionths_prove_nothing(
    document: Document, reading: Reading | None
) -> None:
    def change(forged: Document) -> None:
        bound = forged["certificate"]["objective"] + 2.4e-6
        forged["certificate"].update(bound=bound, gap=3e-6, status="optimal", ended_by="optimal")

    assert "certificate.status" in places(forge(document, change), reading)
