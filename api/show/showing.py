"""A season as it is shown: to whom, in which language, and with which words."""

from dataclasses import dataclass
from functools import cached_property

from models.actors import Actor
from models.discretion import Discretion
from models.glossary import Glossary
from models.seasons import Season
from models.text import Language
from models.viewers import Viewer, may_see


@dataclass(frozen=True)
class Showing:
    """What every view of a season is made with.

    Attributes
    ----------
    season : Season
    language : Language
        Of everything but the organisations' and the challenges' own words.
    viewer : Viewer
        Nothing that this one may not see is in the view.
    glossary : Glossary
        Words for criteria and rules.
    with_2020 : bool
        Whether the first coalition's figures stand beside the scores.
    """

    season: Season
    language: Language
    viewer: Viewer
    glossary: Glossary
    with_2020: bool = False

    @cached_property
    def discretion(self) -> Discretion:
        """Knows whom the viewer may not hear of."""
        return Discretion.towards(self.viewer, self.season.actors)

    def find(self, actor_id: str) -> Actor | None:
        """Give an actor by id; None where the viewer may not see it."""
        actor = self.season.actors[self.season.actor_index[actor_id]]
        return actor if may_see(self.viewer, actor) else None

    def actor(self, actor_id: str) -> Actor:
        """Give an actor by id, to a viewer who may see it.

        Raises
        ------
        KeyError
            If it may not.
        """
        actor = self.find(actor_id)
        if actor is None:
            raise KeyError(actor_id)
        return actor
