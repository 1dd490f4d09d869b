"""Tables to write to, through sqlite-utils. Only writing loads it: searching pays nothing for it.

What is asked stays SQL, for which its `rows_where` has no words. So do the search indexes, as its `enable_fts`
makes none without a copy of the text, and replacing all clusters, as its `truncate` keeps old rows if none come.
"""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.db import Table


def table(db: sqlite3.Connection, name: str) -> Table:
    """The table of this name. What is written to it belongs to the transaction that is open, if one is."""
    return Database(db, recursive_triggers=False, execute_plugins=False).table(name)
