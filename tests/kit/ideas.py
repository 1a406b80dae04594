"""A small coalition with needs and offers, whose words every embedder can tell apart."""

from models.actors import Actor
from models.idea_maps import IdeaMap
from models.scores import CoalitionMembers
from models.seasons import Season
from tests.kit.actors import HIDDEN, make_actor
from tests.kit.seasons import make_challenge, make_season

BOATS = "segelbåtar brygga jollar seglare"
BOOKS = "boklådor högläsning biblioteksbuss läsecirklar"
PEARS = "päronträd beskärning fruktlager mustpress"
CHALLENGE = make_challenge(0, title="Hur får alla det bättre?")


def speak(number: int, **fields: object) -> Actor:
    """Give an actor whose description says nothing of its needs and offers."""
    return make_actor(number, **({"description": f"Vi finns, nummer {number}."} | fields))


def make_members(**fields: object) -> list[Actor]:
    """Give six members: two who speak of boats, two of books, two of pears; fields go to a05."""
    last: dict[str, object] = {"offers": f"Öppen mustpress och {PEARS}."} | fields
    return [
        speak(0, seeks=f"Någon med {BOATS}.", offers=f"Kunskap om {PEARS}."),
        speak(1, offers=f"Lånar ut {BOATS}."),
        speak(2, seeks=f"Hjälp med {BOOKS}."),
        speak(3, offers=f"Ordnar {BOOKS} ihop."),
        speak(4, seeks=f"Folk som kan {PEARS}."),
        speak(5, **last),
    ]


def gather(actors: list[Actor]) -> tuple[Season, CoalitionMembers]:
    """Give a season of these actors, all of them in its one coalition, as ordered."""
    members = tuple(actor.id for actor in actors)
    season = make_season(actors, [CHALLENGE])
    return season, CoalitionMembers(id="c0/1", challenge_id="c0", members=members)


def texts_by_theme(ideas: IdeaMap) -> set[frozenset[str]]:
    """Give the texts that share a theme."""
    texts = {card.number: card.text for card in ideas.cards}
    return {frozenset(texts[n] for n in theme.cards) for theme in ideas.themes}


__all__ = ["BOATS", "BOOKS", "CHALLENGE", "HIDDEN", "PEARS", "gather", "make_members", "speak"]
