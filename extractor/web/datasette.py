"""Datasette below `/db`: every table and any SQL question, read-only. Loaded when it is first asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, AnyStr

from anyio import Lock
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.errors import StoreError
from extractor.store.database import writable
from extractor.web.site import Site

if TYPE_CHECKING:
    from datasette.app import Datasette

SETTINGS = {"default_page_size": 50, "sql_time_limit_ms": 2000, "allow_download": False, "suggest_facets": False}


class DatabaseBrowser:
    """Datasette over the site's database; a new one when another file is put in its place."""

    def __init__(self, site: Site, prefix: str) -> None:
        self.site = site
        self.prefix = prefix
        self._lock = Lock()
        self._file: tuple[int, int] | None = None
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request. Raises StoreError where the database is gone."""
        app = await self._current()
        # Datasette puts its `base_url` before the paths it is asked for: it may not see the prefix there, too.
        paths = {"path": scope["path"], "raw_path": scope.get("raw_path") or scope["path"].encode()}
        bare = {name: _without(path, self.prefix) for name, path in paths.items()}

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [self._led(name.lower(), value) for name, value in message["headers"]]
            await send(message)

        await app({**scope, **bare, "root_path": ""}, receive, sent)

    def _led(self, name: bytes, value: bytes) -> tuple[bytes, bytes]:
        """A header; a redirection leads below the prefix."""
        prefix = self.prefix.encode()
        bare = name == b"location" and value.startswith(b"/") and not value.startswith(prefix + b"/")
        return name, prefix + value if bare else value

    async def _current(self) -> ASGIApp:
        async with self._lock:
            file = _identity(self.site.db)
            if self._app is None or file != self._file:
                made = await run_in_threadpool(_datasette, self.site, self.prefix)
                await made.invoke_startup()
                self._file, self._app = file, made.app()
            return self._app


def _datasette(site: Site, prefix: str) -> "Datasette":
    from datasette import app, handle_exception

    handle_exception.rich = None  # it would print all variables of a call with every 404
    files = [str(site.db)]
    return app.Datasette(
        files=files if writable(site.db) else (),
        immutables=() if writable(site.db) else files,
        settings={**SETTINGS, "base_url": f"{prefix}/"},
        metadata={"title": site.db.name, "about": "extractor", "about_url": "/"},
        secret=site.secret,
    )


def _without(path: AnyStr, prefix: str) -> AnyStr:
    start = prefix if isinstance(path, str) else prefix.encode()
    return path.removeprefix(start)


def _identity(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError as error:
        raise StoreError(f"{file}: no such database any more") from error
    return found.st_dev, found.st_ino
