"""The key that sessions are signed with: kept, so that a restarted server still knows its reviewers."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe


def session_key(given: str | None = None) -> str:
    """The key that was given, else the one kept in the user's state folder, else one for this run."""
    if given:
        return given
    file = _state() / "extractor" / "session-key"
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as fresh:
                fresh.write(token_urlsafe(32))
        return file.read_text(encoding="ascii") or token_urlsafe(32)
    return token_urlsafe(32)


def _state() -> Path:
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
