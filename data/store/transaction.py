"""One open transaction: all the repositories that a use case reads and changes."""

from collections.abc import Callable
from functools import cached_property

from sqlalchemy.orm import Session

from data.store.answers import StoredAnswers
from data.store.boards import StoredBoards
from data.store.events import StoredEvents
from data.store.figures import StoredFigures
from data.store.imports import StoredImports
from data.store.invitations import StoredInvitations
from data.store.jobs import StoredJobs
from data.store.links import StoredLinks
from data.store.locating import Locator
from data.store.mails import StoredMails
from data.store.members import StoredMembers
from data.store.parts import StoredParts
from data.store.people import StoredPeople
from data.store.plans import StoredPlans
from data.store.proposals import StoredProposals
from data.store.repairs import StoredRepairs
from data.store.runs import StoredRuns
from data.store.seasons import StoredSeasons
from data.store.sessions import StoredSessions
from data.store.snapshots import StoredSnapshots


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
        self._to_do: list[Callable[[], None]] = []

    def ring(self, topic: str) -> None:
        """Let those who listen to a topic hear of it once this is kept."""
        if topic not in self.topics:
            self.topics.append(topic)

    def when_kept(self, do: Callable[[], None]) -> None:
        """Let something be done in this process once this is kept."""
        self._to_do.append(do)

    def was_kept(self) -> None:
        """Do what waited for this to be kept."""
        for do in self._to_do:
            do()

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
    def members(self) -> StoredMembers:
        """Who speaks for which actor."""
        return StoredMembers(self.session)

    @cached_property
    def sessions(self) -> StoredSessions:
        """Who is signed in."""
        return StoredSessions(self.session)

    @cached_property
    def links(self) -> StoredLinks:
        """Links that mails carry."""
        return StoredLinks(self.session)

    @cached_property
    def mails(self) -> StoredMails:
        """What is on its way to people."""
        return StoredMails(self.session)

    @cached_property
    def events(self) -> StoredEvents:
        """What happened."""
        return StoredEvents(self.session)

    @cached_property
    def answers(self) -> StoredAnswers:
        """What was answered once."""
        return StoredAnswers(self.session)

    @cached_property
    def runs(self) -> StoredRuns:
        """What is computed for seasons."""
        return StoredRuns(self.session)

    @cached_property
    def jobs(self) -> StoredJobs:
        """What waits for a worker."""
        return StoredJobs(self.session)

    @cached_property
    def proposals(self) -> StoredProposals:
        """What came of runs and boards."""
        return StoredProposals(self.session)

    @cached_property
    def invitations(self) -> StoredInvitations:
        """Who was offered which seat."""
        return StoredInvitations(self.session)

    @cached_property
    def plans(self) -> StoredPlans:
        """Plans of meetings."""
        return StoredPlans(self.session)

    @cached_property
    def repairs(self) -> StoredRepairs:
        """Ways to mend coalitions."""
        return StoredRepairs(self.session)

    @cached_property
    def boards(self) -> StoredBoards:
        """Proposals being changed by hand."""
        return StoredBoards(self.session)

    @cached_property
    def snapshots(self) -> StoredSnapshots:
        """Seasons as they were, without what is personal."""
        return StoredSnapshots(self.session)

    @cached_property
    def imports(self) -> StoredImports:
        """Files that were read for seasons."""
        return StoredImports(self.session)

    @cached_property
    def figures(self) -> StoredFigures:
        """What the store holds, counted."""
        return StoredFigures(self.session)
