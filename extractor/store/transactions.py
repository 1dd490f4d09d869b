"""Transactions: all of a block or nothing of it.

Not sqlite-utils' `atomic()`: that begins as a reader, and a reader that turns to writing while another program
writes fails at once where this one waits.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
