"""Rules that keep an actor out are named: in the proposal, and by `explain`."""

from random import Random

import numpy as np
import pytest

from api.cli.commands.explain import _lines
from matcher.agreement import verify
from matcher.core.fits import Fits
from matcher.core.settings import Options
from matcher.embedding.reading import Reading
from matcher.explain.why import explain_actor
from matcher.propose import propose
from models.actors import Actor
from models.challenges import Scope
from models.explanations import Explanation
from models.messages import say
from models.ports.progress import Silence
from models.proposals import Proposal, Unplaced
from models.rules import Rule
from models.seasons import Season, Weight
from models.sectors import Sector
from tests.kit.actors import make_actor
from tests.kit.places import PLACES
from tests.kit.rules import make_rule
from tests.kit.seasons import draw_fits, draw_ties, give_reading, make_challenge, make_season

SIZE, OUT = 4, "a07"
LANGUAGE = "talar inget språk som alla delar"
GROUP = "en plats per koncern: Göteborgs stad är med"


def actors(count: int = 8, **of_last: object) -> list[Actor]:
    """Give actors from one place, of whom the eighth is as told."""
    alike: dict[str, object] = {
        "sector": Sector.PUBLIC,
        "languages": ("sv",),
        "place": PLACES[0],
        "passed_over": 0,
    }
    made = [make_actor(i, **alike) for i in range(count)]
    made[0] = made[0].evolve(name="Göteborgs stad", group="Göteborg")
    made[7] = made[7].evolve(**of_last)
    return made


def read(season: Season, last: float = 0.9) -> Reading:
    """Give a reading in which the last actor fits as told, and the first ones best."""
    fits = np.linspace(0.8, 0.2, len(season.actors))
    fits[7] = last
    return give_reading(Fits(np.repeat(fits[:, None], len(season.challenges), axis=1)))


def season_of(people: list[Actor], *rules: Rule, challenges: int = 1) -> Season:
    asked = [
        make_challenge(c, title=f"Fråga {c}", min_size=SIZE, max_size=SIZE, size=SIZE)
        for c in range(challenges)
    ]
    return make_season(people, asked, rules=rules)


def left_out(season: Season, reading: Reading) -> tuple[Proposal, Unplaced]:
    """Propose; gives the reason of the last actor, and the verifier holds with it."""
    proposal, left = left_out_anyone(season, reading)
    assert verify(season, proposal.to_document(), reading) == ()
    assert verify(season, proposal.to_document(), None) == ()
    return proposal, next(u for u in left if u.actor_id == OUT)


def left_out_anyone(season: Season, reading: Reading) -> tuple[Proposal, list[Unplaced]]:
    """Propose, and give all who were left out."""
    proposal = propose(season, reading, Options(is_reproducible=True), Silence())
    return proposal, list(proposal.unplaced)


def ask(season: Season, reading: Reading, proposal: Proposal) -> Explanation:
    return explain_actor(season, reading, proposal, OUT, None, Silence())


def test_a_language_that_nobody_shares_is_named() -> None:
    season = season_of(actors(languages=("de",)))
    reading = read(season)
    proposal, left = left_out(season, reading)
    assert left.reason.code == "unplaced_rules"
    assert left.reason.sv == f"Hindrades av regler: {LANGUAGE}."
    assert left.reason.en == "Kept out by rules: speaks no language that all share."
    told = ask(season, reading, proposal).blocked_by
    assert told is not None
    assert told.sv == LANGUAGE


def test_the_organisation_of_the_same_group_that_is_in_is_named() -> None:
    season = season_of(actors(group="göteborg"))
    reading = read(season, last=0.75)
    proposal, left = left_out(season, reading)
    assert left.reason.code == "unplaced_others_fit"
    assert left.reason.sv.endswith(f" Regler stod också i vägen: {GROUP}.")
    assert left.reason.en.endswith("one per parent organisation: Göteborgs stad is in.")
    told = ask(season, reading, proposal).blocked_by
    assert told is not None
    assert told.sv == GROUP


def test_a_rule_that_keeps_from_a_gain_is_named_though_other_seats_are_open() -> None:
    ceiling = make_rule("sector_ceiling", sector="academia", max=2)
    people = actors(sector=Sector.ACADEMIA)
    people[:2] = [each.evolve(sector=Sector.ACADEMIA) for each in people[:2]]
    season = season_of(people, ceiling)
    season = season.evolve(weights=(Weight(criterion="relevance", weight=20.0),))
    _, left = left_out(season, read(season, last=0.7))
    assert left.reason.code == "unplaced_others_fit"
    assert left.reason.sv.endswith("från akademin.")


