"""Settings of the installation, from the environment (prefix `KOALITION_`)."""

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.text import Language


class InstallationSettings(BaseSettings):
    """Where things lie and which model reads the words."""

    model_config = SettingsConfigDict(env_prefix="KOALITION_", extra="ignore")

    cache_dir: Path = Field(default_factory=lambda: user_cache_path("koalition"))
    embedding_model: str | None = None
    lang: Language = Language.EN
