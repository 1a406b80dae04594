"""Time settling the seats of large seasons, half of whose challenges are regional.

    python -m benchmarks.seats [--actors 2000 3000 5000] [--challenges 160] [--bans 200]

No words are read: seats depend on places, sectors, capacities and rules alone. Actors lie
in municipalities drawn alike, regional challenges around one of them within 80 to 150 km;
every sector has a floor of two seats and every ban keeps one actor out of one challenge.
"""

import argparse
import random
import time

from benchmarks.make_season import SECTOR_SHARES
from benchmarks.tables import print_header, print_row
from data.reference.gazetteer import Gazetteer, load_gazetteer
from matcher.core.problem import build_problem
from matcher.optimise.settle import settle_seats
from models.actors import Actor
from models.challenges import Challenge, Scope
from models.rules import Rule, RuleKey
from models.seasons import Season
from models.sectors import Sector

COLUMNS = (
    "actors",
    "challenges",
    "seats wished",
    "seats filled",
    "formed",
    "cost of what gives way",
    "building, s",
    "settling, s",
)
FLOOR = 2
RADII_KM = (80, 150)
SHARE_WITH_TWO = 0.1
"""Share of the actors that can join two coalitions."""


def make_season(actors: int, challenges: int, bans: int, seed: int) -> Season:
    """Make a season; the same arguments give the same one."""
    draw = random.Random(f"{seed}/{actors}/{challenges}/{bans}")
    gazetteer = load_gazetteer()
    places = [municipality.place for municipality in gazetteer.municipalities]
    sectors = draw.choices(list(SECTOR_SHARES), list(SECTOR_SHARES.values()), k=actors)
    people = tuple(
        Actor(
            id=f"a{number:05}",
            name=f"Actor {number}",
            sector=Sector(sector),
            place=draw.choice(places),
            description="words",
            capacity=2 if draw.random() < SHARE_WITH_TWO else 1,
        )
        for number, sector in enumerate(sectors)
    )
    questions = tuple(make_challenge(number, gazetteer, draw) for number in range(challenges))
    floors = [_rule("sector_floor", None, sector=str(sector), min=FLOOR) for sector in Sector]
    kept_out = [
        _rule("ban", draw.choice(questions).id, actor=draw.choice(people).id) for _ in range(bans)
    ]
    return Season(
        name="Seats", actors=people, challenges=questions, rules=(*floors, *kept_out), balance=0.5
    )


def make_challenge(number: int, gazetteer: Gazetteer, draw: random.Random) -> Challenge:
    """Make a national challenge of an even number, a regional one of an odd number."""
    identifier = f"c{number:03}"
    if number % 2 == 0:
        scale = gazetteer.national_scale()
        return Challenge(
            id=identifier, title="t", areas=scale.areas, reference_km=scale.reference_km
        )
    centre = draw.choice(gazetteer.municipalities).place
    radius_km = float(draw.randint(*RADII_KM))
    scale = gazetteer.regional_scale(centre, radius_km)
    return Challenge(
        id=identifier,
        title="t",
        scope=Scope.REGIONAL,
        place=centre,
        radius_km=radius_km,
        areas=scale.areas,
        reference_km=scale.reference_km,
    )


def _rule(kind: str, challenge: str | None, **keys: str | int) -> Rule:
    stated = tuple(RuleKey(name=name, value=value) for name, value in sorted(keys.items()))
    return Rule(kind=kind, challenge=challenge, keys=stated)


def measure(actors: int, challenges: int, bans: int, seed: int) -> list[object]:
    """Settle one season's seats."""
    season = make_season(actors, challenges, bans, seed)
    began = time.perf_counter()
    problem = build_problem(season)
    built = time.perf_counter()
    seats = settle_seats(problem)
    settled = time.perf_counter()
    cost = sum(
        rule.unit_cost * units
        for slot, given in zip(problem.slots, seats.give_ups, strict=True)
        for rule, units in zip(slot.rules, given, strict=True)
    )
    return [
        actors,
        challenges,
        sum(slot.challenge.wished_size for slot in problem.slots),
        sum(seats.sizes),
        sum(size > 0 for size in seats.sizes),
        cost,
        f"{built - began:.1f}",
        f"{settled - built:.1f}",
    ]


def main() -> None:
    """Read the arguments, run, and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actors", type=int, nargs="+", default=[2000, 3000, 5000])
    parser.add_argument("--challenges", type=int, default=160)
    parser.add_argument("--bans", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print_header(COLUMNS)
    for actors in given.actors:
        row = measure(actors, given.challenges, given.bans, given.seed)
        print_row(row)


if __name__ == "__main__":
    main()
