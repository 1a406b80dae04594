"""Words that were read beforehand, in the place of a model."""

from collections.abc import Callable
from dataclasses import dataclass

from api.use_cases.call import Call
from data.files.reading import SeasonFile
from matcher.embedding.cache import CachedEmbedder
from matcher.embedding.reading import Reading
from matcher.suggest import Matchmaker
from models.errors import ModelMissing
from models.people import People
from models.ports.progress import Progress
from models.seasons import Season
from models.viewers import ORGANISER


@dataclass
class GivenWords:
    """Gives what a function reads, for whatever season; there is no model."""

    read_all: Callable[[Progress], Reading]

    def read(self, season: Season, progress: Progress, *, with_offers: bool = True) -> Reading:
        return self.read_all(progress)

    def open_matchmaker(self, season: Season, people: People, progress: Progress) -> Matchmaker:
        return Matchmaker(season, self.read_all(progress), people)

    def open_embedder(self) -> CachedEmbedder:
        raise ModelMissing("model_not_found", name="–")


def call_with(season: Season, reading: Reading) -> Call:
    """Make ready for a use case about a season whose words were read."""
    work = SeasonFile(season=season, people=People(), warnings=())
    return Call(work, GivenWords(lambda progress: reading), ORGANISER)
