"""One open transaction: all the repositories that a use case reads and changes."""

from functools import cached_property

from sqlalchemy.orm import Session

from data.store.answers import StoredAnswers
from data.store.events import StoredEvents
from data.store.locating import Locator
from data.store.parts import StoredParts
from data.store.people import StoredPeople
from data.store.seasons import StoredSeasons


class Transaction:
    """What is done in it is kept when it ends, all of it or nothing.

    Attributes
    ----------
    topics : list of str
        What those who listen hear of once it is kept, such as `run:ID`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.topics: list[str] = []

    def ring(self, topic: str) -> None:
        """Let those who listen to a topic hear of it once this is kept."""
        if topic not in self.topics:
            self.topics.append(topic)

    @cached_property
    def locator(self) -> Locator:
        """Finds the season that a thing belongs to."""
        return Locator(self.session, self.seasons)

    @cached_property
    def seasons(self) -> StoredSeasons:
        """The seasons."""
        return StoredSeasons(self.session)

    @cached_property
    def parts(self) -> StoredParts:
        """Their challenges, actors, ties and rules, one by one."""
        return StoredParts(self.session)

    @cached_property
    def people(self) -> StoredPeople:
        """Accounts, keys and roles."""
        return StoredPeople(self.session)

    @cached_property
    def events(self) -> StoredEvents:
        """What happened."""
        return StoredEvents(self.session)

    @cached_property
    def answers(self) -> StoredAnswers:
        """What was answered once."""
        return StoredAnswers(self.session)