def test_an_actor_whom_no_rule_concerns_is_told_of_none() -> None:
    season = season_of(actors())
    _, left = left_out(season, read(season, last=0.1))
    assert left.reason.code == "unplaced_others_fit"
    assert "egler" not in left.reason.sv


def test_pinned_seats_are_told() -> None:
    pins = [make_rule("pin", "c0", actor=f"a0{i}") for i in range(SIZE)]
    season = season_of(actors(), *pins)
    _, left = left_out(season, read(season))
    assert left.reason.sv == "Hindrades av regler: alla platser är låsta."


@pytest.mark.parametrize("languages", [("de",), ("de", "fi")])
def test_coalitions_with_the_same_rules_are_told_at_once(languages: tuple[str, ...]) -> None:
    season = season_of(actors(10, languages=languages), challenges=2)
    reading = read(season)
    _, left = left_out(season, reading)
    assert left.reason.sv == f"Hindrades av regler: {LANGUAGE}."


def test_a_ban_is_named_where_its_challenge_is_asked_for() -> None:
    ban = make_rule("ban", "c1", actor=OUT)
    season = season_of(actors(10), ban, challenges=2)
    reading = read(season, last=0.0)
    proposal, _ = left_out(season, reading)
    told = explain_actor(season, reading, proposal, OUT, "c1", Silence())
    assert told.reason is not None
    assert told.reason.code == "forced_not_allowed"
    assert told.reason.sv == say("forced_banned", challenge="Fråga 1").sv


PIN = make_rule("pin", "c0", actor="a00")
APART = make_rule("apart", actors=("a00", OUT))
TOGETHER = make_rule("together", actors=("a06", OUT))
RELEVANT = make_rule("relevance_floor", min=0.4)
MANY, FEW = (
    make_rule("attribute_floor", attribute="typ", value="kommun", min=4),
    make_rule("attribute_ceiling", attribute="typ", value="förening", max=1),
)
AWAY = max(PLACES, key=lambda place: abs(place.lat - PLACES[0].lat))


@pytest.mark.parametrize(
    ("rules", "last", "sv", "en"),
    [
        (
            (APART, PIN),
            0.9,
            "ska hållas åtskild från Göteborgs stad",
            "is to be kept apart from Göteborgs stad",
        ),
        ((TOGETHER,), 0.3, "bara tillsammans med Aktör 06", "only together with Aktör 06"),
        (
            (RELEVANT,),
            0.3,
            "relevansen 0,40 eller mer för var och en",
            "a relevance of 0.40 or more for everyone",
        ),
        (
            (MANY,),
            0.9,
            "minst 4\N{NO-BREAK SPACE}platser för aktörer med ”kommun” i kolumnen typ",
            "at least 4\N{NO-BREAK SPACE}seats for actors with “kommun” in the column typ",
        ),
        (
            (FEW, PIN),
            0.9,
            "högst 1\N{NO-BREAK SPACE}plats för aktörer med ”förening” i kolumnen typ",
            "at most 1\N{NO-BREAK SPACE}seat for actors with “förening” in the column typ",
        ),
    ],
)
def test_each_kind_of_rule_says_what_it_keeps_out(
    rules: tuple[Rule, ...], last: float, sv: str, en: str
) -> None:
    kinds = ["förening", *["kommun"] * 5, "annat", "förening"]
    people = [
        each.evolve(attributes=(("typ", kind),)) for each, kind in zip(actors(), kinds, strict=True)
    ]
    season = season_of(people, *rules)
    reading = read(season, last=last)
    proposal, left = left_out(season, reading)
    assert left.reason.sv == f"Hindrades av regler: {sv}."
    assert left.reason.en == f"Kept out by rules: {en}."
    told = ask(season, reading, proposal).blocked_by
    assert told is not None
    assert told.sv == sv


def test_how_far_outside_the_radius_it_is_is_told() -> None:
    near = make_challenge(
        0,
        min_size=SIZE,
        max_size=SIZE,
        scope=Scope.REGIONAL,
        place=PLACES[0],
        radius_km=50.0,
    )
    season = make_season(actors(place=AWAY), [near])
    _, left = left_out(season, read(season))
    assert left.reason.code == "unplaced_outside"
    assert left.reason.en.startswith("Too far away: outside the radius (1,")
    assert left.reason.en.endswith(" km away, 50.0 km at most).")


