"""Settings of the installation, from the environment (prefix `KOALITION_`)."""

from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.errors import BadRequest
from models.text import Language

PREFIX = "KOALITION_"
DEFAULT_SECRET = "for-development-only"
"""Known to everybody: production refuses it."""


class Environment(StrEnum):
    """What the installation is for."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class InstallationSettings(BaseSettings):
    """Where things lie, which model reads the words, and how the service reaches people.

    A variable without a value counts as one that is not set. What may hold a secret is a
    `SecretStr`, which nothing prints: no representation, no message and no log.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    cache_dir: Path = Field(default_factory=lambda: user_cache_path("koalition"))
    embedding_model: str | None = None
    state_dir: Path = Field(default_factory=lambda: user_data_path("koalition"))
    database_url: SecretStr | None = None
    lang: Language = Language.EN
    env: Environment = Environment.DEVELOPMENT
    secret: SecretStr = SecretStr(DEFAULT_SECRET)
    base_url: str = "http://127.0.0.1:8000"
    smtp_url: SecretStr | None = None
    mail_from: str = "Koalition <koalition@localhost>"

    @field_validator("base_url")
    @classmethod
    def leads_to_pages(cls, address: str) -> str:
        """Insist that an address can begin links; a stroke at its end is left out."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError("write https://HOST, with :PORT where it needs one")
        return address.rstrip("/")

    @property
    def database(self) -> str:
        """The address of the database: the one that is set, else a file in the state folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.state_dir / 'koalition.sqlite'}"

    @property
    def outbox(self) -> Path:
        """The folder of mails where no mail server is set."""
        return self.state_dir / "outbox"

    @property
    def missing(self) -> tuple[str, ...]:
        """The variables that production can't do without, and that are not set."""
        if self.env is not Environment.PRODUCTION:
            return ()
        lacks_secret = self.secret.get_secret_value().strip() in ("", DEFAULT_SECRET)
        lacks = {"secret": lacks_secret, "smtp_url": self.smtp_url is None}
        return tuple(variable_of(name) for name, is_missing in lacks.items() if is_missing)


def variable_of(name: str) -> str:
    """Give the environment variable of a setting.

    Examples
    --------
    >>> variable_of("cache_dir")
    'KOALITION_CACHE_DIR'
    """
    return PREFIX + name.upper()


def name_of(variable: str) -> str:
    """Give the setting of an environment variable, in whatever case it is written.

    Examples
    --------
    >>> name_of("KOALITION_CACHE_DIR")
    'cache_dir'
    """
    return variable.lower().removeprefix(PREFIX.lower())


def read_environment() -> InstallationSettings:
    """Read the settings of the environment.

    Raises
    ------
    BadRequest
        `setting_unusable`, of the first value that can't be used; never with the value.
    """
    try:
        return InstallationSettings()
    except ValidationError as error:
        fault = error.errors(include_input=False)[0]
        name = variable_of(name_of(str(fault["loc"][0])))
        raise BadRequest("setting_unusable", name=name, reason=fault["msg"]) from None


def insist_on_ready(settings: InstallationSettings) -> None:
    """Insist that nothing is missing without which a service can't be run for others.

    Raises
    ------
    BadRequest
        `production_unready`.
    """
    if settings.missing:
        raise BadRequest("production_unready", missing=", ".join(settings.missing))
