"""Settings of the installation, from the environment (prefix `KOALITION_`)."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.text import Language


class InstallationSettings(BaseSettings):
    """Where things lie and which model reads the words."""

    model_config = SettingsConfigDict(env_prefix="KOALITION_", extra="ignore")

    cache_dir: Path = Field(default_factory=lambda: user_cache_path("koalition"))
    embedding_model: str | None = None
    state_dir: Path = Field(default_factory=lambda: user_data_path("koalition"))
    database_url: str | None = None
    lang: Language = Language.EN
    base_url: str = "http://127.0.0.1:8000"
    smtp_url: SecretStr | None = None
    mail_from: str = "Koalition <koalition@localhost>"

    @property
    def database(self) -> str:
        """The address of the database: the one that is set, else a file in the state folder."""
        return self.database_url or f"sqlite:///{self.state_dir / 'koalition.sqlite'}"
