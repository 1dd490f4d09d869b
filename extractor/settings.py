"""What can be set from outside: environment variables `EXTRACTOR_…`, overridden by the options of a command."""

import os
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractor.errors import SettingsError

PREFIX = "EXTRACTOR_"


def settings() -> "Settings":
    """The settings as they are now. Raises SettingsError naming the variable that does not fit."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise SettingsError(f"{name}: {first['msg'].lower()}, not {first['input']!r}") from error


class Settings(BaseSettings):
    """All settings, with their defaults."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    db: Path = Field(default=Path("facts.db"), description="The fact database.")
    processes: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="Processes for extraction."
    )
    page_seconds: float = Field(default=60.0, gt=0, description="Seconds that a page may take.")
    wait: float = Field(default=5.0, ge=0, description="Seconds to wait for a locked database.")
    token: str | None = Field(
        default=None, min_length=16, repr=False, description="What to log in with on a server that others reach."
    )
    secret: str | None = Field(
        default=None, min_length=16, repr=False, description="What the server's sessions are signed with."
    )
