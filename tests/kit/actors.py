"""Builders of actors, with every field filled."""

from random import Random

from models.actors import Actor
from models.sectors import Sector
from tests.kit.places import PLACES

EMAIL = "hemlig.person@example.org"
"""Stands in a column of the organiser's own, which nothing shows."""

HIDDEN = "Osynliga Öringen"
"""Begins the name of every actor who is not to be shown to others."""


def make_actor(number: int, **fields: object) -> Actor:
    """Give actor a00, a01, …; what is not given follows from the number."""
    given: dict[str, object] = {
        "id": f"a{number:02}",
        "name": f"Aktör {number:02}",
        "sector": list(Sector)[number % len(Sector)],
        "place": PLACES[number % len(PLACES)],
        "description": f"Vi gör nummer {number}.",
        "attributes": (("kontakt", EMAIL),),
    }
    return Actor.model_validate(given | fields)


def draw_actor(draw: Random, number: int, **fields: object) -> Actor:
    """Give an actor with every field drawn, so that any criterion finds its data."""
    visible = draw.random() < 0.8
    drawn: dict[str, object] = {
        "name": f"Aktör {number:02}" if visible else f"{HIDDEN} {number:02}",
        "visible": visible,
        "sector": draw.choice(list(Sector)),
        "place": draw.choice(PLACES),
        "offers": draw.choice(["", "lokaler", "följeforskning"]),
        "seeks": draw.choice(["", "praktikplatser", "partners abroad"]),
        "languages": draw.choice([(), ("sv",), ("sv", "en"), ("en",)]),
        "wishes": draw.choice([(), ("c0",), ("c1", "c0")]),
        "capacity": draw.choice([0, 1, 1, 2]),
        "group": draw.choice(["", "", "Koncernen Å"]),
        "available": draw.choice([(), ("tisdag fm", "onsdag em"), ("fredag",)]),
        "passed_over": draw.randint(0, 4),
        "attributes": (("kontakt", EMAIL), ("storlek", draw.choice(["liten", "stor"]))),
    }
    return make_actor(number, **(drawn | fields))
