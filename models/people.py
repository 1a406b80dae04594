"""People: how to reach those who answer for an actor, kept apart from the actor itself.

Contact data are held beside a season, never inside it: whatever hashes, dumps or shows an
actor or a season has none to give away.
"""

from functools import cached_property

from pydantic import ConfigDict, Field, field_validator

from models.frozen import Frozen
from models.promises import Breach, find_doubled, insist

PERSONAL = frozenset({"email"})
"""Columns of the actors' file that are contact data."""


class Contact(Frozen):
    """How to reach an actor; the address is left out where a contact is shown or is at fault.

    Attributes
    ----------
    actor_id : str
    email : str
        As written: it need not be a whole address.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    actor_id: str = Field(min_length=1)
    email: str = Field(min_length=1, repr=False)


class People(Frozen):
    """The contacts of a season, one for an actor at most, sorted by its id."""

    model_config = ConfigDict(hide_input_in_errors=True)

    contacts: tuple[Contact, ...] = ()

    @field_validator("contacts")
    @classmethod
    def _sort(cls, given: tuple[Contact, ...]) -> tuple[Contact, ...]:
        ids = [contact.actor_id for contact in given]
        insist(
            "contacts",
            (
                Breach((place, "actor_id"), "contact_doubled", {"actor": ids[place]})
                for place in find_doubled(ids)
            ),
        )
        return tuple(sorted(given, key=lambda contact: contact.actor_id))

    def email_of(self, actor_id: str) -> str:
        """Give an actor's address; empty where none is known."""
        return self._emails.get(actor_id, "")

    @cached_property
    def _emails(self) -> dict[str, str]:
        return {contact.actor_id: contact.email for contact in self.contacts}