def test_a_soft_rule_that_costs_more_than_the_gain_is_named() -> None:
    season = season_of(actors(languages=("de",)), make_rule("shared_language", strength=3.0))
    reading = read(season)
    proposal, left = left_out(season, reading)
    assert left.reason.code == "unplaced_others_fit"
    assert left.reason.sv.endswith(f" Regler stod också i vägen: {LANGUAGE}.")
    told = ask(season, reading, proposal).blocked_by
    assert told is not None
    assert told.sv == LANGUAGE


def test_a_rule_that_keeps_from_a_vacant_seat_is_named() -> None:
    people = [
        each.evolve(sector=Sector.ACADEMIA) if i in (0, 1, 7) else each
        for i, each in enumerate(actors())
    ]
    ceiling = make_rule("sector_ceiling", sector="academia", max=2)
    season = make_season(people, [make_challenge(0, min_size=4, max_size=12)], rules=(ceiling,))
    proposal, left = left_out(season, read(season, last=0.1))
    assert proposal.coalitions[0].size == len(people) - 1
    assert "högst 2\N{NO-BREAK SPACE}platser för aktörer från akademin" in left.reason.sv


def test_a_ban_from_one_challenge_is_told_beside_the_rule_of_another() -> None:
    ban = make_rule("ban", "c1", actor=OUT)
    season = season_of(actors(10, languages=("de",)), ban, challenges=2)
    _, left = left_out(season, read(season))
    assert left.reason.sv == f"Hindrades av regler: Fråga 0: {LANGUAGE}; Fråga 1: utestängd."


def test_what_keeps_an_actor_from_another_challenge_is_told() -> None:
    season = season_of(actors(10), challenges=2)
    reading = read(season)
    proposal, _ = left_out_anyone(season, reading)
    home = {m.actor_id: c.challenge_id for c in proposal.coalitions for m in c.members}["a00"]
    other = {"c0": "c1", "c1": "c0"}[home]
    told = explain_actor(season, reading, proposal, "a00", other, Silence())
    assert told.blocked_by is not None
    assert told.blocked_by.en == "its capacity allows no more coalitions"
    assert not [line for line in _lines(season, told) if "single change" in line.en]
    pinned = season.evolve(rules=(*season.rules, make_rule("pin", home, actor="a00")))
    proposal, _ = left_out_anyone(pinned, reading)
    told = explain_actor(pinned, reading, proposal, "a00", other, Silence())
    assert told.reason is not None
    assert told.reason.en.startswith(f"The actor is pinned to Fråga {home[1]}, and its capacity")


class Stages(Silence):
    """Keeps the names of the stages that it hears of."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Keep the stage."""
        self.names.add(stage)


def test_explaining_a_large_season_solves_no_integer_programs() -> None:
    draw = Random(1)
    people = [make_actor(i, place=draw.choice(PLACES)) for i in range(91)]
    asked = [make_challenge(c, min_size=8, max_size=15) for c in range(3)]
    season = make_season(people, asked, ties=draw_ties(draw, people, 0.1))
    alike = 0.5 + 0.01 * np.random.default_rng(0).random((91, 3))
    reading = give_reading(draw_fits(season, 7, alike))
    proposal, _ = left_out_anyone(season, reading)
    thorough = proposal.evolve(settings=proposal.settings.evolve(effort="normal"))
    stages = Stages()
    told = explain_actor(season, reading, thorough, proposal.unplaced[0].actor_id, "c0", stages)
    assert "stage_improving" in stages.names
    assert "stage_solving" not in stages.names
    assert told.loss is not None
    assert not told.loss_proven
    (said,) = (line for line in _lines(season, told) if "proven:" in line.en)
    assert said.sv.startswith("Det är inte bevisat: det kan finnas koalitioner med ")


def test_a_loss_is_called_proven_where_a_small_season_was_solved() -> None:
    season = season_of(actors())
    reading = read(season, last=0.1)
    proposal, _ = left_out(season, reading)
    told = ask(season, reading, proposal)
    assert told.loss_proven
    assert not [line for line in _lines(season, told) if "proven:" in line.en]
