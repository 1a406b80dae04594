"""Registrations of organisations, by themselves."""

from typing import Any

from pydantic import Field

from api.http.schemas.common import Requested, Told
from models.consents import ConsentUse
from models.errors import Fault
from models.text import Language


class RegistrationRequest(Requested):
    """What an organisation tells of itself; places, sectors and the rest are read as in files."""

    name: str = Field(min_length=1, max_length=300)
    sector: str = Field(min_length=1, max_length=100, description="By any of its names.")
    place: str = Field(min_length=1, max_length=300)
    country: str | None = Field(default=None, max_length=100)
    description: str = Field(min_length=1, max_length=20_000)
    offers: str = Field(default="", max_length=20_000)
    seeks: str = Field(default="", max_length=20_000)
    languages: list[str] = Field(default=[], max_length=20)
    wishes: list[str] = Field(
        default=[], max_length=20, description="Codes of challenges, best first."
    )
    available: list[str] = Field(default=[], max_length=200)
    email: str = Field(
        min_length=3, max_length=320, pattern=r"^[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f]+$"
    )
    consents: list[ConsentUse] = Field(
        max_length=10, description="What the data may be used for; `matching` is needed."
    )
    lang: Language = Field(default=Language.SV, description="Of the mail that asks to confirm.")

    def row(self) -> dict[str, Any]:
        """Give what is stated, as a row of the file."""
        return self.model_dump(mode="json", exclude_unset=True, exclude={"consents", "lang"})


class RegisteredView(Told):
    """The same for everybody."""

    state: str = Field(default="accepted", description="A mail asks to confirm the address.")
    warnings: tuple[Fault, ...] = Field(description="What was read otherwise than it was written.")


class ConfirmedView(Told):
    """Who takes part now."""

    actor: str
    name: str
