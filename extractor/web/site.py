"""What a running server knows: the database it serves, who may come in, and whether they may write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe

from extractor.errors import ExtractorError, StoreError
from extractor.store.database import WAIT, open_database

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class ReadOnlyError(ExtractorError):
    """Something was to be written on a server that only shows."""


@dataclass(frozen=True, slots=True)
class Site:
    """One server's settings. With a `token` everybody has to log in; `hosts` are the names it may be called by."""

    db: Path
    wait: float = WAIT
    read_only: bool = False
    token: str | None = field(default=None, repr=False)
    secret: str = field(default_factory=token_urlsafe, repr=False)
    hosts: frozenset[str] = LOOPBACK

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for one request, closed to writing. Raises StoreError."""
        with open_database(self.db, wait=self.wait) as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection for one request that writes. Raises StoreError, ReadOnlyError."""
        if self.read_only:
            raise ReadOnlyError("this server only shows; it writes nothing")
        if not self.db.exists():
            raise StoreError(f"{self.db}: no such database any more")
        with open_database(self.db, write=True, wait=self.wait) as db:
            yield db

    def admits(self, token: str) -> bool:
        """Whether this is the login token; takes as long for every wrong one, also for one of another length."""
        return self.token is not None and compare_digest(_digest(token), _digest(self.token))

    @property
    def badge(self) -> str:
        """What a session carries after the login: another token makes it worthless."""
        return _digest(f"{self.secret}\x1f{self.token}").hex()


def _digest(text: str) -> bytes:
    return sha256(text.encode()).digest()
