"""Bells: whoever breaks down at hearing keeps nobody else from it, nor the bell from ringing."""

from threading import Event

from data.bell.bells import open_bell
from data.store.engines import Database
from data.store.tables import CounterRow
from models.clock import stamp_now
from models.ids import new_id

MOST = 100


def test_a_listener_that_breaks_down_silences_nobody(database: Database) -> None:
    elsewhere, bell = open_bell(database), open_bell(database)
    heard = Event()

    def break_down(topic: str, message: str | None) -> None:
        raise RuntimeError("no ear for this")

    def hear(topic: str, message: str | None) -> None:
        heard.set()

    def change() -> None:
        """Change something, as another process does."""
        with database.writing() as session:
            session.add(CounterRow(name=new_id(), count=1, ends_at=stamp_now()))
            elsewhere.announce(session, ["jobs"])

    try:
        bell.listen("jobs", break_down)
        bell.listen("jobs", hear)
        for _ in range(2):
            heard.clear()
            for _ in range(MOST):  # the bell may not be listening yet
                change()
                if heard.wait(0.1):
                    break
            assert heard.is_set()
    finally:
        bell.close()
        elsewhere.close()
