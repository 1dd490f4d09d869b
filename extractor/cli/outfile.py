"""Files that commands write: whole or not at all, and never in the place of a database."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

_BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps of a database and beside it."""
_SQLITE = b"SQLite format 3\0"


def spare_databases(out: Path, db: Path) -> None:
    """Raises UsageError where `out` is the database that is read, a file of it, or another database."""
    own = {Path(f"{db.resolve()}{ending}") for ending in _BESIDE}
    if out.resolve() in own or (out.exists() and any(one.exists() and one.samefile(out) for one in own)):
        raise click.UsageError(f"--out {out} is the database that is read; name another file")
    if out.is_file():
        with out.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise click.UsageError(f"--out {out} is a database; name another file")


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` at the end; where something goes wrong, what was there stays."""
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    target = path.resolve()
    made = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        file = made.open("xb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with file:
            yield file
        if target.exists():
            shutil.copymode(target, made)
        made.replace(target)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
